import type { LanguagePack } from '../../../engine/texts/language-pack.ts';

/** {month} always stands before «айында», «айы» or «айының»: a suffix never falls on the name itself. */
export const months = [
  { month: 'қаңтар' },
  { month: 'ақпан' },
  { month: 'наурыз' },
  { month: 'сәуір' },
  { month: 'мамыр' },
  { month: 'маусым' },
  { month: 'шілде' },
  { month: 'тамыз' },
  { month: 'қыркүйек' },
  { month: 'қазан' },
  { month: 'қараша' },
  { month: 'желтоқсан' },
] satisfies LanguagePack['months'];

/** {fx_ins}: with what one pays. */
export const currencies = {
  USD: { fx_ins: 'доллармен' },
  EUR: { fx_ins: 'еуромен' },
  RUB: { fx_ins: 'рубльмен' },
  GBP: { fx_ins: 'фунтпен' },
  CNY: { fx_ins: 'юаньмен' },
  TRY: { fx_ins: 'лирамен' },
  AED: { fx_ins: 'дирхаммен' },
} satisfies LanguagePack['currencies'];

/** {period}: in so many months; {period_adj}: of so many months. */
export const periods = [
  { period: 'бір айда', period_adj: 'бір айлық' },
  { period: 'екі айда', period_adj: 'екі айлық' },
  { period: 'үш айда', period_adj: 'үш айлық' },
  { period: 'төрт айда', period_adj: 'төрт айлық' },
  { period: 'бес айда', period_adj: 'бес айлық' },
  { period: 'алты айда', period_adj: 'алты айлық' },
  { period: 'жеті айда', period_adj: 'жеті айлық' },
  { period: 'сегіз айда', period_adj: 'сегіз айлық' },
  { period: 'тоғыз айда', period_adj: 'тоғыз айлық' },
  { period: 'он айда', period_adj: 'он айлық' },
  { period: 'он бір айда', period_adj: 'он бір айлық' },
  { period: 'бір жылда', period_adj: 'бір жылдық' },
] satisfies LanguagePack['periods'];

/**
 * How the official categories are called in Kazakh. «Медицина» is left out on purpose: a lock screen
 * must never show it.
 */
export const categories = {
  'Одежда и обувь': 'Киім мен аяқкиім',
  'Продукты питания': 'Азық-түлік',
  'Кафе и рестораны': 'Кафе мен мейрамхана',
  Авто: 'Авто',
  Спорт: 'Спорт',
  Развлечения: 'Ойын-сауық',
  АЗС: 'АЖҚС',
  Кино: 'Кино',
  Питомцы: 'Үй жануарлары',
  Книги: 'Кітаптар',
  Цветы: 'Гүлдер',
  'Едим дома': 'Үйде тамақтанамыз',
  'Смотрим дома': 'Үйде көреміз',
  'Играем дома': 'Үйде ойнаймыз',
  'Косметика и Парфюмерия': 'Косметика мен парфюмерия',
  Подарки: 'Сыйлықтар',
  'Ремонт дома': 'Үй жөндеу',
  Мебель: 'Жиһаз',
  'Спа и массаж': 'Спа мен массаж',
  'Ювелирные украшения': 'Зергерлік бұйымдар',
  Такси: 'Такси',
  Отели: 'Қонақүйлер',
  Путешествия: 'Саяхат',
} satisfies LanguagePack['categories'];

/** These change with the last sound before them, so they may not follow a variable. */
export const harmony = [
  'мен',
  'пен',
  'бен',
  'менен',
  'да',
  'де',
  'та',
  'те',
  'ма',
  'ме',
  'ба',
  'бе',
  'па',
  'пе',
];
