import type { FileHandle } from 'node:fs/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Bytes } from '../../engine/kernel/units.ts';

const PIECE: Bytes = 1 << 17;
/** A reader that takes nothing for so long is gone. */
const STALLED_MS = 30_000;

export interface StreamedFile {
  /** Closed when all is sent, or when the reader goes away. */
  readonly file: FileHandle;
  readonly start: Bytes;
  readonly end: Bytes;
  readonly before: string;
  readonly after: string;
  /** What becomes of each piece; the same bytes by default. */
  readonly map?: (piece: Uint8Array, isLast: boolean) => Uint8Array;
}

/** Answers with a part of a file between two texts, no faster than it is taken. */
export const streamFile = async (
  context: Context<{ Bindings: HttpBindings }>,
  { file, start, end, before, after, map = (piece) => piece }: StreamedFile,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => {
  if (context.req.method === 'HEAD') {
    await file.close();
    return context.body(null, 200, headers);
  }
  context.env.outgoing.setTimeout(STALLED_MS);
  let at = start;
  let isBegun = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!isBegun && before !== '') {
          controller.enqueue(encoder.encode(before));
        } else if (at < end) {
          const length = Math.min(PIECE, end - at);
          const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, at);
          if (bytesRead === 0) throw new Error('a file of results is shorter than its index says');
          at += bytesRead;
          controller.enqueue(map(buffer.subarray(0, bytesRead), at >= end));
        } else {
          if (after !== '') controller.enqueue(encoder.encode(after));
          await file.close();
          controller.close();
        }
        isBegun = true;
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
  return context.body(body, 200, headers);
};

const encoder = new TextEncoder();
