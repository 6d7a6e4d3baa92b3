import { nextTurn } from '../next-turn.ts';

/** Longer than this no message waits: a question how far the reading is, or the word to stop. */
const MAX_BUSY_MS = 50;

/**
 * Lets waiting messages in between two chunks. Bytes that a browser has read ahead arrive without a
 * turn of the event loop, so a file whose rows are slow to judge would be deaf until its end.
 */
export async function* breathing(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let since = performance.now();
  for await (const chunk of chunks) {
    yield chunk;
    if (performance.now() - since < MAX_BUSY_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}
