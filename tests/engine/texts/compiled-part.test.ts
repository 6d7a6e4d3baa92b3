import { describe, expect, it } from 'vitest';
import { compilePart } from '../../../src/engine/texts/compiled-part.ts';
import { compileVariant } from '../../../src/engine/texts/compiled-variant.ts';
import { factBit } from '../../../src/engine/texts/fact-mask.ts';
import type { Part } from '../../../src/engine/texts/language-pack.ts';
import { slotsOf } from '../../../src/engine/texts/slots.ts';
import { channel, smallPack } from './small-pack.ts';

const pack = smallPack();
const scope = {
  slots: slotsOf(pack, channel()),
  metrics: new Set(['balance']),
  harmony: pack.harmony,
};
const compile = (part: Part): ReturnType<typeof compilePart> => compilePart(part, scope);

describe('compilePart', () => {
  it('knows what a template needs and how long it is without its values', () => {
    expect(compile('в {month} 🎮 {n} {раз}.')).toMatchObject({
      literals: ['в ', ' 🎮 ', ' ', '.'],
      fixed: 'в  x  .'.length,
      needs: factBit('month') | factBit('n'),
      bars: 0,
    });
  });

  it('reads conditions on facts, with and without "not"', () => {
    expect(compile({ text: 'а', when: ['young', '!topped'] })).toMatchObject({
      needs: factBit('young'),
      bars: factBit('topped'),
    });
  });

  it.each([
    ['of:balance', true],
    ['of:spend', false],
    ['!of:balance', false],
    ['!of:spend', true],
  ])('settles "%s" by what the number is made of', (condition, usable) => {
    expect(compile({ text: 'а', when: [condition] }) !== null).toBe(usable);
  });

  it.each([
    ['ушло {sum', 'unclosed-brace', ''],
    ['ушло {sun}', 'unknown-placeholder', 'sun'],
    ['{name}, ушло', 'unknown-placeholder', 'name'],
    ['{month}ға', 'suffix-on-variable', 'month'],
    ['{n}-ке', 'suffix-on-variable', 'n'],
    ['{month} мен', 'suffix-on-variable', 'month'],
  ])('objects to "%s"', (text, code, at) => {
    expect(compile(text)).toEqual({ code, text: at });
  });

  it('objects to a condition it does not know', () => {
    const fault = { code: 'unknown-condition', text: '!rich' };
    expect(compile({ text: 'а', when: ['!rich'] })).toEqual(fault);
  });

  it.each(['{cap}-ден', '{rate}-ын', '{gesv}-дан', '{benefit} мен', '{month} меню', '{n}, мен'])(
    'lets "%s" pass',
    (text) => {
      expect(compile(text)).toHaveProperty('fixed');
    },
  );
});

it('compileVariant leaves out what is broken and says where it stood', () => {
  const { variant, faults } = compileVariant(
    {
      hook: ['{a}', 'здоровая'],
      offer: [{ text: 'не про этот', when: ['of:spend'] }, 'здоровая'],
      condition: [],
      tail: ['здоровая', '}'],
      cta: 'Открыть вклад',
    },
    scope,
  );
  expect(faults).toEqual([
    { code: 'unknown-placeholder', text: 'a', kind: 'hook', index: 0 },
    { code: 'stray-brace', text: '', kind: 'tail', index: 1 },
  ]);
  expect([variant.hook.length, variant.offer.length, variant.tail.length]).toEqual([1, 1, 1]);
  expect(variant.cta).toBe('Открыть вклад');
});
