import { transfer } from 'comlink';
import { dumpBuffers } from '../../engine/features/dump-buffers.ts';
import type { ScanPort } from './scan-port.ts';

/** A port whose aggregates leave the worker without being copied. */
export const transferDumps = <Handle>(port: ScanPort<Handle>): ScanPort<Handle> => ({
  start: (start) => port.start(start),
  read: (pieces) => port.read(pieces),
  counts: () => port.counts(),
  cancel: () => port.cancel(),
  collect: async () => {
    const dump = await port.collect();
    return transfer(dump, dumpBuffers(dump));
  },
});
