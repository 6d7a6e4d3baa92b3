import Papa from 'papaparse';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { trimCell } from '../../engine/kernel/text-key.ts';
import { readHeader } from '../../engine/rows/header.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';
import { decodeText } from '../../project/decode-text.ts';
import type { SideFault } from '../check-contract.ts';

/** A `client_code,product` file beside the data: a reference, or what clients hold. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly skipped: number;
}

export type Pair = readonly [code: string, product: string];

const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads such a file with Papa Parse. Headings are found in any order and in the words of the
 * vocabulary; without any, the first two columns are taken.
 */
export const readSideFile = (
  bytes: Uint8Array,
  vocabulary: Vocabulary,
): Outcome<Pairs, SideFault> => {
  if (bytes.length > MOST_BYTES) return failed('too-large');
  const { data } = Papa.parse<readonly string[]>(decodeText(bytes), { skipEmptyLines: 'greedy' });
  if (data.length === 0) return failed('no-rows');
  const { client_code: code, product } = readHeader(data[0], vocabulary).columns;
  const headed = code !== undefined || product !== undefined;
  if (headed ? code === undefined || product === undefined : data[0].length < 2) {
    return failed('no-columns');
  }
  const rows = headed ? data.slice(1) : data;
  const [at, of] = [code ?? 0, product ?? 1];
  const pairs = rows
    .map((row): Pair => [trimCell(row[at] ?? ''), trimCell(row[of] ?? '')])
    .filter(([client, name]) => client !== '' && name !== '');
  return pairs.length === 0
    ? failed('no-rows')
    : done({ pairs, skipped: rows.length - pairs.length });
};
