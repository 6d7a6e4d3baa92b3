/** Tenge for one unit of a currency, by ISO code, on one named date. */
export interface FxTable {
  /** ISO date the rates are of. */
  readonly asOf: string;
  /** Said to the person wherever the table is shown. */
  readonly note: string;
  readonly rates: Readonly<Record<string, number>>;
}

/** The rates shipped as an example; the person edits them, or passes `--fx`. */
export const EXAMPLE_FX = {
  asOf: '2025-09-30',
  note: 'Пример: округлённые курсы осени 2025 года. Замените их своими.',
  rates: {
    KZT: 1,
    USD: 540,
    EUR: 630,
    RUB: 6.7,
    GBP: 725,
    CNY: 76,
    CHF: 675,
    TRY: 13,
    AED: 147,
    KGS: 6.2,
    UZS: 0.044,
    GEL: 199,
    JPY: 3.65,
    KRW: 0.385,
  },
} as const satisfies FxTable;
