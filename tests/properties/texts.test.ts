import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger, LedgerFrame } from '../../src/engine/features/ledger.ts';
import { parseTemplate } from '../../src/engine/texts/template.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { PUSH_CHANNEL, SMS_CHANNEL } from '../../src/presets/texts/channels.ts';
import { kk } from '../../src/presets/texts/kk.ts';
import { ru } from '../../src/presets/texts/ru.ts';
import { CATEGORIES, TRANSFER_TYPES } from '../fixtures/domain-words.ts';
import { emptyLedger } from '../fixtures/draw-ledger.ts';
import { faultsOf, writeTexts } from '../presets/texts/write-texts.ts';

const CURRENCIES = ['KZT', 'USD', 'EUR', 'RUB', 'CNY', 'XAU'];
const UNKNOWN = ['?СРОЧНО!!!', '{sum}', '=cmd', 'Ещё  что-то ₸'];

/** 1 ₸ to 10^12 ₸, every order of magnitude as likely as any other; sometimes a refund. */
const amount = fc
  .tuple(fc.double({ min: 0, max: 12, noNaN: true }), fc.integer({ min: 0, max: 19 }))
  .map(([power, chance]) => ((chance === 0 ? -1 : 1) * Math.round(100 * 10 ** power)) / 100);

const letter = fc.constantFrom(...Array.from('абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі'));
const run = fc.array(letter, { minLength: 2, maxLength: 20 }).map((letters) => letters.join(''));
const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

const name = fc.oneof(
  run.map(capital),
  fc.tuple(run, run).map(([first, second]) => `${capital(first)}-${capital(second)}`.slice(0, 40)),
  run.map((text) => text.toUpperCase()),
  fc.constantFrom('', '-', '7', '{name}', 'А. Б.', '<script>'),
  fc.string({ unit: 'grapheme' }),
);

/** [row, month, amount, operations] */
const cell = (rows: number): fc.Arbitrary<[number, number, number, number]> =>
  fc.tuple(
    fc.nat({ max: rows - 1 }),
    fc.nat({ max: 11 }),
    amount,
    fc.integer({ min: 1, max: 99_999 }),
  );

const client = fc
  .record({
    name,
    code: fc.string(),
    age: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constant(NaN)),
    status: fc.constantFrom('Премиальный клиент', 'Студент', 'VIP', ''),
    balance: amount,
    firstMonth: fc.integer({ min: 1990 * 12, max: 2100 * 12 }),
    months: fc.integer({ min: 1, max: 12 }),
    period: fc.oneof(fc.constant(3), fc.integer({ min: 1, max: 40 })),
    dated: fc.boolean(),
    spend: fc.array(cell(CATEGORIES.length + UNKNOWN.length), { maxLength: 30 }),
    foreign: fc.array(cell(CURRENCIES.length), { maxLength: 4 }),
    transfers: fc.array(cell(TRANSFER_TYPES.length), { maxLength: 12 }),
  })
  .map((drawn): Ledger => {
    const months = drawn.dated
      ? Array.from({ length: drawn.months }, (_, i) => drawn.firstMonth + i)
      : [-1];
    const frame: LedgerFrame = {
      months,
      dated: drawn.dated,
      periodMonths: drawn.period,
      categories: [...CATEGORIES, ...UNKNOWN],
      knownCategories: CATEGORIES.length,
      transferTypes: TRANSFER_TYPES,
      currencies: CURRENCIES,
      traits: [{ source: 'type', text: 'p2p_out' }],
    };
    const { code, age, status, balance } = drawn;
    const ledger = { ...emptyLedger(frame), name: drawn.name, code, age, status, balance };
    ledger.categoryCount = frame.categories.length;
    ledger.traitCount = 1;
    const put = (table: Float64Array, counts: Float64Array, cells: typeof drawn.spend): void => {
      for (const [row, month, sum, operations] of cells) {
        table[row * months.length + (month % months.length)] += sum;
        counts[row] += operations;
      }
    };
    put(ledger.spend, ledger.spendCount, drawn.spend);
    put(ledger.transfers, ledger.transferCount, drawn.transfers);
    const foreign = drawn.foreign.filter(([currency]) => currency > 0);
    put(ledger.foreignSpend, ledger.currencyCount, foreign);
    return ledger;
  });

describe.each([ru, kk])('any text in $language', (pack) => {
  it.each(catalogues)('of $id may be sent', (catalogue) => {
    fc.assert(
      fc.property(client, (ledger) => {
        for (const channel of [PUSH_CHANNEL, SMS_CHANNEL]) {
          const written = writeTexts(catalogue, pack, ledger, channel, [ledger.code]);
          expect(faultsOf(written, 'error')).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('the same client gets the same text', () => {
  fc.assert(
    fc.property(client, fc.constantFrom(ru, kk), (ledger, pack) => {
      const write = (): string[] =>
        writeTexts(catalogues[0], pack, ledger, PUSH_CHANNEL, [ledger.code]).map(
          ({ text }) => text,
        );
      expect(write()).toEqual(write());
    }),
    { numRuns: 30 },
  );
});

it('a template is its literals and slots and nothing else, or a fault', () => {
  const text = fc.array(fc.constantFrom('{', '}', 'сумма', ' ', 'n')).map((bits) => bits.join(''));
  fc.assert(
    fc.property(text, (source) => {
      const template = parseTemplate(source);
      if (typeof template === 'string') return;
      const { literals, slots } = template;
      expect(
        literals.map((literal, i) => literal + (i < slots.length ? `{${slots[i]}}` : '')).join(''),
      ).toBe(source);
      expect(slots.length).toBe(literals.length - 1);
    }),
  );
});
