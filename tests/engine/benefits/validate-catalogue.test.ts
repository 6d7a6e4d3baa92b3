import { describe, expect, it } from 'vitest';
import {
  parseCatalogue,
  validateCatalogue,
} from '../../../src/engine/benefits/validate-catalogue.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';

type Json = Record<string, unknown>;

/** A copy of `standard` with one place changed: `products.2.signals.0.from`. */
const changed = (place: string, value: unknown): Json => {
  const copy = JSON.parse(JSON.stringify(catalogues[0])) as Json;
  const steps = place.split('.');
  const last = steps.pop()!;
  const target = steps.reduce<Json>((node, step) => node[step] as Json, copy);
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return copy;
};

const faultsOf = (value: unknown): string[] => {
  const result = validateCatalogue(value);
  return result.ok ? [] : result.fault.map(({ code, path }) => `${code} ${path}`);
};

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('validateCatalogue', () => {
  it.each(catalogues)('takes the preset $id through JSON and back unchanged', (catalogue) => {
    const result = parseCatalogue(`\uFEFF${JSON.stringify(catalogue)}`);
    expect(result).toEqual({ ok: true, value: JSON.parse(JSON.stringify(catalogue)) as unknown });
  });

  const cases: readonly [string, unknown, string][] = [
    ['schema', 2, 'not-one-of schema'],
    ['schema', undefined, 'missing schema'],
    ['id', 'Стандарт', 'wrong-form id'],
    ['id', 7, 'wrong-type id'],
    ['id', undefined, 'missing id'],
    ['version', '  ', 'empty version'],
    ['title', 'x'.repeat(201), 'too-long title'],
    ['asOf', '2025-02-30', 'wrong-form asOf'],
    ['asOf', '2025-99-99', 'wrong-form asOf'],
    ['asOf', 'вчера', 'wrong-form asOf'],
    ['asOf', '', 'empty asOf'],
    ['rules', [], 'wrong-type rules'],
    ['rules.freeBalanceMonths', 4, 'out-of-range rules.freeBalanceMonths'],
    ['rules.offerThreshold', '500', 'wrong-type rules.offerThreshold'],
    ['rules.minMonths', NaN, 'out-of-range rules.minMonths'],
    ['rules.minOperations', Infinity, 'out-of-range rules.minOperations'],
    ['rules.extra', 1, 'unknown-key rules.extra'],
    ['groups', undefined, 'missing groups'],
    ['groups.travel', [], 'empty groups.travel'],
    ['groups.travel', 'Такси', 'wrong-type groups.travel'],
    ['groups.travel', undefined, 'unknown-group products.2.specialist'],
    [
      'groups',
      Object.fromEntries([...Array(101).keys()].map((i) => [i, ['x']])),
      'too-many groups',
    ],
    ['groups.constructor', ['x'], 'forbidden-key groups'],
    ['flows.income', undefined, 'missing flows.income'],
    ['flows.income.0', 5, 'wrong-type flows.income.0'],
    ['products', [], 'empty products'],
    ['products', {}, 'wrong-type products'],
    ['products', Array(65).fill({}), 'too-many products'],
    ['products.0', null, 'wrong-type products.0'],
    ['products.1.code', 'savings-deposit', 'duplicate products.1.code'],
    ['products.1.name', 'Депозит Сберегательный', 'duplicate products.1.name'],
    ['products.0.lane', 'luck', 'not-one-of products.0.lane'],
    ['products.0.family', undefined, 'missing products.0.family'],
    ['products.0.benefit', [], 'empty products.0.benefit'],
    ['products.0.leadAt', 0.5, 'wrong-lane products.0.leadAt'],
    ['products.1.leadAt', undefined, 'missing products.1.leadAt'],
    ['products.1.benefit', catalogues[0].products[0].benefit, 'wrong-lane products.1.benefit'],
    ['products.0.monthlyFee', -1, 'out-of-range products.0.monthlyFee'],
    ['products.0.terms.rate', 4, 'out-of-range products.0.terms.rate'],
    ['products.1.gates.0.metric', 'luck', 'unknown-metric products.1.gates.0.metric'],
    ['products.1.gates.0.metric', undefined, 'missing products.1.gates.0.metric'],
    ['products.1.gates.0.max', undefined, 'missing products.1.gates.0.min'],
    ['products.1.gates.0.min', 9, 'out-of-range products.1.gates.0.max'],
    ['products.1.gates.0.unknown', 'maybe', 'not-one-of products.1.gates.0.unknown'],
    ['products.1.gates.0.group', 'travel', 'unknown-key products.1.gates.0.group'],
    ['products.1.gates.1.texts', undefined, 'missing products.1.gates.1.texts'],
    ['products.1.gates.1.texts', [], 'empty products.1.gates.1.texts'],
    ['products.6.gates.0.anyOf', [], 'empty products.6.gates.0.anyOf'],
    ['products.0.signals.0.to', 2.5, 'duplicate products.0.signals.0.to'],
    ['products.0.signals.0.weight', 2, 'out-of-range products.0.signals.0.weight'],
    [
      'products.0.signals.0.relative',
      { from: 3, to: 1 },
      'out-of-range products.0.signals.0.relative.to',
    ],
    ['products.0.benefit.0.kind', 'gift', 'not-one-of products.0.benefit.0.kind'],
    ['products.0.benefit.0.lines.0.rate', 1.01, 'out-of-range products.0.benefit.0.lines.0.rate'],
    [
      'products.0.benefit.0.lines.0.of.metric',
      'luck',
      'unknown-metric products.0.benefit.0.lines.0.of.metric',
    ],
    [
      'products.2.benefit.0.lines.0.of.group',
      'moon',
      'unknown-group products.2.benefit.0.lines.0.of.group',
    ],
    [
      'products.5.benefit.0.lines.0.of.withoutSpecialists',
      1,
      'not-one-of products.5.benefit.0.lines.0.of.withoutSpecialists',
    ],
    [
      'products.6.benefit.0.lines.0.steps.1.from',
      0,
      'out-of-range products.6.benefit.0.lines.0.steps.1.from',
    ],
    ['products.6.benefit.0.lines.0.by', undefined, 'missing products.6.benefit.0.lines.0.by'],
  ];

  it.each(cases)('%s = %j: %s', (place, value, fault) => {
    const dotted = (text: string): string => text.replace(/\[(\d+)\]/g, '.$1');
    expect(faultsOf(changed(place, value)).map(dotted)).toContain(fault);
  });

  it('refuses what is no object at all, and never walks into what it does not know', () => {
    expect(faultsOf(null)).toEqual(['wrong-type ']);
    expect(faultsOf({ ...changed('title', 'x'), __proto__x: 1 })).toEqual([
      'unknown-key __proto__x',
    ]);
    const loop: Json = {};
    loop.loop = loop;
    expect(faultsOf(changed('title', loop))).toEqual(['wrong-type title']);
    expect(faultsOf(changed('products.0.signals', deep(50_000)))).toEqual([
      'wrong-type products[0].signals[0]',
    ]);
  });

  it('lists many faults but not endlessly', () => {
    expect(faultsOf({ ...changed('title', 'x'), products: Array(64).fill({}) })).toHaveLength(100);
  });
});

describe('parseCatalogue', () => {
  it.each([
    ['', 'not-json'],
    ['{"schema":1', 'not-json'],
    ['{"schema":1,"id":NaN}', 'not-json'],
    [' '.repeat(1_000_001), 'too-large'],
    ['['.repeat(400_000) + ']'.repeat(400_000), 'wrong-type'],
    ['{"__proto__":{"schema":1}}', 'forbidden-key'],
    [
      JSON.stringify(changed('rules.minMonths', 1)).replace('"minMonths":1', '"minMonths":1e999'),
      'out-of-range',
    ],
  ])('refuses %.30s…', (text, code) => {
    const result = parseCatalogue(text);
    expect(!result.ok && result.fault.map((fault) => fault.code)).toContain(code);
    expect(({} as Json).schema).toBeUndefined();
  });
});
