import { readFile } from 'node:fs/promises';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { type Holdings, holdingsOfList } from '../engine/recommendations/holdings.ts';
import { en } from '../locales/en/index.ts';
import { VOCABULARY } from '../presets/vocabulary.ts';
import { readSideFile } from '../worker/desk/side-file.ts';

/** What clients have already, from `--holdings FILE`; undefined when nobody asks. */
export const loadHoldings = async (
  path: string | null,
): Promise<Outcome<Holdings | undefined, string>> => {
  if (path === null) return done(undefined);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return failed(`The file of holdings "${path}" cannot be read`);
  }
  const read = readSideFile(bytes, VOCABULARY);
  return read.ok
    ? done(holdingsOfList(read.value.pairs))
    : failed(`The file of holdings "${path}" cannot be used: ${en.checks.sideFaults[read.fault]}`);
};
