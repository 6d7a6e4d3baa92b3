import { weigh } from './random.ts';

/** Anchors of the generated population; the month factors are assumptions. */

/** Category → [share of the base basket, median amount of one purchase in tenge]. */
export const BASKET: Readonly<Record<string, readonly [number, number]>> = {
  'Одежда и обувь': [0.07, 18_000],
  'Продукты питания': [0.28, 6_500],
  'Кафе и рестораны': [0.12, 5_000],
  Медицина: [0.05, 9_000],
  Авто: [0.05, 15_000],
  Спорт: [0.02, 12_000],
  Развлечения: [0.03, 7_000],
  АЗС: [0.06, 12_000],
  Кино: [0.03, 4_500],
  Питомцы: [0.008, 8_000],
  Книги: [0.006, 5_000],
  Цветы: [0.006, 9_000],
  'Едим дома': [0.05, 5_500],
  'Смотрим дома': [0.03, 2_500],
  'Играем дома': [0.03, 4_000],
  'Косметика и Парфюмерия': [0.03, 12_000],
  Подарки: [0.02, 12_000],
  'Ремонт дома': [0.02, 25_000],
  Мебель: [0.01, 110_000],
  'Спа и массаж': [0.005, 14_000],
  'Ювелирные украшения': [0.005, 85_000],
  Такси: [0.06, 1_800],
  Отели: [0.005, 45_000],
  Путешествия: [0.005, 90_000],
};

export const CITIES = weigh({
  Алматы: 0.26,
  Астана: 0.19,
  Шымкент: 0.13,
  Караганда: 0.07,
  Актобе: 0.06,
  Атырау: 0.05,
  Павлодар: 0.05,
  'Усть-Каменогорск': 0.05,
  Тараз: 0.05,
  Костанай: 0.03,
  Кызылорда: 0.03,
  Уральск: 0.03,
});

export const INCOME_FACTOR: Readonly<Record<string, number>> = {
  Астана: 1.3,
  Алматы: 1.2,
  Атырау: 1.4,
  Шымкент: 0.75,
  Тараз: 0.75,
  Кызылорда: 0.75,
};
export const OTHER_INCOME_FACTOR = 0.9;

const split = (names: string): readonly string[] => names.split(' ');

/** What part of the population bears one of whose given names. */
export const NAME_GROUPS = weigh({ kazakh: 0.75, russian: 0.18, other: 0.07 });

export const NAMES = {
  kazakh: split(
    'Айгерим Жанар Динара Мадина Асель Гульмира Аружан Сая Камшат Назым ' +
      'Данияр Ержан Нурлан Бауржан Санжар Темирлан Азамат Ерасыл Арман Нурсултан',
  ),
  russian: split('Анна Ольга Ирина Елена Павел Сергей Дмитрий Андрей'),
  other: split('Рустем Лейла Тимур Диляра'),
};

export interface DemoMonth {
  /** `YYYY-MM-` */
  readonly prefix: string;
  readonly days: number;
  /** Weekday of the first, 0 = Sunday. */
  readonly firstWeekday: number;
  readonly factor: number;
  /** Category → factor of its own on top. */
  readonly seasonal: Readonly<Record<string, number>>;
}

const HOLIDAYS = { Отели: 1.7, Путешествия: 1.7 };

/** The summer of 2025. */
export const MONTHS: readonly DemoMonth[] = [
  { prefix: '2025-06-', days: 30, firstWeekday: 0, factor: 1.02, seasonal: {} },
  { prefix: '2025-07-', days: 31, firstWeekday: 2, factor: 1.05, seasonal: HOLIDAYS },
  {
    prefix: '2025-08-',
    days: 31,
    firstWeekday: 5,
    factor: 1.08,
    // School begins on 1 September: the second half of the month counts.
    seasonal: { ...HOLIDAYS, 'Одежда и обувь': 1.4, Книги: 1.4 },
  },
];

/** Hour → weight: peaks at nine, at lunch and in the evening. */
export const HOURS = weigh({
  ...{ '08': 2, '09': 5, '10': 3, '11': 3, '12': 6, '13': 6, '14': 3, '15': 3 },
  ...{ '16': 3, '17': 4, '18': 5, '19': 7, '20': 4, '21': 3, '22': 2 },
});

/** Category → how much likelier a purchase is on a weekend day. */
export const WEEKEND: Readonly<Record<string, number>> = { 'Кафе и рестораны': 1.2, АЗС: 0.85 };
