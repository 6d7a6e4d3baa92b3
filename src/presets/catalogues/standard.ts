import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { flows } from './flows.ts';
import { accounts } from './standard-accounts.ts';
import { cards } from './standard-cards.ts';

const [savings, cashLoan, ...others] = accounts;

/** The ten products of the mission under one comparable measure: the default. */
export const standard = {
  schema: 1,
  id: 'standard',
  version: '1.0.0',
  asOf: '2025-09-01',
  title: 'Стандартный каталог',
  rules: {
    freeBalanceMonths: 2,
    offerThreshold: 500,
    minMonths: 2,
    minOperations: 30,
    minPopulation: 30,
  },
  groups: {
    travel: ['Такси', 'Отели', 'Путешествия'],
    trips: ['Отели', 'Путешествия'],
    taxi: ['Такси'],
    digital: ['Играем дома', 'Смотрим дома', 'Кино'],
    boosted: ['Ювелирные украшения', 'Косметика и Парфюмерия', 'Кафе и рестораны'],
  },
  flows,
  products: [savings, cashLoan, ...cards, ...others],
} satisfies Catalogue;
