import type { LanguagePack, ProductTexts } from '../../../src/engine/texts/language-pack.ts';
import type { Channel } from '../../../src/engine/texts/channel.ts';

/** A channel with room for whatever a test writes, unless it says otherwise. */
export const channel = (changes: Partial<Channel> = {}): Channel => ({
  id: 'test',
  form: 'variants',
  min: 1,
  max: 500,
  currency: '₸',
  emoji: 1,
  fold: 50,
  ...changes,
});

/** A language just large enough for the rules; tests add the templates. */
export const smallPack = (products: Record<string, ProductTexts> = {}): LanguagePack => ({
  language: 'ru',
  months: Array.from({ length: 12 }, (_, i) => ({ month: `месяц${'абвгдежзиклм'[i]}` })),
  currencies: { USD: { fx: 'долларах' } },
  periods: [{ period: 'за месяц' }, { period: 'за два месяца' }, { period: 'за три месяца' }],
  plurals: { раз: { one: 'раз', few: 'раза', other: 'раз-иное' } },
  categories: { Такси: 'Такси', Отели: 'Отели', Путешествия: 'Путешествия', Кино: 'Синема' },
  list: { open: '«', close: '»', comma: ', ', and: ' и ' },
  harmony: ['мен'],
  words: {
    ctas: ['Открыть вклад', 'Посмотреть карту'],
    banned: ['срочно', 'одобрен*'],
    capitals: ['ГЭСВ', 'АЗС'],
    politeCapitals: ['Вы', 'Ваш'],
    currency: ['₸', 'тг', 'тенге'],
    confidential: ['остат*', 'остаток', 'долг'],
    harmless: ['стабильный остаток'],
    forbidden: ['медицин*'],
    effectiveRate: ['гэсв'],
    about: ['около'],
    letters: '',
  },
  products,
});

/** One variant with one alternative of each part, or several. */
export const texts = (...variants: Partial<ProductTexts['variants'][number]>[]): ProductTexts => ({
  topic: ['карт*'],
  variants: variants.map((variant) => ({
    hook: ['начало.'],
    offer: ['Предложение.'],
    condition: [],
    tail: [],
    cta: 'Посмотреть карту',
    ...variant,
  })),
  short: [],
});
