import type { LanguagePack } from '../../../engine/texts/language-pack.ts';

/** {month}: nominative, which is also the accusative («за август»); {month_prep}: after «в». */
export const months = [
  { month: 'январь', month_prep: 'январе' },
  { month: 'февраль', month_prep: 'феврале' },
  { month: 'март', month_prep: 'марте' },
  { month: 'апрель', month_prep: 'апреле' },
  { month: 'май', month_prep: 'мае' },
  { month: 'июнь', month_prep: 'июне' },
  { month: 'июль', month_prep: 'июле' },
  { month: 'август', month_prep: 'августе' },
  { month: 'сентябрь', month_prep: 'сентябре' },
  { month: 'октябрь', month_prep: 'октябре' },
  { month: 'ноябрь', month_prep: 'ноябре' },
  { month: 'декабрь', month_prep: 'декабре' },
] satisfies LanguagePack['months'];

/** {fx_prep}: after «в». */
export const currencies = {
  USD: { fx_prep: 'долларах' },
  EUR: { fx_prep: 'евро' },
  RUB: { fx_prep: 'рублях' },
  GBP: { fx_prep: 'фунтах' },
  CNY: { fx_prep: 'юанях' },
  TRY: { fx_prep: 'лирах' },
  AED: { fx_prep: 'дирхамах' },
} satisfies LanguagePack['currencies'];

export const periods = [
  { period: 'за месяц' },
  { period: 'за два месяца' },
  { period: 'за три месяца' },
  { period: 'за четыре месяца' },
  { period: 'за пять месяцев' },
  { period: 'за полгода' },
  { period: 'за семь месяцев' },
  { period: 'за восемь месяцев' },
  { period: 'за девять месяцев' },
  { period: 'за десять месяцев' },
  { period: 'за одиннадцать месяцев' },
  { period: 'за год' },
] satisfies LanguagePack['periods'];

/** Named by the number {n}; «категориям» stands after «по», «категориях» after «в». */
export const plurals = {
  раз: { one: 'раз', few: 'раза', many: 'раз', other: 'раза' },
  пополнение: { one: 'пополнение', few: 'пополнения', many: 'пополнений', other: 'пополнения' },
  обмен: { one: 'обмен', few: 'обмена', many: 'обменов', other: 'обмена' },
  оплата: { one: 'оплата', few: 'оплаты', many: 'оплат', other: 'оплаты' },
  операция: { one: 'операция', few: 'операции', many: 'операций', other: 'операции' },
  категориям: { one: 'категории', other: 'категориям' },
  категориях: { one: 'категории', other: 'категориях' },
} satisfies LanguagePack['plurals'];

/**
 * Labels that a text may name, as they stand in the client's statement. «Медицина» is left out on
 * purpose: a lock screen must never show it.
 */
export const categories = Object.fromEntries(
  [
    'Одежда и обувь',
    'Продукты питания',
    'Кафе и рестораны',
    'Авто',
    'Спорт',
    'Развлечения',
    'АЗС',
    'Кино',
    'Питомцы',
    'Книги',
    'Цветы',
    'Едим дома',
    'Смотрим дома',
    'Играем дома',
    'Косметика и Парфюмерия',
    'Подарки',
    'Ремонт дома',
    'Мебель',
    'Спа и массаж',
    'Ювелирные украшения',
    'Такси',
    'Отели',
    'Путешествия',
  ].map((label) => [label, label]),
) satisfies LanguagePack['categories'];
