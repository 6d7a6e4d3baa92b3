import type { ClientTable } from '../../engine/features/client-table.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { NO_OFFER_REASONS, type ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { ClientRow } from '../contract.ts';

const TIYN_PER_TENGE = 100;

/** One line of the table. */
export const rowOf = (
  client: ClientIndex,
  clients: ClientTable,
  scores: ScoreTable,
  chosen: boolean,
): ClientRow => {
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const reason = scores.noOffer[client];
  return {
    client,
    code: clients.codes[client],
    name: clients.name(client),
    status: clients.status(client),
    city: clients.city(client),
    age: known(clients.age(client)),
    balance: clients.balance(client) / TIYN_PER_TENGE,
    spend: scores.spend[client],
    product: scores.product[client],
    benefit: known(scores.benefit[client]),
    expected: known(scores.expected[client]),
    send: reason === 0,
    noOffer: reason === 0 ? null : NO_OFFER_REASONS[reason - 1],
    chosen,
  };
};
