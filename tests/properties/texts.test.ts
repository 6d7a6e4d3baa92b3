import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../src/engine/texts/template.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { PUSH_CHANNEL, SMS_CHANNEL } from '../../src/presets/texts/channels.ts';
import { kk } from '../../src/presets/texts/kk.ts';
import { ru } from '../../src/presets/texts/ru.ts';
import { anyClient } from '../fixtures/any-client.ts';
import { faultsOf, writeTexts } from '../presets/texts/write-texts.ts';

describe.each([ru, kk])('any text in $language', (pack) => {
  it.each(catalogues)('of $id may be sent', (catalogue) => {
    fc.assert(
      fc.property(anyClient, (ledger) => {
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
    fc.property(anyClient, fc.constantFrom(ru, kk), (ledger, pack) => {
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
