import { describe, expect, it } from 'vitest';
import { FACTS, factMask } from '../../../src/engine/texts/fact-mask.ts';
import type { TextFacts } from '../../../src/engine/texts/facts.ts';
import { slotsOf } from '../../../src/engine/texts/slots.ts';
import { channel, smallPack } from './small-pack.ts';

const AUGUST = 2025 * 12 + 7;

const facts = (changes: Partial<TextFacts> = {}): TextFacts => ({
  name: 'Сая',
  month: AUGUST,
  sum: 27_400,
  gain: 1100,
  topped: false,
  earned: true,
  usual: 20_000,
  benefit: 800,
  n: 22,
  cats: ['Отели', 'Кино', 'Такси'],
  top3: true,
  places: ['Кино'],
  currency: 'USD',
  period: 3,
  young: true,
  ...changes,
});

const pack = smallPack();
const terms = { rate: 0.04, effectiveRate: 0.1781, cap: 30_000 };

describe('slots', () => {
  const slots = slotsOf(pack, channel());
  const write = (name: string, changes: Partial<TextFacts> = {}, cats = 3): string =>
    slots.get(name)!.text(facts(changes), terms, cats).replaceAll('\u00a0', '_');

  it.each([
    ['sum', '27_400_₸'],
    ['gain', '1_100_₸'],
    ['usual', '20_000_₸'],
    ['benefit', '800_₸'],
    ['cap', '30_000_₸'],
    ['rate', '4%'],
    ['gesv', '17,81%'],
    ['n', '22'],
    ['раз', 'раза'],
    ['month', 'месяцз'],
    ['period', 'за три месяца'],
    ['fx', 'долларах'],
    ['cats', '«Отели», «Синема» и «Такси»'],
    ['top3', '«Отели», «Синема» и «Такси»'],
    ['places', '«Синема»'],
  ])('{%s} is %s', (name, text) => {
    expect(write(name)).toBe(text);
  });

  it.each([
    [1, 'раз'],
    [21, 'раз'],
    [3, 'раза'],
    [111, 'раз-иное'],
  ])('chooses the plural of %s', (n, text) => {
    expect(write('раз', { n })).toBe(text);
  });

  it('lists as many categories as there is room for', () => {
    expect(write('cats', {}, 2)).toBe('«Отели» и «Синема»');
    expect(write('cats', {}, 1)).toBe('«Отели»');
  });

  it('writes money as the channel does', () => {
    const sms = slotsOf(pack, channel({ currency: 'тг' }));
    expect(sms.get('sum')!.text(facts(), terms, 1)).toBe('27\u00a0400\u00a0тг');
  });
});

describe('factMask', () => {
  const names = (changes: Partial<TextFacts>, given = terms as object): string[] => {
    const mask = factMask(facts(changes), given, pack);
    return FACTS.filter((_, bit) => (mask & (1 << bit)) !== 0);
  };
  const all = FACTS.filter((name) => name !== 'topped' && name !== 'figure');

  it('has everything there is to say', () => {
    expect(names({})).toEqual(all);
  });

  it.each<[string, Partial<TextFacts>]>([
    ['month', { month: null }],
    ['sum', { sum: 0 }],
    ['gain', { gain: 0 }],
    ['usual', { usual: 0 }],
    ['benefit', { benefit: 0 }],
    ['n', { n: 0 }],
    ['cats', { cats: [] }],
    ['top3', { top3: false }],
    ['places', { places: [] }],
    ['places', { places: ['Кино', 'Медицина'] }],
    ['places', { places: ['Кино', 'Такси', 'Отели', 'Путешествия', 'Кино'] }],
    ['currency', { currency: '' }],
    ['period', { period: 0 }],
    ['period', { period: 4 }],
    ['period', { period: 2.5 }],
    ['earned', { earned: false }],
    ['young', { young: false }],
  ])('has no %s for %j', (name, changes) => {
    expect(names(changes)).toEqual(all.filter((other) => other !== name));
  });

  it('has no rate or cap that the terms do not name', () => {
    const bare = all.filter((name) => !['rate', 'gesv', 'cap'].includes(name));
    expect(names({}, {})).toEqual(bare);
  });

  it('knows a sum over the cap', () => {
    expect(names({ topped: true })).toContain('topped');
  });
});
