import { putLedger } from '../features/block-ledger.ts';
import { createBlock, emptyBlock } from '../features/client-block.ts';
import type { Ledger, LedgerFrame } from '../features/ledger.ts';
import type { Tenge } from '../kernel/units.ts';
import { BlockTotals } from './block-totals.ts';
import type { Metric, MonthMetric } from './metric.ts';

/** One client as a block of one: what is worked out for many is worked out for one by the same code. */
export class ClientTotals {
  ledger: Ledger;
  readonly block: BlockTotals;
  readonly #answer = new Float64Array(1);

  constructor(frame: LedgerFrame, ledger: Ledger) {
    this.ledger = ledger;
    this.block = new BlockTotals(createBlock(frame, 1));
  }

  read(ledger: Ledger): void {
    const { block } = this.block;
    this.ledger = ledger;
    emptyBlock(block, 1);
    putLedger(block, 0, ledger);
    this.block.read();
  }

  ask(metric: Metric): number {
    metric(this.block, this.#answer, 0);
    return this.#answer[0];
  }

  askMonth(metric: MonthMetric, slot: number): number {
    metric(this.block, slot, this.#answer, 0);
    return this.#answer[0];
  }

  /** Σ over the period of one category, by its row in the ledger. */
  spendIn(row: number): Tenge {
    const { categorySpend, ownSpend } = this.block;
    const own = row - categorySpend.length;
    return own < 0 ? categorySpend[row] : ownSpend[own];
  }
}
