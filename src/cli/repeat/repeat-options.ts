import type { ParseArgsConfig } from 'node:util';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { RepeatOptions } from './run-repeat.ts';

export const REPEAT_FLAGS = {
  out: { type: 'string' },
  threads: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const MAX_THREADS = 64;

/** Reads the flags of `repeat`; a fault is one sentence. */
export const readRepeatOptions = (
  { out = null, threads: text }: { readonly out?: string | null; readonly threads?: string },
  paths: readonly string[],
): Outcome<RepeatOptions, string> => {
  if (paths.length === 0) return failed('vygoda repeat: name the manifest, then its files');
  const threads = text === undefined ? null : Number(text);
  if (threads !== null && !(Number.isInteger(threads) && threads >= 1 && threads <= MAX_THREADS)) {
    return failed(`vygoda repeat: --threads "${text ?? ''}" is no whole number from 1 to 64`);
  }
  const [manifest, ...inputs] = paths;
  return done({ manifest, inputs, out, threads });
};
