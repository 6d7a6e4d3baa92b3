import type { FaultDetail } from '../kernel/fault.ts';
import type { Line } from '../kernel/units.ts';
import { type FaultCode, faultRule } from '../rows/fault-codes.ts';
import { CurrencySums } from './currency-sums.ts';
import { noEvidence } from './evidence.ts';
import { FaultLog } from './fault-log.ts';

/** The books of one range: what was read, what became of it, what it proves. */
export class RangeTally {
  readonly faults = new FaultLog();
  readonly evidence = noEvidence();
  readonly sums = new CurrencySums();
  records = 0;
  used = 0;

  /** `detail`: what else there is to say of one row. */
  report(
    code: FaultCode,
    line: Line,
    column = '',
    text = '',
    count = 1,
    detail: FaultDetail = {},
  ): void {
    const { severity } = faultRule(code);
    this.faults.add({ code, severity, line, column, text, count, ...detail });
  }

  /** Sums by currency: the home currency always, any other that was met. */
  currencyTotals(codes: readonly string[]): [string, bigint][] {
    return this.sums.totals(codes);
  }
}
