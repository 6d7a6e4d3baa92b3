import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { type Holdings, holdingsOfList } from '../engine/recommendations/holdings.ts';
import { en } from '../locales/en/index.ts';
import { VOCABULARY } from '../presets/vocabulary.ts';
import { decodeText } from '../project/decode-text.ts';
import type { HoldingsChoice } from '../project/work.ts';
import { readSideFile } from '../worker/desk/side-file.ts';

/** What clients have already, and the file that says so. */
export interface LoadedHoldings {
  readonly holdings: Holdings;
  readonly choice: HoldingsChoice;
}

/** What clients have already, from `--holdings FILE`; null when nobody asks. */
export const loadHoldings = async (
  path: string | null,
): Promise<Outcome<LoadedHoldings | null, string>> => {
  if (path === null) return done(null);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return failed(`The file of holdings "${path}" cannot be read`);
  }
  const read = readSideFile(bytes, VOCABULARY);
  if (!read.ok) {
    const reason = en.checks.sideFaults[read.fault];
    return failed(`The file of holdings "${path}" cannot be used: ${reason}`);
  }
  const choice = { kind: 'file', name: basename(path), text: decodeText(bytes) } as const;
  return done({ holdings: holdingsOfList(read.value.pairs), choice });
};
