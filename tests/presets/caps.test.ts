import { describe, expect, it } from 'vitest';
import { Scorer } from '../../src/engine/benefits/scorer.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { CATEGORIES } from '../fixtures/domain-words.ts';
import { drawLedger } from '../fixtures/draw-ledger.ts';

/** Spends and moves fifty million of everything: whatever has a cap meets it. */
const TYCOON = [
  'balance  5000000000',
  'status  Премиальный клиент',
  'age  40',
  'product  Кредитная карта',
  'type  atm_withdrawal',
  ...CATEGORIES.map((category) => `${category}  50000000  50000000  50000000`),
  'USD Авто  50000000  -  -',
  ...['p2p_out', 'atm_withdrawal', 'salary_in'].map((type) => `${type}  90000000  -  -`),
].join('\n');
/** 1 % of 30 000 000 and 0,5 % of as much a month, which the premium card saves beyond its cap. */
const SAVED = 450_000;

const CAPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  standard: {
    'Карта для путешествий': 30_000,
    'Карта для геймеров': 10_000,
    'Карта с кэшбэком на все': 20_000,
    'Карта с кэшбэком на топ-3 категории': 25_000,
    'Премиальная карта': 100_000 + SAVED,
    'Карта с бесплатными переводами': 5_000,
  },
  'case-2025': {
    'Карта для путешествий': 50_000,
    'Премиальная карта': 100_000 + SAVED,
    'Кредитная карта': 30_000,
  },
  seed: {
    'Депозит Сберегательный': 50_000,
    'Кредит наличными': 100_000,
    'Карта для путешествий': 15_000,
    'Карта для геймеров': 10_000,
    'Карта с кэшбэком на все': 20_000,
    'Карта с кэшбэком на топ-3 категории': 25_000,
    'Премиальная карта': 75_000,
    'Мультивалютный счет': 10_000,
    'Карта с бесплатными переводами': 5_000,
    Ипотека: 30_000,
  },
};

describe.each(catalogues)('$id', (catalogue) => {
  it('caps what the domain caps, and nothing else', () => {
    const ledger = drawLedger(TYCOON);
    const evaluations = new Scorer(catalogue, ledger.frame, null).explain(ledger);
    const capped = evaluations
      .filter(({ lines }) => lines.some(({ kind }) => kind === 'cap'))
      .map(({ product, benefit }) => [catalogue.products[product].name, benefit]);
    expect(Object.fromEntries(capped)).toEqual(CAPS[catalogue.id]);
  });
});
