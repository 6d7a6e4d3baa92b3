import { describe, expect, it } from 'vitest';
import { METRICS } from '../../../src/engine/benefits/metrics.ts';
import type { LanguagePack, Part } from '../../../src/engine/texts/language-pack.ts';
import { prepareTexts } from '../../../src/engine/texts/prepared-texts.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { PUSH_CHANNEL, SMS_CHANNEL } from '../../../src/presets/texts/channels.ts';
import { FACT_SOURCES } from '../../../src/presets/texts/fact-sources.ts';
import { kk } from '../../../src/presets/texts/kk.ts';
import { ru } from '../../../src/presets/texts/ru.ts';
import { CATEGORIES, TRANSFER_TYPES } from '../../fixtures/domain-words.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';

const packs: readonly LanguagePack[] = [ru, kk];
const codes = new Set(catalogues.flatMap(({ products }) => products.map(({ code }) => code)));

const conditionsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : part.when));

describe.each(packs)('the pack of $language', (pack) => {
  const products = Object.entries(pack.products);
  const variants = products.flatMap(([, { variants, short }]) => [...variants, ...short]);
  const parts = variants.flatMap(({ hook, offer, condition, tail }) => [
    ...hook,
    ...offer,
    ...condition,
    ...tail,
  ]);

  it('has texts for exactly the products of the catalogues', () => {
    expect(new Set(products.map(([code]) => code))).toEqual(codes);
  });

  it('has at least three variants of each, long and short', () => {
    for (const [code, texts] of products) {
      expect(texts.variants.length, code).toBeGreaterThanOrEqual(3);
      expect(texts.short.length, code).toBeGreaterThanOrEqual(3);
      expect(texts.topic.length, code).toBeGreaterThanOrEqual(1);
    }
  });

  it('calls to what is on the list', () => {
    for (const { cta } of variants) expect(pack.words.ctas).toContain(cta);
  });

  it('has no broken template, and no condition on a metric that is not there', () => {
    const ledger = drawLedger('');
    for (const catalogue of catalogues) {
      for (const channel of [PUSH_CHANNEL, SMS_CHANNEL]) {
        const { frame } = ledger;
        const setup = { catalogue, frame, pack, channel, sources: FACT_SOURCES };
        expect(prepareTexts(setup, ledger).faults).toEqual([]);
      }
    }
    const metrics = parts
      .flatMap((part) => conditionsOf([part]))
      .flatMap((condition) => /^!?of:(.*)/.exec(condition)?.[1] ?? []);
    for (const metric of metrics) expect([...METRICS.keys()]).toContain(metric);
  });

  it('has no careless word in the parts that are hardly ever met either', () => {
    for (const part of parts) {
      const text = typeof part === 'string' ? part : part.text;
      expect(text).not.toMatch(/ {2}|^ | $| [,.:;?!]|\.\.|[,:;]$/);
      expect(text, 'a sentence, or an emoji in the place of its stop').toMatch(
        /^$|[.?!]$|\p{Extended_Pictographic}\ufe0f?$/u,
      );
      for (const word of pack.words.banned.filter((phrase) => !phrase.endsWith('*')))
        expect(` ${text.toLowerCase()} `).not.toContain(` ${word} `);
    }
  });

  it('has every form of every month, currency and period', () => {
    expect(pack.months).toHaveLength(12);
    expect(pack.periods.length).toBeGreaterThanOrEqual(12);
    for (const rows of [pack.months, Object.values(pack.currencies), pack.periods]) {
      for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(rows[0]));
    }
  });

  it('names every official category but the one a lock screen must not show', () => {
    const named = CATEGORIES.filter((label) => label !== 'Медицина');
    expect(Object.keys(pack.categories)).toEqual(named);
  });

  it('writes its words as the checker looks for them', () => {
    const { banned, confidential, harmless, forbidden, effectiveRate, about } = pack.words;
    const phrases = [
      ...banned,
      ...confidential,
      ...harmless,
      ...forbidden,
      ...effectiveRate,
      ...about,
    ];
    for (const phrase of phrases) expect(phrase).toBe(phrase.toLowerCase());
  });

  it('covers what must never be said', () => {
    const { banned } = pack.words;
    expect(banned).toContain(pack === ru ? 'без риска' : 'тәуекелсіз');
    expect(banned).toContain(pack === ru ? 'не упустите' : 'соңғы мүмкіндік');
  });
});

it('says the same in both languages: as many variants, alternatives and conditions', () => {
  const shape = (pack: LanguagePack): unknown =>
    Object.fromEntries(
      Object.entries(pack.products).map(([code, { variants, short }]) => [
        code,
        [...variants, ...short].map(({ offer }) => [offer.length, conditionsOf(offer)]),
      ]),
    );
  expect(shape(kk)).toEqual(shape(ru));
});

it('counts only transfer types that exist', () => {
  const known = TRANSFER_TYPES.map(({ name }) => name);
  for (const { count } of Object.values(FACT_SOURCES)) {
    if (count?.of === 'transfers') for (const type of count.types) expect(known).toContain(type);
  }
});

it('tells yearly rates of deposits and loans, whatever the catalogue', () => {
  for (const { products } of catalogues) {
    for (const { code, family, exclusive, benefit } of products) {
      const yearly =
        family === 'credit' ||
        exclusive === 'deposit' ||
        benefit.some(({ kind }) => kind === 'interest');
      if (yearly) expect(FACT_SOURCES[code].yearlyRate, code).toBe(true);
    }
  }
});
