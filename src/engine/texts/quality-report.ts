import type { ClientIndex } from '../kernel/units.ts';

/** The texts of a campaign as a whole. */
export interface QualityReport {
  readonly texts: number;
  /** That break no blocking rule. */
  readonly good: number;
  readonly byLanguage: Readonly<Record<string, number>>;
  /** In the order of the rules. */
  readonly rules: readonly {
    readonly rule: string;
    readonly severity: 'error' | 'warning';
    readonly passed: number;
  }[];
  readonly length: {
    readonly min: number;
    readonly mean: number;
    readonly max: number;
    /** How many texts have `from` + i characters. */
    readonly from: number;
    readonly counts: readonly number[];
  };
  /** Different texts, and different ones once names, numbers and quoted categories are taken out. */
  readonly distinct: number;
  readonly stencils: number;
  readonly products: readonly {
    readonly product: string;
    readonly texts: number;
    readonly distinct: number;
    readonly stencils: number;
    /** How many texts each variant made. */
    readonly variants: readonly number[];
  }[];
  /** Texts that another one repeats word for word, but for the name at most; among all. */
  readonly twins: number;
  /**
   * Most alike first, one pair of a kind. Twins are found among all texts, other pairs among
   * `compared` of them, taken evenly.
   */
  readonly alike: readonly {
    readonly share: number;
    readonly texts: readonly [AlikeText, AlikeText];
  }[];
  readonly compared: number;
  readonly elapsedMs: number;
}

export interface AlikeText {
  readonly client: ClientIndex;
  readonly code: string;
  readonly text: string;
}
