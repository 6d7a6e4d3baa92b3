import { UNDATED } from '../features/cell-key.ts';
import type { ClientBlock } from '../features/client-block.ts';
import type { Ledger, LedgerFrame, TransferColumn } from '../features/ledger.ts';
import { openOneByOne, type Population } from '../features/population.ts';
import type { ClientIndex } from '../kernel/units.ts';
import { ClientBook } from './client-book.ts';
import type { StreamFacts } from './settle-stats.ts';
import type { TraitMatcher } from './trait-matcher.ts';

/** A population of one: the client whose rows were just read, in the frame of all the others. */
export class StreamPopulation implements Population {
  readonly size = 1;
  readonly frame: LedgerFrame;
  readonly book: ClientBook;

  constructor(
    facts: StreamFacts,
    transferColumns: readonly TransferColumn[],
    traits: TraitMatcher,
  ) {
    const { months, reading, periodMonths } = facts;
    const dated = months.length > 0 && !months.includes(UNDATED);
    this.book = new ClientBook(facts, transferColumns.length, traits);
    this.frame = {
      months: dated ? months : [UNDATED],
      dated,
      periodMonths,
      categories: this.book.categories,
      knownCategories: reading.vocabulary.categories.length,
      transferTypes: transferColumns,
      currencies: reading.currencies,
      traits: traits.traits,
    };
  }

  open(_client: ClientIndex, ledger: Ledger): void {
    this.book.open(ledger);
  }

  openMany(first: ClientIndex, clients: number, block: ClientBlock): void {
    openOneByOne(this, first, clients, block);
  }
}
