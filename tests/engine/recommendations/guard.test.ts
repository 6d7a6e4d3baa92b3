import { describe, expect, it } from 'vitest';
import { guardCatalogue } from '../../../src/engine/recommendations/guard.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { CATEGORIES, TRANSFER_TYPES } from '../../fixtures/domain-words.ts';

const words = {
  categories: CATEGORIES,
  transferTypes: TRANSFER_TYPES,
  statuses: ['Студент', 'Зарплатный клиент', 'Премиальный клиент', 'Стандартный клиент'],
};

/** What cannot win, by catalogue: a finding about the old formulas, documented and expected. */
const expected: Readonly<Record<string, readonly string[]>> = {
  standard: [],
  'case-2025': [],
  seed: ['Карта для путешествий', 'Карта для геймеров', 'Мультивалютный счет'],
};

describe('guardCatalogue', () => {
  it.each(catalogues)(
    '$id: names exactly the products that never come first',
    (catalogue) => {
      const { clients, firsts, neverFirst } = guardCatalogue(catalogue, words);
      expect(clients).toBe(100_000);
      expect(firsts.reduce((sum, count) => sum + count, 0)).toBe(clients);
      expect(neverFirst.map((product) => catalogue.products[product].name)).toEqual(
        expected[catalogue.id],
      );
    },
    60_000,
  );
});
