import type { ByteSource } from '../bytes/byte-source.ts';
import { createTranscoder } from '../bytes/transcoder.ts';
import type { Bytes } from '../kernel/units.ts';
import type { FilePlan } from './file-plan.ts';
import type { ByteRange } from './record-scan.ts';

const BOM_LENGTH: Bytes = 3;

/** What a stream of UTF-8 chunks is pushed into. */
export interface ChunkSink {
  readonly done: boolean;
  push(chunk: Uint8Array): void;
}

/** All data of a file, from its first record on. */
export const wholeFile = (plan: FilePlan): ByteRange => ({
  begin: plan.dataStart,
  limit: Infinity,
  firstLine: plan.firstDataLine,
});

/** Whether ranges of the file can be read without what stands before them. */
export const isSeekable = (source: ByteSource, plan: FilePlan): boolean =>
  source.size !== null && plan.encoding === 'utf-8';

/**
 * Streams a file's bytes from `range.begin` on into `sink`, as UTF-8, until the sink has enough.
 * Returns false when the signal stopped it.
 */
export const streamRange = async (
  source: ByteSource,
  plan: FilePlan,
  range: ByteRange,
  sink: ChunkSink,
  signal: AbortSignal,
  onBytes: (bytes: Bytes) => void,
): Promise<boolean> => {
  if (isSeekable(source, plan)) {
    const start = range.begin + (plan.bom ? BOM_LENGTH : 0);
    for await (const chunk of source.read(start, source.size!)) {
      if (signal.aborted) return false;
      sink.push(chunk);
      onBytes(chunk.length);
      if (sink.done) break;
    }
    return !signal.aborted;
  }
  const transcoder = createTranscoder(plan.encoding);
  let toSkip = range.begin;
  const pass = (text: Uint8Array): void => {
    const skipped = Math.min(toSkip, text.length);
    toSkip -= skipped;
    if (skipped < text.length) sink.push(skipped === 0 ? text : text.subarray(skipped));
  };
  for await (const chunk of source.read()) {
    if (signal.aborted) return false;
    pass(transcoder.push(chunk));
    onBytes(chunk.length);
  }
  pass(transcoder.end());
  return !signal.aborted;
};
