import type { LanguagePack } from '../../engine/texts/language-pack.ts';
import { creditCard } from './kk/credit-card.ts';
import { credits } from './kk/credit.ts';
import { currencyServices } from './kk/currency.ts';
import { deposits } from './kk/deposits.ts';
import { favouriteCards } from './kk/favourite-cards.ts';
import { categories, currencies, harmony, months, periods } from './kk/forms.ts';
import { riskProducts } from './kk/risk.ts';
import { serviceCards } from './kk/service-cards.ts';
import { shortCards } from './kk/short-cards.ts';
import { shortServices } from './kk/short-services.ts';
import { spendingCards } from './kk/spending-cards.ts';
import { words } from './kk/words.ts';
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

/** Kazakh push and SMS texts of all products. */
export const kk = {
  language: 'kk',
  months,
  currencies,
  periods,
  plurals: {},
  categories,
  list: { open: '«', close: '»', comma: ', ', and: ' және ' },
  harmony,
  words,
  products: withShort(products, { ...shortCards, ...shortServices }),
} satisfies LanguagePack;
