import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../src/engine/rows/amount.ts';
import type { DecimalMark } from '../../src/engine/rows/decimal-mark.ts';
import { type DateOrder, readDate } from '../../src/engine/rows/date.ts';
import { readHeader } from '../../src/engine/rows/header.ts';
import { FIELDS } from '../../src/engine/rows/vocabulary.ts';
import { VOCABULARY } from '../../src/presets/vocabulary.ts';

const RUNS = { numRuns: 3000 };

/** A decimal number as its digits; the oracle knows nothing else of it. */
interface Decimal {
  readonly whole: string;
  readonly fraction: string;
  readonly negative: boolean;
}

/** Half away from zero to 0.01, by integers of any size. */
const expectedTiyn = ({ whole, fraction, negative }: Decimal, exponent = 0): number => {
  const digits = BigInt(whole + fraction) * 10n ** BigInt(20 + exponent);
  const unit = 10n ** BigInt(20 + fraction.length);
  const size = (digits * 200n + unit) / (unit * 2n);
  return Number(negative ? -size : size);
};

const digits = (min: number, max: number) =>
  fc.array(fc.nat(9), { minLength: min, maxLength: max }).map((list) => list.join(''));

const decimal: fc.Arbitrary<Decimal> = fc.record({
  whole: fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 13n - 1n }).map(String),
    fc.bigInt({ min: 0n, max: 99999n }).map(String),
  ),
  // Halves are where rounding goes wrong.
  fraction: fc.oneof(
    digits(0, 4),
    digits(0, 25),
    digits(2, 2).map((text) => `${text}5`),
    digits(2, 2).map((text) => `${text}49999999999999999999`),
  ),
  negative: fc.boolean(),
});

const GROUPS = ['', ' ', '\u00A0', '\u202F', "'", '\u2019', 'other mark'] as const;
const BEFORE = ['-', '\u2212', '\u2013', '- '] as const;

interface Style {
  readonly mark: DecimalMark;
  readonly group: (typeof GROUPS)[number];
  readonly minus: (number: string) => string;
  readonly plus: boolean;
  readonly currency: (number: string) => string;
  readonly edge: string;
}

const style: fc.Arbitrary<Style> = fc.record({
  mark: fc.constantFrom<DecimalMark>('.', ','),
  group: fc.constantFrom(...GROUPS),
  minus: fc.oneof(
    fc.constantFrom(...BEFORE).map((sign) => (number: string) => sign + number),
    fc.constantFrom(...BEFORE).map((sign) => (number: string) => number + sign.trim()),
    fc.constant((number: string) => `(${number})`),
  ),
  plus: fc.boolean(),
  currency: fc.oneof(
    fc.constant((number: string) => number),
    fc.constantFrom('₸', '$', 'KZT ').map((sign) => (number: string) => sign + number),
    fc.constantFrom(' ₸', '€', ' тг', ' тенге', ' USD').map((sign) => (n: string) => n + sign),
  ),
  edge: fc.constantFrom('', ' ', '\u00A0', '\u200B', '\uFEFF', '\t'),
});

const format = ({ whole, fraction, negative }: Decimal, how: Style): string => {
  const other = how.mark === '.' ? ',' : '.';
  const group = how.group === 'other mark' ? other : how.group;
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, group);
  const number = how.currency(fraction === '' ? grouped : grouped + how.mark + fraction);
  const signed = negative ? how.minus(number) : how.plus ? `+${number}` : number;
  return how.edge + signed + how.edge;
};

describe('amounts', () => {
  it('are read exactly, in every style, when the decimal mark is known', () => {
    fc.assert(
      fc.property(decimal, style, (number, how) => {
        const reading = readAmount(format(number, how), how.mark, VOCABULARY);
        expect(reading).toMatchObject({ kind: 'amount', tiyn: expectedTiyn(number) });
      }),
      RUNS,
    );
  });

  it('are read the same, or as two values with the true one among them, when it is not', () => {
    fc.assert(
      fc.property(decimal, style, (number, how) => {
        const reading = readAmount(format(number, how), null, VOCABULARY);
        const expected = expectedTiyn(number);
        if (reading.kind === 'ambiguous') {
          expect(how.mark === '.' ? reading.asPoint : reading.asComma).toBe(expected);
          expect(reading.asPoint).not.toBe(reading.asComma);
        } else {
          expect(reading).toMatchObject({ kind: 'amount', tiyn: expected });
          // What a value proves is true.
          const proof = reading.kind === 'amount' ? reading.evidence : null;
          expect([how.mark, null]).toContain(proof);
        }
      }),
      RUNS,
    );
  });

  it('are read the same whatever the column is, unless two ways were possible', () => {
    fc.assert(
      fc.property(decimal, style, (number, how) => {
        const text = format(number, how);
        const reading = readAmount(text, null, VOCABULARY);
        if (reading.kind === 'ambiguous') return;
        expect(readAmount(text, '.', VOCABULARY)).toEqual(reading);
        expect(readAmount(text, ',', VOCABULARY)).toEqual(reading);
      }),
      RUNS,
    );
  });

  it('are read exactly in scientific notation', () => {
    const small = fc.record({
      whole: digits(1, 5),
      fraction: digits(0, 6),
      negative: fc.boolean(),
    });
    const exponent = fc.integer({ min: -15, max: 8 });
    const letter = fc.constantFrom('e', 'E');
    fc.assert(
      fc.property(small, exponent, letter, style, (number, power, e, { mark, plus }) => {
        const mantissa =
          number.fraction === '' ? number.whole : number.whole + mark + number.fraction;
        const text = `${number.negative ? '-' : ''}${mantissa}${e}${plus && power >= 0 ? '+' : ''}${power}`;
        const reading = readAmount(text, null, VOCABULARY);
        expect(reading).toMatchObject({ kind: 'amount', tiyn: expectedTiyn(number, power) });
      }),
      RUNS,
    );
  });

  it('never throw, and are never more than 10^13 or a fraction of a tiyn', () => {
    const unit = fc.constantFrom(...Array.from('0159.,- +()eE₸$\u00A0\u2212тг'));
    const scrap = fc.string({ unit, maxLength: 14 });
    fc.assert(
      fc.property(fc.oneof(scrap, fc.string()), (text) => {
        const reading = readAmount(text, null, VOCABULARY);
        const values =
          reading.kind === 'amount'
            ? [reading.tiyn]
            : reading.kind === 'ambiguous'
              ? [reading.asPoint, reading.asComma]
              : [];
        for (const value of values) {
          expect(Number.isSafeInteger(value)).toBe(true);
          expect(Math.abs(value)).toBeLessThanOrEqual(1e15);
          expect(Object.is(value, -0)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

describe('dates', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const time = fc.constantFrom('', 'T10:15', ' 10:15:30', 'T23:59:59.999Z', 'T00:00:00+05:00');

  const expected = (iso: string) => ({
    month: Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1,
    day: Number(iso.slice(8)),
  });

  const styles: readonly ((y: string, m: string, d: string) => string)[] = [
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${y}/${m}/${d}`,
    (y, m, d) => `${y}${m}${d}`,
    (y, m, d) => `${d}.${m}.${y}`,
    (y, m, d) => `${Number(d)}.${Number(m)}.${y}`,
  ];

  it('are read as written, in every style that says its order', () => {
    fc.assert(
      fc.property(day, time, fc.constantFrom(...styles), (iso, clock, write) => {
        const [y, m, d] = iso.split('-');
        expect(readDate(write(y, m, d) + clock, null)).toEqual({
          kind: 'date',
          ...expected(iso),
          evidence: null,
        });
      }),
      RUNS,
    );
  });

  it('with an order that must be known are read by it, and prove nothing false', () => {
    const order = fc.constantFrom<DateOrder>('dmy', 'mdy');
    fc.assert(
      fc.property(day, time, order, fc.constantFrom('/', '-'), (iso, clock, truth, mark) => {
        const [y, m, d] = iso.split('-');
        const text = (truth === 'dmy' ? [d, m, y] : [m, d, y]).join(mark) + clock;
        expect(readDate(text, truth)).toMatchObject({ kind: 'date', ...expected(iso) });
        const reading = readDate(text, null);
        if (reading.kind === 'ambiguous') {
          expect(truth === 'dmy' ? reading.asDmy : reading.asMdy).toEqual(expected(iso));
        } else {
          expect(reading).toMatchObject({ kind: 'date', ...expected(iso) });
          expect([truth, null]).toContain(reading.kind === 'date' && reading.evidence);
        }
      }),
      RUNS,
    );
  });

  it('exist in the calendar exactly when they are read', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 1980, max: 2110 }), number(14), number(33), (y, m, d) => {
        const date = new Date(Date.UTC(y, m - 1, d));
        const exists = y >= 1990 && y <= 2100 && date.getUTCMonth() === m - 1 && d > 0;
        const kind = readDate(`${d}.${m}.${y}`, null).kind;
        expect(kind).toBe(exists && m > 0 && m < 13 ? 'date' : 'bad');
      }),
      RUNS,
    );
  });
});

describe('headers', () => {
  it('put every cell in exactly one place, whatever it is', () => {
    const known = fc.constantFrom(...FIELDS, ...Object.values(VOCABULARY.headings).flat());
    fc.assert(
      fc.property(fc.array(fc.oneof(known, fc.string())), (cells) => {
        const header = readHeader(cells, VOCABULARY);
        const first = Object.values(header.columns);
        expect(new Set(first).size).toBe(first.length);
        for (const column of header.unrecognised) expect(first).not.toContain(column);
        const complete = header.kind !== null && header.missingNeeded.length === 0;
        if (complete) expect(header.columns.client_code).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('mean the same in any order of their columns', () => {
    const shuffled = fc
      .subarray([...FIELDS])
      .chain((fields) =>
        fc.tuple(fc.constant(fields), fc.shuffledSubarray(fields, { minLength: fields.length })),
      );
    fc.assert(
      fc.property(shuffled, ([fields, moved]) => {
        const a = readHeader(fields, VOCABULARY);
        const b = readHeader(moved, VOCABULARY);
        expect([b.kind, b.missingNeeded]).toEqual([a.kind, a.missingNeeded]);
        expect(Object.keys(b.columns).sort()).toEqual(Object.keys(a.columns).sort());
      }),
      { numRuns: 500 },
    );
  });
});
