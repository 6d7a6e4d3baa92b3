import { Aggregates, KZT } from '../../engine/features/aggregates.ts';
import { cellKey, UNDATED } from '../../engine/features/cell-key.ts';
import { ClientTable } from '../../engine/features/client-table.ts';
import type { MonthPages } from '../../engine/features/month-pages.ts';
import type { Registry } from '../../engine/features/registry.ts';
import { layoutFor } from '../../engine/ingest/layout-for.ts';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { MonthIndex } from '../../engine/kernel/units.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';
import { ByteReader } from './byte-reader.ts';
import { columnsOf, type KeptClients } from './kept-clients.ts';
import { readReport } from './read-report.ts';

const MAX_CLIENTS = 10_000_000;
/** Distinct categories, currencies and traits: a column with more words is free text. */
const MAX_NAMES = 20_000;
/** A year around the busiest month, and the rows without a date. */
const MAX_SPAN = 24;
const MAX_MONTHS = MAX_SPAN + 2;
const MAX_MONTH = 12 * 5000;
const MAX_AGE = 120;
const MAX_COUNT = Number.MAX_SAFE_INTEGER;

/**
 * The clients in the bytes that `writeClients` made, or anybody; the fault says which part is wrong.
 * `columns` is one too: what was summed by other lists of categories and types cannot be used here.
 */
export const readClients = (
  bytes: Uint8Array,
  vocabulary: Vocabulary,
): Outcome<KeptClients, string> => {
  const from = new ByteReader(bytes);
  const columns = from.texts('columns', MAX_NAMES);
  if (columns.join('\t') !== columnsOf(vocabulary).join('\t')) return failed('columns');
  const report = readReport(from.text('report'));
  if (!report.ok) return report;
  const names = readNames(from);
  const clients = readRegistries(from);
  const count = from.count('clients', MAX_CLIENTS);
  const early = from.flaw();
  if (early !== null) return failed(early);
  if (count === 0 || count !== report.value.totals.clients) return failed('clients');

  const aggregates = new Aggregates(layoutFor(vocabulary, count));
  addNames(from, aggregates, names);
  const months = new MonthReader(from);
  const spend = new PagesReader(from, aggregates.spend, months);
  const transfers = new PagesReader(from, aggregates.transfers, months);
  for (let client = 0; client < count && from.flaw() === null; client++) {
    readClient(from, clients);
    spend.client(client);
    transfers.client(client);
    readTraits(from, aggregates, client);
  }
  readSparse(from, aggregates, count, months);
  from.finish();
  const flaw = from.flaw();
  return flaw === null ? done({ report: report.value, clients, aggregates }) : failed(flaw);
};

interface Names {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly currencies: readonly string[];
  readonly traits: readonly string[];
}

const readNames = (from: ByteReader): Names => {
  const keys = from.texts('categories', MAX_NAMES);
  return {
    keys,
    labels: keys.map(() => from.text('categories')),
    currencies: from.texts('currencies', MAX_NAMES),
    traits: from.texts('traits', MAX_NAMES),
  };
};

const addNames = (
  from: ByteReader,
  { categories, currencies, traits, layout }: Aggregates,
  names: Names,
): void => {
  const known = layout.categories;
  if (known.some(({ key }, id) => names.keys[id] !== key)) from.fail('categories');
  if (new Set(names.labels).size !== names.labels.length) from.fail('categories');
  if (names.currencies[0] !== KZT) from.fail('currencies');
  if (names.currencies.some((code) => !/^[A-Z]{3}$/.test(code))) from.fail('currencies');
  if (names.traits.some((name) => !/^(product|type)\t/.test(name))) from.fail('traits');
  names.keys.forEach((key, id) => categories.idOf(key, names.labels[id]));
  names.currencies.forEach((name) => currencies.idOf(name));
  names.traits.forEach((name) => traits.idOf(name));
};

const readRegistries = (from: ByteReader): ClientTable => {
  const clients = new ClientTable();
  const fill = (registry: Registry): void => {
    for (const name of from.texts('names', MAX_CLIENTS)) registry.idOf(name);
  };
  fill(clients.names);
  fill(clients.statuses);
  fill(clients.cities);
  fill(clients.languages);
  return clients;
};

const readClient = (from: ByteReader, clients: ClientTable): void => {
  const code = from.text('codes');
  const { start, end } = from;
  if (code === '') from.fail('codes');
  const idIn = ({ names }: Registry): number => {
    const id = from.uint('names', names.length - 1);
    if (names.length === 0) from.fail('names');
    return id;
  };
  const cells = {
    name: idIn(clients.names),
    status: idIn(clients.statuses),
    city: idIn(clients.cities),
    language: idIn(clients.languages),
    age: (from.uint('ages', MAX_AGE + 1) || NaN) - 1,
    balance: Number(from.int('balances')),
  };
  if (from.flaw() !== null) return;
  // The rows that these came from are not there, nor are others that could take their place.
  if (clients.putCells(from.bytes, start, end, cells, 0, 0) !== null) from.fail('codes');
};

/** Months as far apart as rows of one import can be: a ledger has places for all between. */
class MonthReader {
  readonly #from: ByteReader;
  #first = Infinity;
  #last = -Infinity;

  constructor(from: ByteReader) {
    this.#from = from;
  }

  next(): MonthIndex {
    const month = this.#from.uint('months', MAX_MONTH) - 1;
    if (month === UNDATED) return month;
    this.#first = Math.min(this.#first, month);
    this.#last = Math.max(this.#last, month);
    if (this.#last - this.#first > MAX_SPAN) this.#from.fail('months');
    return month;
  }
}

/** Sums by month, then counts, of one client after the other. */
class PagesReader {
  readonly #from: ByteReader;
  readonly #pages: MonthPages;
  readonly #months: readonly number[];

  constructor(from: ByteReader, pages: MonthPages, months: MonthReader) {
    this.#from = from;
    this.#pages = pages;
    this.#months = Array.from({ length: from.uint('months', MAX_MONTHS) }, () => months.next());
    if (new Set(this.#months).size !== this.#months.length) from.fail('months');
    if (from.flaw() === null) for (const month of this.#months) pages.seeMonth(month);
  }

  client(client: number): void {
    for (const month of this.#months) {
      this.#cells((column) => {
        this.#pages.addWhole(client, column, month, this.#from.int('sums'));
      });
    }
    this.#cells((column) => {
      this.#pages.addCount(client, column, readCount(this.#from));
    });
  }

  #cells(take: (column: number) => void): void {
    const { columns } = this.#pages;
    for (let column = -1; ;) {
      const step = this.#from.uint('sums', columns - 1 - column);
      if (step === 0) return;
      take((column += step));
    }
  }
}

const readCount = (from: ByteReader): number => {
  const count = from.int('counts');
  if (typeof count === 'number' && count >= 0) return count;
  from.fail('counts');
  return 0;
};

const readTraits = (from: ByteReader, { traits, traitSets }: Aggregates, client: number): void => {
  const all = traits.names.length;
  for (let left = from.count('traits', all); left > 0; left--) {
    const trait = from.uint('traits', all - 1);
    if (from.flaw() === null) traitSets.add(client, trait);
  }
};

const readSparse = (
  from: ByteReader,
  { sparse, categories, currencies, layout }: Aggregates,
  clients: number,
  months: MonthReader,
): void => {
  for (let left = from.count('cells', MAX_COUNT); left > 0 && from.flaw() === null; left--) {
    const client = from.uint('cells', clients - 1);
    const kind = from.uint('cells', 2 * MAX_NAMES + 1);
    const currency = from.uint('cells', currencies.names.length - 1);
    const month = months.next();
    const sum = from.int('cells');
    const count = from.uint('cells', MAX_COUNT);
    const transfer = kind % 2 === 1;
    const row = Math.floor(kind / 2);
    const rows = transfer ? layout.transferColumns : categories.keys.length;
    if (row >= rows) from.fail('cells');
    else if (from.flaw() === null) {
      sparse.addWhole(client, cellKey(transfer, row, currency, month), sum, count);
    }
  }
};
