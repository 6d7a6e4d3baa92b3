import type { ClientTable } from '../../../engine/features/client-table.ts';
import type { ClientIndex } from '../../../engine/kernel/units.ts';
import type { KeptDecisions, KeptEdit } from '../../../engine/texts/kept-decisions.ts';
import type { TextDecision } from '../../../engine/texts/settle-text.ts';
import { textKey } from '../../../engine/texts/text-key.ts';

/** Decisions by `clientKey`. */
export type KeptBook = Map<number, TextDecision>;

/** Who a client is, whatever their place in an import: code and name. */
const clientKey = (clients: ClientTable, client: ClientIndex): number =>
  textKey(`${clients.codes[client]}\n${clients.name(client)}`);

export const keptBook = ({ approved, rejected, edited }: KeptDecisions): KeptBook => {
  const book: KeptBook = new Map();
  for (const [verdict, { clients, seen }] of [
    ['approved', approved],
    ['rejected', rejected],
  ] as const) {
    clients.forEach((client, at) => book.set(client, { verdict, seen: seen[at], edit: null }));
  }
  for (const { client, verdict, seen, text, facts } of edited) {
    book.set(client, { verdict, seen, edit: { text, facts } });
  }
  return book;
};

export const keptDecisions = (book: KeptBook): KeptDecisions => {
  const kept = {
    approved: { clients: [] as number[], seen: [] as number[] },
    rejected: { clients: [] as number[], seen: [] as number[] },
    edited: [] as KeptEdit[],
  };
  for (const [client, { verdict, seen, edit }] of book) {
    if (edit !== null) kept.edited.push({ client, seen, verdict, ...edit });
    else if (verdict !== null) {
      kept[verdict].clients.push(client);
      kept[verdict].seen.push(seen);
    }
  }
  return kept;
};

/** What was decided about these clients. */
export const bookOf = (
  clients: ClientTable,
  decisionOf: (client: ClientIndex) => TextDecision | null,
): KeptBook => {
  const book: KeptBook = new Map();
  for (let client = 0; client < clients.size; client++) {
    const decision = decisionOf(client);
    if (decision !== null) book.set(clientKey(clients, client), decision);
  }
  return book;
};

/** Those of these clients whom the book knows, with their keys. */
export const knownClients = (
  clients: ClientTable | null,
  book: KeptBook,
): ReadonlyMap<ClientIndex, number> => {
  const known = new Map<ClientIndex, number>();
  if (clients === null || book.size === 0) return known;
  for (let client = 0; client < clients.size; client++) {
    const key = clientKey(clients, client);
    if (book.has(key)) known.set(client, key);
  }
  return known;
};
