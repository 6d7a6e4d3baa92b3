import { ARCHETYPES } from './archetypes.ts';
import type { DemoRow } from './draw-rows.ts';
import type { Portrait } from './portrait.ts';
import { BASKET, MONTHS } from './tables.ts';

/** A client that shows one case of its own, made by bending the portrait of an archetype. */
export interface Showcase {
  readonly kind: string;
  /** Label of the archetype to start from. */
  readonly from: string;
  readonly bend: (portrait: Portrait) => void;
  /** Card operations to the tenge, instead of drawn ones. */
  readonly purchases?: readonly DemoRow[];
}

/** Nine categories alike: a third of spend at three times the rate is worth the same as all of it. */
const evenPurchases = (): DemoRow[] =>
  MONTHS.flatMap(({ prefix }) =>
    ['03', '11', '17', '26'].flatMap((day) =>
      Object.keys(BASKET)
        .slice(0, 9)
        .map((what) => ({ date: `${prefix}${day} 12:00:00`, what, amount: 1e6, currency: 'KZT' })),
    ),
  );

const dropTypes = (portrait: Portrait, ...types: string[]): void => {
  portrait.flows = portrait.flows.filter(({ type }) => !types.includes(type));
};

export const SHOWCASES: readonly Showcase[] = [
  {
    kind: 'no-offer',
    from: 'Карта с кэшбэком на топ-3 категории',
    bend: (portrait) => {
      portrait.spend = 18_000;
      portrait.balance = 21_000;
      portrait.flows = [
        { type: 'family_in', perMonth: 40_000, perQuarter: 3 },
        { type: 'utilities_out', perMonth: 12_000, perQuarter: 9 },
        { type: 'card_out', perMonth: 3_000, perQuarter: 9 },
      ];
    },
  },
  {
    kind: 'refused-by-gate',
    from: 'Кредит наличными',
    bend: (portrait) => {
      dropTypes(portrait, 'loan_payment_out', 'installment_payment_out');
      portrait.flows.push({
        type: 'loan_payment_out',
        perMonth: portrait.income * 0.6,
        perQuarter: 3,
      });
    },
  },
  {
    kind: 'tie',
    from: 'Карта с кэшбэком на все',
    bend: (portrait) => {
      portrait.balance = 90_000;
      dropTypes(portrait, 'cashback_in');
    },
    purchases: evenPurchases(),
  },
  {
    kind: 'one-month',
    from: 'Карта для путешествий',
    bend: (portrait) => {
      portrait.months = 1;
    },
  },
  {
    kind: 'short-name',
    from: 'Депозит Накопительный',
    bend: (portrait) => {
      portrait.name = 'Сая';
    },
  },
  {
    kind: 'long-name',
    from: 'Карта с кэшбэком на топ-3 категории',
    bend: (portrait) => {
      portrait.name = 'Александрина';
    },
  },
  {
    kind: 'over-cap',
    from: 'Карта для геймеров',
    bend: (portrait) => {
      portrait.spend = 620_000;
    },
  },
];

export const archetypeOf = (label: string): (typeof ARCHETYPES)[number] =>
  ARCHETYPES.find((archetype) => archetype.label === label)!;
