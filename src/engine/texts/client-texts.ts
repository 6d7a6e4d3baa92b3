import type { ProductEvaluation } from '../benefits/evaluation.ts';
import type { Ledger } from '../features/ledger.ts';
import type { PreparedTexts } from './prepared-texts.ts';
import { type RenderedText, renderText } from './render.ts';

/** Texts in every language there is: each client is written to in their own. */
export interface ClientTexts {
  readonly byLanguage: ReadonlyMap<string, PreparedTexts>;
  /** For clients whose language the data do not tell. */
  readonly chosen: PreparedTexts;
}

/** The texts in the language of the client in `ledger`. */
export const textsOf = ({ byLanguage, chosen }: ClientTexts, { language }: Ledger): PreparedTexts =>
  byLanguage.get(language) ?? chosen;

/** The text of the client in `ledger` about one product, in the client's language. */
export const renderFor = (
  texts: ClientTexts,
  ledger: Ledger,
  evaluation: ProductEvaluation,
): RenderedText => renderText(textsOf(texts, ledger), ledger, evaluation);
