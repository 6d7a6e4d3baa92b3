import type { ByteSource } from '../bytes/byte-source.ts';
import { ReadError } from '../bytes/read-error.ts';
import { createTranscoder, type Transcoder } from '../bytes/transcoder.ts';
import type { Bytes } from '../kernel/units.ts';
import type { FilePlan } from './file-plan.ts';
import type { ByteRange } from './record-scan.ts';

const BOM_LENGTH: Bytes = 3;
/** Behind a range, for the record that begins in it. */
const MARGIN: Bytes = 1 << 16;

/** How a file's bytes become text. */
export type TextForm = Pick<FilePlan, 'encoding' | 'bom'>;

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
export const isSeekable = (source: ByteSource, plan: TextForm): boolean =>
  source.size !== null && plan.encoding === 'utf-8';

/**
 * Streams a file's bytes from `range.begin` on into `sink`, as UTF-8, until the sink has enough.
 * Returns false when the signal stopped it; throws a ReadError when the file ends too early.
 */
export const streamRange = async (
  source: ByteSource,
  plan: TextForm,
  range: ByteRange,
  sink: ChunkSink,
  signal: AbortSignal,
  onBytes: (bytes: Bytes) => void,
): Promise<boolean> => {
  if (range.begin >= range.limit) return !signal.aborted;
  const isWhole = !isSeekable(source, plan);
  const text = isWhole ? new TextFrom(range.begin, createTranscoder(plan.encoding), sink) : sink;
  const start = isWhole ? 0 : range.begin + (plan.bom ? BOM_LENGTH : 0);
  const size = source.size ?? Infinity;
  let position = start;
  let end = isWhole ? size : start + range.limit - range.begin;
  // A little more than the range, and more if that is not enough: hosts read ahead, and what they
  // read in vain costs as much as the rest.
  for (let margin = MARGIN; position < size; margin *= 4) {
    end = Math.min(size, end + margin);
    for await (const chunk of source.read(position, Number.isFinite(end) ? end : undefined)) {
      if (signal.aborted) return false;
      text.push(chunk);
      position += chunk.length;
      onBytes(chunk.length);
      if (sink.done) return true;
    }
    if (signal.aborted) return false;
    if (end === Infinity) break;
    if (position < end) throw cutShort(source.name);
  }
  if (text instanceof TextFrom) text.end();
  return true;
};

/** Transcodes a stream and passes it on from an offset in the text. */
class TextFrom implements ChunkSink {
  #toSkip: Bytes;
  readonly #transcoder: Transcoder;
  readonly #sink: ChunkSink;

  constructor(offset: Bytes, transcoder: Transcoder, sink: ChunkSink) {
    this.#toSkip = offset;
    this.#transcoder = transcoder;
    this.#sink = sink;
  }

  get done(): boolean {
    return this.#sink.done;
  }

  push(chunk: Uint8Array): void {
    this.#pass(this.#transcoder.push(chunk));
  }

  end(): void {
    this.#pass(this.#transcoder.end());
  }

  #pass(text: Uint8Array): void {
    const skipped = Math.min(this.#toSkip, text.length);
    this.#toSkip -= skipped;
    if (skipped < text.length) this.#sink.push(text.subarray(skipped));
  }
}

/** The file has become shorter since it was found: what was read of it is not all of it. */
const cutShort = (file: string): ReadError =>
  new ReadError({
    code: 'file-unreadable',
    severity: 'error',
    file,
    line: 0,
    column: '',
    text: '',
  });
