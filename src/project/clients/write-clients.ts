import { cellName } from '../../engine/features/cell-key.ts';
import type { MonthPages } from '../../engine/features/month-pages.ts';
import type { Aggregates } from '../../engine/features/aggregates.ts';
import type { ClientTable } from '../../engine/features/client-table.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';
import { ByteWriter } from './byte-writer.ts';
import { columnsOf, type KeptClients } from './kept-clients.ts';

/** The clients and their sums, client by client, without what is 0: see FORMATS.md for the order. */
export const writeClients = (
  { report, clients, aggregates }: KeptClients,
  vocabulary: Vocabulary,
): Uint8Array<ArrayBuffer> => {
  const to = new ByteWriter();
  to.texts(columnsOf(vocabulary));
  to.text(JSON.stringify(report));
  writeNames(to, aggregates);
  for (const { names } of registriesOf(clients)) to.texts(names);
  to.uint(clients.size);
  const spend = new PagesWriter(to, aggregates.spend);
  const transfers = new PagesWriter(to, aggregates.transfers);
  clients.codes.forEach((code, client) => {
    to.text(code);
    writeProfile(to, clients, client);
    spend.client(client);
    transfers.client(client);
    writeTraits(to, aggregates, client);
  });
  writeSparse(to, aggregates);
  return to.finish();
};

const registriesOf = ({ names, statuses, cities, languages }: ClientTable) => [
  ...[names, statuses],
  ...[cities, languages],
];

const writeNames = (to: ByteWriter, { categories, currencies, traits }: Aggregates): void => {
  to.texts(categories.keys);
  categories.labels.forEach((label) => {
    to.text(label);
  });
  to.texts(currencies.names);
  to.texts(traits.names);
};

const writeProfile = (to: ByteWriter, clients: ClientTable, client: number): void => {
  to.uint(clients.nameId(client));
  to.uint(clients.statusId(client));
  to.uint(clients.cityId(client));
  to.uint(clients.languageId(client));
  const age = clients.age(client);
  to.uint(Number.isNaN(age) ? 0 : age + 1);
  to.int(clients.balance(client));
};

/** Sums by month, then counts, of one client after the other. */
class PagesWriter {
  readonly #to: ByteWriter;
  readonly #pages: MonthPages;
  readonly #months: readonly number[];
  readonly #counts: Float64Array;

  constructor(to: ByteWriter, pages: MonthPages) {
    this.#to = to;
    this.#pages = pages;
    this.#months = pages.months();
    this.#counts = new Float64Array(pages.columns);
    to.uint(this.#months.length);
    for (const month of this.#months) to.uint(month + 1);
  }

  client(client: number): void {
    for (const month of this.#months) {
      this.#cells((column) => this.#pages.wholeSum(client, column, month));
    }
    this.#counts.fill(0);
    this.#pages.copyCounts(this.#counts, client);
    this.#cells((column) => this.#counts[column]);
  }

  /** How far on the next column is that is not 0, and what is in it; a step of 0 ends them. */
  #cells(valueOf: (column: number) => number | bigint): void {
    let last = -1;
    for (let column = 0; column < this.#pages.columns; column++) {
      const value = valueOf(column);
      if (Number(value) === 0) continue;
      this.#to.uint(column - last);
      this.#to.int(value);
      last = column;
    }
    this.#to.uint(0);
  }
}

const writeTraits = (to: ByteWriter, { traitSets }: Aggregates, client: number): void => {
  const traits: number[] = [];
  traitSets.forEach(client, (trait) => traits.push(trait));
  to.uint(traits.length);
  for (const trait of traits) to.uint(trait);
};

const writeSparse = (to: ByteWriter, { sparse }: Aggregates): void => {
  to.uint(sparse.size);
  sparse.forEach((client, key, sum, count) => {
    const { transfer, row, currency, month } = cellName(key);
    to.uint(client);
    to.uint(row * 2 + Number(transfer));
    to.uint(currency);
    to.uint(month + 1);
    to.int(sum);
    to.uint(count);
  });
};
