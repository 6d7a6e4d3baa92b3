import type { Family } from '../../benefits/catalogue.ts';
import type { Tenge } from '../../kernel/units.ts';
import type { Channel } from '../channel.ts';
import type { CheckWords } from './check-words.ts';

/** What a text must be judged against; the same whether a template or a person wrote it. */
export interface CheckContext {
  readonly words: CheckWords;
  readonly channel: Channel;
  /** How the client must be addressed; empty: by no name. */
  readonly name: string;
  readonly product: CheckedProduct;
  /** True amounts the text may print next to an estimate: the month's sum, the usual spend. */
  readonly spends: readonly Tenge[];
}

export interface CheckedProduct {
  readonly family: Family;
  /** Rates are yearly ones and need the effective rate beside them. */
  readonly yearlyRate: boolean;
  /** What is promised on spend, where it is one rate; null where a reader cannot redo the sum. */
  readonly rate: number | null;
  readonly cap: Tenge | null;
  /** Stems that tell what the text is about. */
  readonly topic: readonly string[];
}
