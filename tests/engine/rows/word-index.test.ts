import { describe, expect, it } from 'vitest';
import { wordIndex } from '../../../src/engine/rows/word-index.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

describe('wordIndex', () => {
  it('is built once for a vocabulary', () => {
    expect(wordIndex(VOCABULARY)).toBe(wordIndex(VOCABULARY));
    expect(wordIndex({ ...VOCABULARY })).not.toBe(wordIndex(VOCABULARY));
  });

  it('knows every field by its own name', () => {
    expect(wordIndex(VOCABULARY).headings.get('avgmonthlybalancekzt')).toBe(
      'avg_monthly_balance_KZT',
    );
  });
});
