import type { LanguagePack } from '../../engine/texts/language-pack.ts';
import { creditCard } from './ru/credit-card.ts';
import { credits } from './ru/credit.ts';
import { currencyServices } from './ru/currency.ts';
import { deposits } from './ru/deposits.ts';
import { favouriteCards } from './ru/favourite-cards.ts';
import { categories, currencies, months, periods, plurals } from './ru/forms.ts';
import { riskProducts } from './ru/risk.ts';
import { serviceCards } from './ru/service-cards.ts';
import { shortCards } from './ru/short-cards.ts';
import { shortServices } from './ru/short-services.ts';
import { spendingCards } from './ru/spending-cards.ts';
import { words } from './ru/words.ts';
import { withShort } from './with-short.ts';

const products = {
  ...spendingCards,
  ...favouriteCards,
  ...serviceCards,
  ...creditCard,
  ...currencyServices,
  ...deposits,
  ...credits,
  ...riskProducts,
};

/** Russian push and SMS texts of all products. */
export const ru = {
  language: 'ru',
  months,
  currencies,
  periods,
  plurals,
  categories,
  list: { open: '«', close: '»', comma: ', ', and: ' и ' },
  harmony: [],
  words,
  products: withShort(products, { ...shortCards, ...shortServices }),
} satisfies LanguagePack;
