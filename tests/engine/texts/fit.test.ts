import { describe, expect, it } from 'vitest';
import { compileVariant } from '../../../src/engine/texts/compiled-variant.ts';
import type { FactName } from '../../../src/engine/texts/fact-mask.ts';
import { factBit } from '../../../src/engine/texts/fact-mask.ts';
import type { Fitting } from '../../../src/engine/texts/fit.ts';
import { fit } from '../../../src/engine/texts/fit.ts';
import type { Variant } from '../../../src/engine/texts/language-pack.ts';
import { slotsOf } from '../../../src/engine/texts/slots.ts';
import { channel, smallPack } from './small-pack.ts';

const pack = smallPack();
const scope = { slots: slotsOf(pack, channel()), metrics: new Set<string>(), harmony: [] };

interface Wish {
  readonly parts: Partial<Variant>;
  readonly facts?: readonly FactName[];
  readonly cats?: number;
  readonly room: readonly [number, number];
}

/** Every slot is 5 long, {cats} 5 for each category. */
const choose = ({ parts, facts = [], cats = 3, room: [min, max] }: Wish): Fitting | null => {
  const variant = { hook: ['хук'], offer: ['дар'], condition: [], tail: [], cta: '', ...parts };
  return fit(compileVariant(variant, scope).variant, {
    facts: facts.reduce((mask, name) => mask | factBit(name), 0),
    cats,
    min,
    max,
    lengthOf: ({ fixed, slots }, count) =>
      slots.reduce((sum, { fact }) => sum + (fact === 'cats' ? 5 * count : 5), fixed),
  });
};

/** Slots are shown as their facts. */
const read = (fitting: Fitting | null): string =>
  (fitting?.parts ?? [])
    .map(({ literals, slots }) =>
      literals.map((literal, i) => literal + (slots[i]?.fact ?? '')).join(''),
    )
    .join(' ');

describe('fit', () => {
  it('takes the first alternatives when they fit', () => {
    const parts = { hook: ['а', 'б'], offer: ['в', 'г'], condition: ['д', 'е'], tail: ['ж'] };
    const found = choose({ parts, room: [1, 9] });
    expect([read(found), found?.off]).toEqual(['а в д', 0]);
  });

  it('gives up the hook before the offer, and the condition before both', () => {
    const parts = { hook: ['ааааа', 'а'], offer: ['ввввв', 'в'], condition: ['ддддд', 'д'] };
    expect(read(choose({ parts, room: [1, 17] }))).toBe('ааааа ввввв ддддд');
    expect(read(choose({ parts, room: [1, 16] }))).toBe('ааааа ввввв д');
    expect(read(choose({ parts, room: [1, 12] }))).toBe('а ввввв д');
    expect(read(choose({ parts, room: [1, 8] }))).toBe('а в д');
  });

  it('lists fewer categories before it tries another condition', () => {
    const parts = { hook: ['{cats}'], condition: ['длиннее', ''] };
    const wish = { parts, facts: ['cats'] as const };
    expect(choose({ ...wish, room: [1, 30] })?.cats).toBe(3);
    const found = choose({ ...wish, room: [1, 20] });
    expect([read(found), found?.cats]).toEqual(['cats дар длиннее', 1]);
  });

  it('adds a tail only to what is too short, and leaves empty parts out', () => {
    const parts = { condition: [''], tail: ['хвост', 'длинный хвост'] };
    expect(read(choose({ parts, room: [7, 9] }))).toBe('хук дар');
    expect(read(choose({ parts, room: [8, 15] }))).toBe('хук дар хвост');
    expect(read(choose({ parts, room: [14, 30] }))).toBe('хук дар длинный хвост');
  });

  it('says nothing that is not true of the client', () => {
    const parts = {
      hook: ['{n}', { text: 'молодым', when: ['young'] }, { text: 'прочим', when: ['!young'] }],
    };
    expect(read(choose({ parts, room: [1, 99] }))).toBe('прочим дар');
    expect(read(choose({ parts, facts: ['young'], room: [1, 99] }))).toBe('молодым дар');
    expect(choose({ parts: { hook: ['{n}'] }, room: [1, 99] })).toBeNull();
    expect(choose({ parts: { offer: ['{n}'] }, room: [1, 99] })).toBeNull();
  });

  it("never puts a month's sum next to an average, or a gain without its sum", () => {
    const parts = { hook: ['{sum}', 'хук'], offer: ['{gain}', '{benefit}', 'дар'] };
    const facts = ['sum', 'gain', 'benefit'] as const;
    expect(read(choose({ parts, facts, room: [11, 11] }))).toBe('sum gain');
    expect(read(choose({ parts, facts, room: [9, 9] }))).toBe('хук benefit');
    const apart = { hook: ['{sum}'], offer: ['{benefit}'] };
    expect(choose({ parts: apart, facts, room: [1, 99] })).toBeNull();
  });

  it('knows in conditions and tails whether a figure was named', () => {
    const parts = {
      offer: ['{benefit}', 'без цифр'],
      condition: [
        { text: 'с цифрой', when: ['figure'] },
        { text: 'без неё', when: ['!figure'] },
      ],
    };
    expect(read(choose({ parts, facts: ['benefit'], room: [1, 99] }))).toBe('хук benefit с цифрой');
    expect(read(choose({ parts, room: [1, 99] }))).toBe('хук без цифр без неё');
  });

  it('returns the nearest when nothing fits, and says how far off it is', () => {
    const parts = { hook: ['а', 'ааааа'], tail: ['ж'] };
    expect(choose({ parts, room: [20, 30] })?.off).toBe(20 - 'ааааа дар ж'.length);
    expect(read(choose({ parts, room: [20, 30] }))).toBe('ааааа дар ж');
    expect(choose({ parts, room: [1, 3] })?.off).toBe('а дар'.length - 3);
    const tied = { hook: ['а', 'б'], condition: ['в', 'г'] };
    expect(read(choose({ parts: tied, room: [1, 3] }))).toBe('а дар в');
  });
});
