import { compareNatural } from '../../engine/kernel/natural-order.ts';
import type { RowFile } from './row-file.ts';

/** The part of a row of clients that finding needs. */
export interface FoundClient {
  readonly client_code: number | string;
  readonly name: string | null;
}

/** Finds a client by halving: rows are in natural order, so twenty looks are enough for a million. */
export const findClient = async (
  clients: RowFile,
  code: string,
): Promise<{ client: FoundClient; at: number } | null> => {
  let from = 0;
  let to = clients.count;
  while (from < to) {
    const at = (from + to) >>> 1;
    const [row] = await clients.rows(at, at + 1);
    const client = row as FoundClient;
    const order = compareNatural(code, String(client.client_code));
    if (order === 0) return { client, at };
    if (order < 0) to = at;
    else from = at + 1;
  }
  return null;
};
