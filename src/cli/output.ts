import { closeSync, openSync, writeSync } from 'node:fs';

/** Where an export goes: written in pieces, at once, so that nothing piles up in memory. */
export interface Output {
  write(chunk: Uint8Array): void;
  close(): void;
}

const STANDARD_OUTPUT = 1;

/** A file, or standard output for null. */
export const openOutput = (path: string | null): Output => {
  const file = path === null ? STANDARD_OUTPUT : openSync(path, 'w');
  return {
    write(chunk) {
      for (let at = 0; at < chunk.length;) at += writeSome(file, chunk.subarray(at));
    },
    close() {
      if (file !== STANDARD_OUTPUT) closeSync(file);
    },
  };
};

/** A pipe that is full answers EAGAIN: then wait a moment and try again. */
const writeSome = (file: number, chunk: Uint8Array): number => {
  for (;;) {
    try {
      return writeSync(file, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' && file === STANDARD_OUTPUT) process.exit(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIPE_WAIT_MS);
    }
  }
};

const PIPE_WAIT_MS = 5;
