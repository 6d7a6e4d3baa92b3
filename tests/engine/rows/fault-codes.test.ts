import { describe, expect, it } from 'vitest';
import type { AmountFault } from '../../../src/engine/rows/amount.ts';
import type { CategoryReading } from '../../../src/engine/rows/category.ts';
import type { ClientCodeReading } from '../../../src/engine/rows/client-code.ts';
import type { CurrencyReading } from '../../../src/engine/rows/currency.ts';
import type { DateFault } from '../../../src/engine/rows/date.ts';
import {
  answerFlag,
  FAULT_CODES,
  type FaultCode,
  faultRule,
} from '../../../src/engine/rows/fault-codes.ts';
import type { MissingColumnFault } from '../../../src/engine/rows/header.ts';
import type { AgeFault, BalanceFault, readStatus } from '../../../src/engine/rows/profile.ts';
import type { cellCountFault } from '../../../src/engine/rows/row-kind.ts';
import type { TransferFault, TransferReading } from '../../../src/engine/rows/transfer-type.ts';

const codes = Object.keys(FAULT_CODES) as FaultCode[];

type CodeOf<T> = T extends { readonly kind: 'bad'; readonly code: infer C } ? C : never;
type ReadingCode =
  | AmountFault
  | AgeFault
  | BalanceFault
  | DateFault
  | MissingColumnFault
  | TransferFault
  | CodeOf<CategoryReading>
  | CodeOf<ClientCodeReading>
  | CodeOf<CurrencyReading>
  | CodeOf<TransferReading>
  | Extract<CategoryReading, { kind: 'unknown' }>['fault']
  | NonNullable<ReturnType<typeof readStatus>['fault']>
  | NonNullable<ReturnType<typeof cellCountFault>>;
/** Does not compile when a reading has a code that is not in the table. */
const allAreKnown: ReadingCode extends FaultCode ? true : false = true;

describe('FAULT_CODES', () => {
  it('has every code that a reading answers with', () => {
    expect(allAreKnown).toBe(true);
  });

  it('groups exactly the unknown values', () => {
    expect(codes.filter((code) => faultRule(code).grouped)).toEqual([
      'unknown-category',
      'unknown-type',
      'unknown-direction',
      'unknown-status',
      'unknown-language',
    ]);
  });

  it('rejects with an error whatever cannot be read, uses the rest', () => {
    for (const code of codes) {
      const { severity, effect, about } = faultRule(code);
      if (severity === 'error') expect([code, effect]).not.toEqual([code, 'none']);
      if (effect === 'refuse') expect([code, severity]).toEqual([code, 'error']);
      if (effect === 'leave-out') expect([code, about]).toEqual([code, 'row']);
    }
  });

  it('names a flag for every question', () => {
    const questions = codes.filter((code) => /-(ambiguous|conflict)$/.test(code));
    expect(questions.map((code) => [code, answerFlag(code)])).toEqual([
      ['encoding-ambiguous', '--encoding'],
      ['delimiter-ambiguous', '--delimiter'],
      ['decimal-ambiguous', '--decimal'],
      ['decimal-conflict', '--decimal'],
      ['date-order-ambiguous', '--date-order'],
      ['date-order-conflict', '--date-order'],
    ]);
    for (const code of ['empty-file', 'no such code', 'constructor']) {
      expect([code, answerFlag(code)]).toEqual([code, null]);
    }
  });

  it('has codes that are words and hyphens', () => {
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});
