import { KINDS } from '../data/data-index.ts';
import type { Route, Service } from './route.ts';

/** GET /health: that the server is there, what it holds and how far the processing is. */
export const health =
  ({ data, processing }: Service): Route =>
  (request) => {
    const { state } = processing;
    return request.json({
      status: 'healthy',
      timestamp: new Date().toISOString(),
      files: Object.fromEntries(KINDS.map((kind) => [kind, data.files[kind].length])),
      processed: data.result !== null,
      processing: state && {
        phase: state.phase,
        bytes_done: state.bytes,
        bytes_total: state.bytesTotal,
        rows_done: state.rows,
        clients_done: Math.round(state.clients),
        elapsed_ms: state.elapsedMs,
      },
    });
  };
