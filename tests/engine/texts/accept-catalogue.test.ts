import { describe, expect, it } from 'vitest';
import { acceptCatalogue } from '../../../src/engine/texts/accept-catalogue.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { LANGUAGE_PACKS } from '../../../src/presets/texts/index.ts';

const variant = {
  hook: ['вы платите.'],
  offer: ['Карта вернёт {rate}.'],
  condition: [''],
  tail: [],
  cta: 'Оформить карту',
};
const texts = (part: unknown): unknown => ({
  ...standard,
  texts: {
    ru: { 'travel-card': { topic: [], short: [], variants: [{ ...variant, hook: [part] }] } },
  },
});
const faultsOf = (source: unknown): string[] => {
  const checked = acceptCatalogue(source, LANGUAGE_PACKS);
  return checked.ok ? [] : checked.fault.map(({ code, path, text }) => `${code} ${path} ${text}`);
};
const HOOK = 'texts.ru.travel-card.variants[0].hook';

describe("a catalogue's own texts", () => {
  it('come through JSON unchanged, all that are shipped', () => {
    const own = {
      ...standard,
      texts: { ru: LANGUAGE_PACKS.ru.products, kk: LANGUAGE_PACKS.kk.products },
    };
    const checked = acceptCatalogue(JSON.stringify(own), LANGUAGE_PACKS);
    expect(checked).toEqual({ ok: true, value: JSON.parse(JSON.stringify(own)) as unknown });
  });

  it.each<[unknown, string]>([
    ['в {mnth} вы', `unknown-placeholder ${HOOK}[0] mnth`],
    ['в {month_prep вы', `unclosed-brace ${HOOK}[0] `],
    ['в month} вы', `stray-brace ${HOOK}[0] `],
    ['в {} вы', `empty-placeholder ${HOOK}[0] `],
    ['{{sum}}', `unclosed-brace ${HOOK}[0] `],
    ['за {month}ский', `suffix-on-variable ${HOOK}[0] month`],
    [{ text: 'вы', when: ['rich'] }, `unknown-condition ${HOOK}[0] rich`],
    [{ text: 'вы', when: [] }, `empty ${HOOK}[0].when `],
    [{ text: 'вы', when: ['young'], html: 1 }, `unknown-key ${HOOK}[0].html html`],
    [7, `wrong-type ${HOOK}[0] 7`],
    [null, `wrong-type ${HOOK}[0] null`],
  ])('%j is refused', (part, fault) => {
    expect(faultsOf(texts(part))).toContain(fault);
  });

  it('are limited: long parts, many parts, many variants, deep nests', () => {
    expect(faultsOf(texts('я'.repeat(401)))[0]).toContain('too-long');
    const many = Array.from({ length: 30 }, () => 'вы.');
    expect(
      faultsOf({
        ...standard,
        texts: {
          ru: { 'travel-card': { topic: [], short: [], variants: [{ ...variant, hook: many }] } },
        },
      })[0],
    ).toContain(`too-many ${HOOK}`);
    expect(
      faultsOf({
        ...standard,
        texts: {
          ru: {
            'travel-card': {
              topic: [],
              short: [],
              variants: Array.from({ length: 13 }, () => variant),
            },
          },
        },
      })[0],
    ).toContain('too-many');
    expect(faultsOf(texts(JSON.parse('['.repeat(500) + ']'.repeat(500))))[0]).toContain(
      'wrong-type',
    );
  });

  it('are of languages there are, under keys that are harmless', () => {
    const product = { topic: [], short: [], variants: [variant] };
    expect(faultsOf({ ...standard, texts: { de: { 'travel-card': product } } })).toEqual([
      'unknown-language texts.de de',
    ]);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const hostile = `{"ru":{"${key}":${JSON.stringify(product)}}}`;
      const file = JSON.stringify({ ...standard, texts: 0 }).replace(
        '"texts":0',
        `"texts":${hostile}`,
      );
      expect(faultsOf(file)[0]).toContain('forbidden-key texts.ru');
    }
    expect(faultsOf({ ...standard, texts: [] })[0]).toContain('wrong-type texts');
  });

  it('of a product with a dangerous code are nothing that every object has', () => {
    const products = standard.products.map((product, at) =>
      at === 0 ? { ...product, code: 'constructor' } : product,
    );
    expect(faultsOf({ ...standard, products })).toEqual([]);
  });
});
