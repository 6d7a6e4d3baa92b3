import type { Readable } from 'node:stream';
import { ApiError } from '../api-error.ts';

/** How long a client may be waited for, in all, before it must have sent `LEAST_BYTES` more. */
const PATIENCE_MS = 10_000;
const LEAST_BYTES = 10 * 1024;

/**
 * The body of a request, as long as it makes progress. Only waiting for the client counts, so a slow
 * disk is never held against it. The stream stays open behind the last chunk: an answer is to follow.
 */
export async function* patientChunks(
  body: Readable,
  patience = PATIENCE_MS,
): AsyncGenerator<Buffer> {
  const chunks = body.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  let waited = 0;
  let received = 0;
  try {
    for (;;) {
      const start = performance.now();
      const next = await within(chunks.next().catch(cutOff), patience - waited);
      if (next.done === true) return;
      waited += performance.now() - start;
      received += next.value.length;
      if (received >= LEAST_BYTES) waited = received = 0;
      yield next.value;
    }
  } finally {
    // Lets go of the stream: whoever answers early reads over the rest, or the next request is lost.
    void chunks.return?.().catch(ignore);
  }
}

const ignore = (): void => undefined;

const cutOff = (): never => {
  throw new ApiError('bad-request', 'The request was cut off');
};

const within = async <T>(promise: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), Math.max(0, ms));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

const tooSlow = (): ApiError =>
  new ApiError('too-slow', 'The request arrives too slowly: send it again over a better line');
