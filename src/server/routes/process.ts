import { processRequest } from '../http/process-request.ts';
import type { Route, Service } from './route.ts';

/** POST /process: scores everything uploaded, and answers when it is done. */
export const process =
  ({ uploads, processing }: Service): Route =>
  async (request) => {
    const { options, discard } = await processRequest(request.env.incoming, uploads);
    try {
      const answer = await processing.run(options);
      return request.body(answer, 200, { 'Content-Type': 'application/json' });
    } finally {
      await discard();
    }
  };

/** DELETE /process: stops it; the results before stand. */
export const cancel =
  ({ processing }: Service): Route =>
  async (request) => {
    await processing.cancel();
    return request.body(null, 204);
  };
