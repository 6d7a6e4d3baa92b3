import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/engine/benefits/catalogue.ts';
import type { Ledger } from '../../../src/engine/features/ledger.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { PUSH_CHANNEL, SMS_CHANNEL } from '../../../src/presets/texts/channels.ts';
import { kk } from '../../../src/presets/texts/kk.ts';
import { ru } from '../../../src/presets/texts/ru.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { faultsOf, writeTexts } from './write-texts.ts';

const packs = [ru, kk];
const channels = [PUSH_CHANNEL, SMS_CHANNEL];

/** Nobody's terms say anything: what texts of an edited catalogue must survive. */
const bare = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  id: `${catalogue.id} without terms`,
  products: catalogue.products.map((product) => ({ ...product, terms: {} })),
});

const TYPICAL = `
  balance                     4500000
  age                         34
  Такси                       20000/10  30000/8  12000/5
  Отели                       -         90000/2  -
  Путешествия                 40000/1   60000/2  -
  Играем дома                 12000/3   9000/2   15000/5
  Смотрим дома                5000/2    5000/2   5000/2
  Кино                        4000/1    -        3000/1
  Едим дома                   9000/3    8000/2   7000/2
  Продукты питания            90000/9   95000/9  88000/8
  Кафе и рестораны            40000/8   35000/6  50000/9
  Медицина                    60000     60000    60000
  USD Одежда и обувь          30000/2   20000/1  40000/3
  Косметика и Парфюмерия      10000/1   20000/2  15000/1
  p2p_out                     50000/3   40000/2  60000/4
  atm_withdrawal              30000/1   30000/1  30000/1
  deposit_topup_out           50000/1   50000/2  50000/1
  fx_buy                      100000/2  50000/1  -
  invest_out                  20000/1   20000/1  20000/1
  gold_buy_out                200000/1  -        200000/1
  salary_in                   600000    600000   600000
`;

const SHORT = `
  age      22
  balance  1
  Кино     1  -  -
`;

const LONG = `
  balance                     1000000000000
  age                         61
  Такси                       300000000000/400
  Отели                       300000000000/400
  Путешествия                 400000000000/400
  Смотрим дома                500000000000/999
  Играем дома                 500000000000/999
  Едим дома                   500000000000/999
  EUR Косметика и Парфюмерия  999999999999/5000
  Ювелирные украшения         888888888888/5000
  Продукты питания            777777777777/5000
  ?Ритуальные услуги          999999999999
  p2p_out                     1000000000000/12000
  fx_sell                     1000000000000/12000
  deposit_topup_out           1000000000000/12000
  invest_out                  1000000000000/12000
  gold_buy_out                1000000000000/12000
`;

const clients: readonly (readonly [kind: string, name: string, picture: string])[] = [
  ['typical', 'Айгерим', TYPICAL],
  ['short', 'Ян', SHORT],
  ['short and nameless', '-', SHORT],
  ['long', 'Нұрсұлтан-Әбілмансұр-Мұхаммедқанафияұлы', LONG],
  ['long and nameless', '7', LONG],
];

const client = (name: string, picture: string, dated = true): Ledger => {
  const ledger = drawLedger(picture, { dated });
  ledger.name = name;
  return ledger;
};

describe.each(packs)('texts in $language', (pack) => {
  describe.each([...catalogues, ...catalogues.map(bare)])('of $id', (catalogue) => {
    it.each(clients)('may be sent to a %s client, with dates and without', (_, name, picture) => {
      for (const dated of [true, false]) {
        for (const channel of channels) {
          const ledger = client(name, picture, dated);
          expect(faultsOf(writeTexts(catalogue, pack, ledger, channel), 'error')).toEqual([]);
        }
      }
    });

    it('raise no warning for a typical client', () => {
      for (const dated of [true, false]) {
        const ledger = client('Айгерим', TYPICAL, dated);
        expect(faultsOf(writeTexts(catalogue, pack, ledger))).toEqual([]);
      }
    });

    it('come from at least three stencils for each product', () => {
      const stencils = new Map<string, Set<string>>();
      for (const { product, text } of writeTexts(catalogue, pack, client('Айгерим', TYPICAL))) {
        const bones = text.replace(/«[^»]*»/g, '«»').replace(/\d[\d\u00a0,]*/g, '0');
        stencils.set(product.code, (stencils.get(product.code) ?? new Set()).add(bones));
      }
      for (const [code, bones] of stencils) expect(bones.size, code).toBeGreaterThanOrEqual(3);
    });

    it('name a month only when the data have dates', () => {
      const months = pack.months.flatMap((row) => Object.values(row));
      const named = writeTexts(catalogue, pack, client('Айгерим', TYPICAL, false)).filter(
        ({ text }) =>
          months.some((month) => new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'u').test(text)),
      );
      expect(named).toEqual([]);
    });

    it('print a rate only as the catalogue has it', () => {
      for (const { product, text } of writeTexts(catalogue, pack, client('Айгерим', TYPICAL))) {
        const { rate, effectiveRate } = product.terms;
        const known = [rate, effectiveRate].map((value) => value && Math.round(value * 10_000));
        for (const [, percent] of text.matchAll(/([\d,]+)%/g)) {
          expect(known, text).toContain(Math.round(Number(percent.replace(',', '.')) * 100));
        }
      }
    });
  });

  it('name no figure for debts and for what was chosen by evidence', () => {
    for (const catalogue of catalogues) {
      for (const { product, text } of writeTexts(catalogue, pack, client('Айгерим', TYPICAL))) {
        if (product.lane !== 'value' || product.family !== 'money') expect(text).not.toContain('₸');
      }
    }
  });

  it('of the literal formulas say what those really pay for', () => {
    const seed = catalogues.find(({ id }) => id === 'seed')!;
    const written = writeTexts(
      seed,
      pack,
      client('Айгерим', `${TYPICAL}  status  Премиальный клиент`),
    );
    const premium = written.filter(({ product }) => product.code === 'premium-card');
    // It pays for the balance: no cashback, no rate on purchases, no free transfers may be promised.
    expect(premium.filter(({ text }) => /%|к[еэ]шб|комисси/u.test(text))).toEqual([]);
  });
});

it('two clients rarely get the same sentence', () => {
  for (const pack of packs) {
    const texts = Array.from({ length: 100 }, (_, i) => {
      const picture = `Такси  ${1000 * (i + 7)}/5  ${2000 * (i + 9)}/4  900/3`;
      return writeTexts(catalogues[0], pack, client('Сая', picture), PUSH_CHANNEL, [String(i)])
        .filter(({ product }) => product.code === 'travel-card')
        .map(({ text }) => text);
    }).flat();
    expect(new Set(texts).size).toBe(100);
  }
});
