import type { ClientProfile } from '../features/client-table.ts';
import { cellKey, cellName, UNDATED } from '../features/cell-key.ts';
import { categoryRow } from '../features/create-ledger.ts';
import type { Ledger } from '../features/ledger.ts';
import { isInside } from '../ingest/month-window.ts';
import type { MonthIndex } from '../kernel/units.ts';
import { ExactCells } from './exact-cells.ts';
import { SparseSum } from './sparse-sum.ts';
import type { OperationRow } from './operation-row.ts';
import type { StreamFacts } from './settle-stats.ts';
import type { StreamFaultCode } from './stream-fault.ts';
import { OwnCategories } from './own-categories.ts';
import type { TraitMatcher } from './trait-matcher.ts';
import { WordCache } from './word-cache.ts';

const TIYN_PER_TENGE = 100;
/** Positions of months that have none: the statistics know no row of it, or it is no part of the period. */
const NOWHERE = -1;
const OUTSIDE = -2;

/**
 * One client's sums, whatever the number of rows. Opens a ledger exactly as FrozenPopulation does:
 * the same sums are added in the same order, so that the same rows give the same bits.
 */
export class ClientBook {
  profile: ClientProfile | null = null;
  readonly #facts: StreamFacts;
  readonly #rates: readonly number[];
  readonly #known: number;
  readonly #columns: number;
  /** By month − first month + 1; 0 is that of undated rows. */
  readonly #monthAt: readonly number[];
  readonly #spend: ExactCells;
  readonly #transfers: ExactCells;
  readonly #spendCounts: Float64Array;
  readonly #transferCounts: Float64Array;
  /** Foreign money and unknown categories, by cell key. */
  readonly #sparse = new Map<number, SparseSum>();
  readonly #own: OwnCategories;
  /** By position in the frame; grows and shrinks with the client that is open. */
  readonly categories: readonly string[];
  readonly #traits: Uint8Array;
  readonly #traitsOf: Readonly<Record<'product' | 'type', WordCache<readonly number[]>>>;

  constructor(facts: StreamFacts, transferColumns: number, traits: TraitMatcher) {
    const { reading, months } = facts;
    this.#facts = facts;
    this.#rates = reading.currencies.map((code, id) => (id === 0 ? 1 : facts.fx[code]));
    this.#known = reading.vocabulary.categories.length;
    this.#columns = transferColumns;
    this.#monthAt = positionsOf(months, facts.window.from);
    this.#spend = new ExactCells(this.#known * months.length);
    this.#transfers = new ExactCells(transferColumns * months.length);
    this.#spendCounts = new Float64Array(this.#known);
    this.#transferCounts = new Float64Array(transferColumns);
    this.#own = new OwnCategories(facts);
    this.categories = this.#own.categories;
    this.#traits = new Uint8Array(traits.traits.length);
    this.#traitsOf = {
      product: new WordCache((text) => traits.matches('product', text)),
      type: new WordCache((text) => traits.matches('type', text)),
    };
  }

  /** Takes one row; returns why it is outside the population's period, if it is. */
  add(row: OperationRow): StreamFaultCode | null {
    const month = this.#position(row.month);
    if (month < 0) return month === OUTSIDE ? 'date-outside-window' : 'stream-month';
    if (row.currency > 0 || row.row < 0) this.#addSparse(row);
    else if (row.transfer) {
      this.#transfers.add(month * this.#columns + row.row, row.amount, row.large);
      this.#transferCounts[row.row] += row.count;
    } else {
      this.#spend.add(month * this.#known + row.row, row.amount, row.large);
      this.#spendCounts[row.row] += row.count;
    }
    if (this.#traits.length > 0) this.#addTraits(row);
    return null;
  }

  #position(month: MonthIndex): number {
    if (month !== UNDATED && !isInside(this.#facts.window, month)) return OUTSIDE;
    const at = month === UNDATED ? 0 : month - this.#facts.window.from + 1;
    return this.#monthAt[at] ?? NOWHERE;
  }

  #addSparse(row: OperationRow): void {
    const category = row.unknown === null ? row.row : this.#known + this.#own.idOf(row.unknown);
    const key = cellKey(row.transfer, category, row.currency, row.month);
    let sum = this.#sparse.get(key);
    if (sum === undefined) this.#sparse.set(key, (sum = new SparseSum()));
    sum.add(row.amount, row.large, row.count);
  }

  #addTraits({ product, type }: OperationRow): void {
    if (product !== '') for (const id of this.#traitsOf.product.get(product)) this.#traits[id] = 1;
    if (type !== '') for (const id of this.#traitsOf.type.get(type)) this.#traits[id] = 1;
  }

  /** Makes room for the next client. */
  clear(): void {
    this.profile = null;
    this.#spend.clear();
    this.#transfers.clear();
    this.#spendCounts.fill(0);
    this.#transferCounts.fill(0);
    this.#sparse.clear();
    this.#own.clear();
    this.#traits.fill(0);
  }

  /** Refills `ledger`, which has the frame of these facts, with the client that was gathered. */
  open(ledger: Ledger): void {
    const { code, name, status, city, age, balance, language } = this.profile!;
    Object.assign(ledger, { client: 0, code, name, status, city, age, language });
    ledger.balance = balance / TIYN_PER_TENGE;
    this.#readDense(ledger);
    this.#readSparse(ledger);
    for (const sums of [ledger.spend, ledger.foreignSpend, ledger.transfers]) {
      for (let at = 0; at < sums.length; at++) sums[at] /= TIYN_PER_TENGE;
    }
    ledger.traitCount = 0;
    for (let id = 0; id < this.#traits.length; id++) {
      if (this.#traits[id] === 1) ledger.traitIds[ledger.traitCount++] = id;
    }
  }

  #readDense(ledger: Ledger): void {
    const { months } = this.#facts;
    const { months: slots, dated } = ledger.frame;
    ledger.categoryCount = this.#known;
    for (const table of [ledger.spend, ledger.transfers, ledger.foreignSpend]) table.fill(0);
    for (const table of [ledger.spendCount, ledger.currencyCount]) table.fill(0);
    for (let month = 0; month < months.length; month++) {
      const slot = dated ? month : 0;
      for (let row = 0; row < this.#known; row++) {
        ledger.spend[row * slots.length + slot] += this.#spend.get(month * this.#known + row);
      }
      for (let row = 0; row < this.#columns; row++) {
        ledger.transfers[row * slots.length + slot] += this.#transfers.get(
          month * this.#columns + row,
        );
      }
    }
    ledger.spendCount.set(this.#spendCounts);
    for (const count of this.#spendCounts) ledger.currencyCount[0] += count;
    ledger.transferCount.set(this.#transferCounts);
  }

  /** Cells in order of their names, as rounding goes by order. */
  #readSparse(ledger: Ledger): void {
    if (this.#sparse.size === 0) return;
    const ids = this.#own.frameIds();
    const { months: slots, dated } = ledger.frame;
    const cells = [...this.#sparse].map(([key, sum]) => {
      const name = cellName(key);
      const isOwn = !name.transfer && name.row >= this.#known;
      return { ...name, row: isOwn ? ids[name.row - this.#known] : name.row, sum };
    });
    cells.sort(
      (a, b) =>
        Number(a.transfer) - Number(b.transfer) ||
        a.row - b.row ||
        a.currency - b.currency ||
        a.month - b.month,
    );
    for (const { transfer, row, currency, month, sum } of cells) {
      const { count } = sum;
      const slot = dated ? this.#position(month) : 0;
      const amount = sum.total * this.#rates[currency];
      if (transfer) {
        ledger.transfers[row * slots.length + slot] += amount;
        ledger.transferCount[row] += count;
        continue;
      }
      const at = categoryRow(ledger, row);
      ledger.spend[at * slots.length + slot] += amount;
      ledger.spendCount[at] += count;
      ledger.currencyCount[currency] += count;
      if (currency > 0) ledger.foreignSpend[currency * slots.length + slot] += amount;
    }
  }
}

/** Position of each month among `months`, from `first` − 1, which stands for undated, on. */
const positionsOf = (months: readonly MonthIndex[], first: MonthIndex): number[] => {
  const positions: number[] = [];
  months.forEach((month, at) => {
    positions[month === UNDATED ? 0 : month - first + 1] = at;
  });
  return Array.from(positions, (position) => (position as number | undefined) ?? NOWHERE);
};
