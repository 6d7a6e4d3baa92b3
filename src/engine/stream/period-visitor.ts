import { UNDATED } from '../features/cell-key.ts';
import type { Category } from '../features/aggregates.ts';
import type { ClientProfile } from '../features/client-table.ts';
import type { Evidence } from '../ingest/evidence.ts';
import { MAX_WORD } from '../kernel/text-key.ts';
import { sortedRecord } from './add-counts.ts';
import type { ClientStream } from './client-stream.ts';
import type { ClientVisitor } from './client-visitor.ts';
import { Doubts } from './doubts.ts';
import { MonthTally } from './month-tally.ts';
import type { OperationRow } from './operation-row.ts';
import { OPERATION_KINDS, type OperationKind } from './stream-format.ts';
import { MAX_SPELLINGS, type PeriodStats } from './stream-stats.ts';

/** Gathers what all clients together must tell before any of them can be scored. */
export class PeriodVisitor implements ClientVisitor {
  readonly #all = new PeriodRows();
  /** Of the present client: forgotten when it turns out to be nobody. */
  #own: PeriodRows | null = null;
  #isOverfull = false;

  add(row: OperationRow): null {
    (this.#own ??= new PeriodRows()).add(row);
    return null;
  }

  spell({ key, label }: Category): void {
    (this.#own ??= new PeriodRows()).spell(key, label);
  }

  finish(profile: ClientProfile | null): void {
    const own = this.#own;
    this.#own = null;
    if (own === null || profile === null) return;
    this.#all.addAll(own);
    if (this.#all.spellings.size <= MAX_SPELLINGS) return;
    this.#isOverfull = true;
    this.#all.spellings.clear();
  }

  /** What `stream`, which told all of it, has come to. */
  stats({ tally, operations, profiles }: ClientStream): PeriodStats {
    const { undated, months, spellings, doubts } = this.#all;
    const evidenceOf = (kind: OperationKind): Evidence => ({
      ...operations.evidence[kind],
      doubtfulAmounts: doubts[kind].amounts,
      amountExample: doubts[kind].amount,
      doubtfulDates: doubts[kind].dates,
      dateExample: doubts[kind].date,
    });
    const [transactions, transfers] = OPERATION_KINDS.map((kind) => ({
      dmy: doubts[kind].dmy.counts(),
      mdy: doubts[kind].mdy.counts(),
    }));
    return {
      clients: tally.clients,
      records: tally.records,
      used: tally.used,
      spoiled: tally.spoiled,
      faults: sortedRecord(tally.faults),
      undated,
      months: months.counts(),
      doubtful: { transactions, transfers },
      evidence: {
        clients: profiles.evidence,
        transactions: evidenceOf('transactions'),
        transfers: evidenceOf('transfers'),
      },
      spellings: this.#isOverfull ? null : [...spellings.values()].sort(),
    };
  }
}

class PeriodRows {
  undated = 0;
  readonly months = new MonthTally();
  readonly spellings = new Map<string, string>();
  readonly doubts: Record<OperationKind, Doubts> = {
    transactions: new Doubts(),
    transfers: new Doubts(),
  };

  add(row: OperationRow): void {
    const { unknown, month } = row;
    if (row.isDoubtfulDate || row.isDoubtfulAmount) {
      this.doubts[row.transfer ? 'transfers' : 'transactions'].add(row);
    }
    if (unknown !== null) this.spell(unknown.key, unknown.label);
    if (month === UNDATED) this.undated += row.count;
    else if (!row.isDoubtfulDate) this.months.add(month, row.count);
  }

  spell(key: string, label: string): void {
    if (label.length > MAX_WORD) return;
    const known = this.spellings.get(key);
    if (known === undefined || label < known) this.spellings.set(key, label);
  }

  addAll(other: PeriodRows): void {
    this.undated += other.undated;
    this.months.addAll(other.months);
    other.spellings.forEach((label, key) => this.spell(key, label));
    for (const kind of OPERATION_KINDS) this.doubts[kind].addAll(other.doubts[kind]);
  }
}
