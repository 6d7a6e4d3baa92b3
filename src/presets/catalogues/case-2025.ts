import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { cards } from './case-2025-cards.ts';
import { deposits } from './case-2025-deposits.ts';
import { leads } from './case-2025-leads.ts';
import { flows } from './flows.ts';

const [cashLoan, ...risks] = leads;

/**
 * Ten products of a 2025 bank case. In such data nearly everybody does nearly everything, so every
 * signal asks what a client does more of than the others loaded; the products' own transfers weigh
 * most, shares of the basket less.
 */
export const case2025 = {
  schema: 1,
  id: 'case-2025',
  version: '1.1.0',
  asOf: '2025-09-01',
  title: 'Банковский кейс 2025',
  rules: {
    freeBalanceMonths: 2,
    offerThreshold: 500,
    minMonths: 2,
    minOperations: 30,
    minPopulation: 30,
  },
  groups: {
    travel: ['Путешествия', 'Отели', 'Такси'],
    trips: ['Путешествия', 'Отели'],
    boosted: ['Ювелирные украшения', 'Косметика и Парфюмерия', 'Кафе и рестораны'],
    online: ['Едим дома', 'Смотрим дома', 'Играем дома', 'Кино'],
    jewellery: ['Ювелирные украшения'],
  },
  flows,
  // In the order of the bank's own list.
  products: [...cards, cashLoan, ...deposits, ...risks],
} satisfies Catalogue;
