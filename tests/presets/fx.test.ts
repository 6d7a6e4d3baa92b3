import { describe, expect, it } from 'vitest';
import { EXAMPLE_FX } from '../../src/presets/fx.ts';
import { VOCABULARY } from '../../src/presets/vocabulary.ts';

describe('EXAMPLE_FX', () => {
  it('is dated and says that it is an example', () => {
    expect(EXAMPLE_FX.asOf).toMatch(/^2025-\d\d-\d\d$/);
    expect(EXAMPLE_FX.note).toMatch(/^Пример/);
  });

  it('has the rates of autumn 2025', () => {
    expect(EXAMPLE_FX.rates).toMatchObject({ KZT: 1, USD: 540, EUR: 630, RUB: 6.7 });
    for (const rate of Object.values(EXAMPLE_FX.rates)) expect(rate).toBeGreaterThan(0);
  });

  it('has a rate for every currency that has a spelling', () => {
    for (const iso of Object.values(VOCABULARY.currencySpellings)) {
      expect(EXAMPLE_FX.rates).toHaveProperty(iso);
    }
  });
});
