import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../src/engine/texts/check/check-context.ts';
import { checkText } from '../../../../src/engine/texts/check/check-text.ts';
import { RULES } from '../../../../src/engine/texts/check/rules.ts';
import { channel, smallPack } from '../small-pack.ts';

const { words } = smallPack();

const SMS = channel({ currency: 'тг', emoji: 0 });
const LETTERS = { words: { ...words, letters: 'әғқ' } };
const product: CheckContext['product'] = {
  family: 'money',
  yearlyRate: false,
  rate: 0.04,
  cap: 30_000,
  topic: ['карт*'],
};
const DEPOSIT = { product: { ...product, yearlyRate: true } };
const DEBT = { product: { ...product, family: 'credit' } } as const;
const RISK = { product: { ...product, family: 'risk' } } as const;
const FEES = { product: { ...product, rate: null } };
const NO_CAP = { product: { ...product, cap: null } };

const check = (text: string, changes: Partial<CheckContext>): Record<string, string> => {
  const context = { words, channel: channel(), name: 'Сая', product, spends: [60_000], ...changes };
  return Object.fromEntries(
    checkText(text.replaceAll('_', '\u00a0'), context).map(({ rule, at }) => [
      rule,
      at.replaceAll('\u00a0', '_'),
    ]),
  );
};

type Changes = Partial<CheckContext>;

interface RuleCases {
  readonly trips: readonly (readonly [text: string, at: string, changes?: Changes])[];
  readonly passes: readonly (readonly [text: string, changes?: Changes])[];
}

/** Around a middle, everything else is right. */
const whole = (middle: string): string => `Сая, карта. ${middle} Посмотреть карту.`;

/** Middles, or whole texts that begin with `=`. `at` is what the rule must point to. */
const cases: Readonly<Record<string, RuleCases>> = {
  length: {
    trips: [
      ['Коротко.', '', { channel: channel({ min: 180 }) }],
      ['Длинно.', '', { channel: channel({ max: 10 }) }],
      ['🎮.', '', { channel: channel({ min: whole('🎮.').length }) }],
    ],
    passes: [
      ['Ровно.', { channel: channel({ min: 36, max: 36 }) }],
      ['🎮.', { channel: channel({ min: whole('🎮.').length - 1 }) }],
    ],
  },
  'leftover-braces': {
    trips: [
      ['Вышло {sum}.', '{'],
      ['Вышло sum}.', '}'],
    ],
    passes: [['Вышло (немало).']],
  },
  'name-first': {
    trips: [
      ['=Карта, Сая. Посмотреть карту.', ''],
      ['=Сая карта. Посмотреть карту.', ''],
      ['=карта. Посмотреть карту.', '', { name: '' }],
      ['=, карта. Посмотреть карту.', '', { name: '' }],
      ['=- карта. Посмотреть карту.', '', { name: '' }],
    ],
    passes: [
      ['=Карта. Посмотреть карту.', { name: '' }],
      ['=«Кино» и карта. Посмотреть карту.', { name: '' }],
      ['=12 раз, и карта. Посмотреть карту.', { name: '' }],
      ['=Əлия, карта. Посмотреть карту.', { name: 'Əлия' }],
    ],
  },
  'final-stop': {
    trips: [['=Сая, карта. Посмотреть карту', '']],
    passes: [['=Сая, карта. Посмотреть карту!']],
  },
  'one-cta-last': {
    trips: [
      ['=Сая, карта.', ''],
      ['=Сая, карта. Посмотреть карту. И всё.', ''],
      ['=Сая, карта, Посмотреть карту.', ''],
      ['=Сая, картаПосмотреть карту.', ''],
      ['Открыть вклад.', 'Открыть вклад'],
      ['Посмотреть карту.', 'Посмотреть карту'],
      ['=Сая, карта. Смотреть.', '', { words: { ...words, ctas: ['Смотреть'] } }],
      [
        '=Сая, карта. Открыть и посмотреть свой вклад.',
        '',
        { words: { ...words, ctas: ['Открыть и посмотреть свой вклад'] } },
      ],
    ],
    passes: [
      ['Дважды.'],
      ['Верно?'],
      ['Верно 🎮'],
      ['Можно открыть вклад или карту.'],
      ['Открыть вклад можно и позже.'],
    ],
  },
  spacing: {
    trips: [
      ['Два  пробела.', '  '],
      ['Перед , запятой.', ' ,'],
      ['Перед_. точкой.', '_.'],
      ['« Кино».', '« '],
      ['«Кино ».', ' »'],
      ['После,запятой.', ','],
      ['После.Точки.', '.'],
      ['Строка.\nНовая.', '\n'],
      ['Узкий\u202fпробел.', '\u202f'],
      ['Невидимый\u200bзнак.', '\u200b'],
      ['Поворот\u202eстроки.', '\u202e'],
      ['= Сая, карта. Посмотреть карту.', ' '],
      ['=Сая, карта. Посмотреть карту. ', ' '],
    ],
    passes: [['Сумма 1_000_₸, а ещё 4,5% и 18:30.'], ['Да? Нет! Ой… Всё.'], ['Едем ✈️ Летим.']],
  },
  'amount-format': {
    trips: [
      ['Вышло 5 000_₸.', '5 000'],
      ['Вышло 5_000 ₸.', 'Сая, карта. Вышло 5_000 ₸'],
      ['Вышло 5_000₸.', 'Сая, карта. Вышло 5_000₸'],
      ['Вышло 5000_₸.', 'Сая, карта. Вышло 5000_₸'],
      ["Вышло 5'000_₸.", "5'000"],
      ['Вышло 5\u2009000_₸.', '5\u2009000'],
      ['Вышло целых 5_0000_000_000_₸.', 'Вышло целых 5_0000_000_000_₸'],
      ['Вышло 50_00_₸.', 'Сая, карта. Вышло 50_00_₸'],
      ['Вышло 5000_тг.', 'Сая, карта. Вышло 5000_тг', { channel: SMS }],
      ['Вышло 5тг.', 'Сая, карта. Вышло 5тг', { channel: SMS }],
    ],
    passes: [
      ['Вышло 5_000_₸, 12_₸ и 1_250_000,5_₸-ге.'],
      ['До 20_млн_₸.'],
      ['Вышло 5_000_тг, смотрите тгк.', { channel: SMS }],
      ['В 2025 году 12 раз.'],
    ],
  },
  'currency-sign': {
    trips: [
      ['Вышло 5_тг.', 'тг'],
      ['Вышло пять Тенге.', 'тенге'],
      ['Вышло 5_₸.', '₸', { channel: SMS }],
    ],
    passes: [['Вышло 5_₸.'], ['Вышло 5_тг.', { channel: SMS }], ['Оттгода.']],
  },
  'decimal-point': {
    trips: [['Назад 4.5%.', '4.5']],
    passes: [['Назад 4,5%. 3 раза.']],
  },
  exclamations: {
    trips: [['Да! Да!', '!']],
    passes: [['Да!'], ['Да.']],
  },
  emoji: {
    trips: [
      ['Игра 🎮 и полёт ✈️', '✈'],
      ['Игра 🎮', '🎮', { channel: SMS }],
    ],
    passes: [['Игра 🎮'], ['Игра.', { channel: SMS }], ['Номер 1 и *.']],
  },
  capitals: {
    trips: [
      ['Это ОЧЕНЬ важно.', 'ОЧЕНЬ'],
      ['Это ҚАЗІР керек.', 'ҚАЗІР'],
      ['Это NEW.', 'NEW'],
    ],
    passes: [['ГЭСВ и «АЗС».'], ['Это ОК, «Иван», МакДональд и ТВ.'], ['Это A𐘀 и 李小龙.']],
  },
  'polite-capital': {
    trips: [
      ['Посмотрите, Вы можете.', 'Вы'],
      ['Это Ваш выбор.', 'Ваш'],
    ],
    passes: [['Вы можете. Ваш выбор! Вы?'], ['Это вы и ваш выбор, Выборг.']],
  },
  'banned-words': {
    trips: [
      ['Срочно смотрите.', 'срочно'],
      ['Кредит уже одобрено.', 'одобрен*'],
    ],
    passes: [['Это не бессрочно и не досрочно.'], ['Это расчёт, а не неодобрение.']],
  },
  'rate-without-effective': {
    trips: [['Даём 16,5% годовых.', '%', DEPOSIT]],
    passes: [['Даём 16,5%, ГЭСВ 17,8%.', DEPOSIT], ['Даём доход.', DEPOSIT], ['Назад 4%.']],
  },
  'figure-for-debt': {
    trips: [
      ['Лимит 500_000_₸.', '₸', DEBT],
      ['Лимит 500_000_тг.', 'тг', { ...DEBT, channel: SMS }],
    ],
    passes: [['Решать вам.', DEBT], ['Назад 500_₸.']],
  },
  'promise-for-risk': {
    trips: [
      ['Растёт на 10%.', '%', RISK],
      ['Принесёт около 5_000_₸.', '5_000', RISK],
    ],
    passes: [['Начать можно с 6_₸, рядом стол.', RISK], ['Растёт на 10%.']],
  },
  arithmetic: {
    trips: [
      ['Ушло 60_000_₸, назад около 3_000_₸.', '3_000'],
      ['Ушло 60_000_₸, назад около 2_500_₸.', '2_500'],
      ['Ушло 900_000_₸, назад около 36_000_₸.', '36_000', { spends: [900_000] }],
      ['В месяц 5_000_₸, назад около 900_₸.', '900', { spends: [60_000, 5_000] }],
    ],
    passes: [
      ['Ушло 60_000_₸, назад около 2_400_₸.'],
      ['Ушло 61_249_₸, назад около 2_400_₸.', { spends: [61_249] }],
      ['Ушло 900_000_₸, назад около 30_000_₸.', { spends: [900_000] }],
      ['Ушло 900_000_₸, назад около 36_000_₸.', { spends: [900_000], ...NO_CAP }],
      ['Ушло 60_000_₸, предел 30_000_₸.'],
      ['Назад около 9_000_₸.'],
      ['Ушло 60_000_₸, назад около 9_000_₸.', { spends: [] }],
      ['Ушло 60_000_₸, назад около 9_000_₸.', FEES],
    ],
  },
  'forbidden-words': {
    trips: [['Траты: «Медицина».', 'медицин*']],
    passes: [['Траты: «Биомедицина» нет.']],
  },
  'confidential-words': {
    trips: [
      ['Ваш остаток растёт.', 'остат*'],
      ['Закройте долг.', 'долг'],
    ],
    passes: [['У вас стабильный остаток.'], ['Это надолго, долгий путь.']],
  },
  'point-late': {
    trips: [
      ['=Сая, о другом. Посмотреть карту.', 'сая, о другом', { channel: channel({ fold: 13 }) }],
    ],
    passes: [
      ['=Сая, карта. Посмотреть карту.', { channel: channel({ fold: 13 }) }],
      ['=Сая, вышло 5_000_₸. Посмотреть карту.', { channel: channel({ fold: 20 }) }],
    ],
  },
  'foreign-letters': {
    trips: [['Ни одной.', '', LETTERS]],
    passes: [['Қар.', LETTERS], ['Ни одной.']],
  },
};

const textOf = (text: string): string => (text.startsWith('=') ? text.slice(1) : whole(text));

it('has a case for every rule, and no rule twice', () => {
  expect(Object.keys(cases)).toEqual(RULES.map(({ id }) => id));
});

describe.each(Object.entries(cases))('%s', (id, { trips, passes }) => {
  for (const [text, at, changes = {}] of trips) {
    it(`objects to "${text}"`, () => {
      expect(check(textOf(text), changes)).toHaveProperty([id], at);
    });
  }

  for (const [text, changes = {}] of passes) {
    it(`lets "${text}" pass`, () => {
      expect(check(textOf(text), changes)).not.toHaveProperty([id]);
    });
  }
});

it('finds nothing wrong with a good text, and orders findings as the rules', () => {
  expect(check(whole('Назад 4%.'), {})).toEqual({});
  expect(Object.keys(check('карта  и СРОЧНО', {}))).toEqual([
    'name-first',
    'final-stop',
    'one-cta-last',
    'spacing',
    'capitals',
    'banned-words',
  ]);
});

it('blocks with errors and only warns of matters of taste', () => {
  expect(RULES.filter(({ severity }) => severity === 'warning').map(({ id }) => id)).toEqual([
    'confidential-words',
    'point-late',
    'foreign-letters',
  ]);
});
