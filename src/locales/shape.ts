/** Forms of one phrase by number; `{n}` stands for the formatted number. */
export interface Plural {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** What a translation must have when the Russian words are `T`: every key, any text. */
export type Shape<T> = T extends string
  ? string
  : T extends { readonly other: string }
    ? Plural
    : { readonly [K in keyof T]: Shape<T[K]> };
