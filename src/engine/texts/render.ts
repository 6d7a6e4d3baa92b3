import type { ProductEvaluation } from '../benefits/evaluation.ts';
import type { Ledger } from '../features/ledger.ts';
import type { CheckContext } from './check/check-context.ts';
import { checkText } from './check/check-text.ts';
import type { Finding } from './check/finding.ts';
import { chooseVariant } from './choose-variant.ts';
import { codePoints } from './code-points.ts';
import { factMask } from './fact-mask.ts';
import type { TextFacts } from './facts.ts';
import type { Fitting } from './fit.ts';
import { fit } from './fit.ts';
import type { PreparedProduct, PreparedTexts } from './prepared-texts.ts';
import { SlotValues } from './slot-values.ts';

export interface RenderedText {
  /** Empty when the language has no text for the product. */
  readonly text: string;
  readonly language: string;
  /** Position among the product's variants; −1 without a text. */
  readonly variant: number;
  readonly findings: readonly Finding[];
  /** No finding is an error: the text may be sent. */
  readonly ok: boolean;
}

const NO_TEMPLATE: Finding = { rule: 'no-template', severity: 'error', at: '' };

/**
 * One client's text about one product, checked. The client's code chooses the variant; one that
 * cannot fit gives way to the next. A name that spoils a text (a word of a banned kind, an emoji) is
 * left out. The same input gives the same text on every machine.
 */
export const renderText = (
  prepared: PreparedTexts,
  ledger: Ledger,
  evaluation: ProductEvaluation,
): RenderedText => {
  const product = prepared.products[evaluation.product];
  const facts = readTextFacts(prepared, ledger, evaluation);
  const rendered = writeText(prepared, product, facts, ledger.code);
  if (rendered.ok || facts.name === '') return rendered;
  const nameless = writeText(prepared, product, { ...facts, name: '' }, ledger.code);
  return nameless.ok ? nameless : rendered;
};

const writeText = (
  prepared: PreparedTexts,
  product: PreparedProduct,
  facts: TextFacts,
  code: string,
): RenderedText => {
  const { language } = prepared.pack;
  const values = new SlotValues(facts, product.terms);
  const best = fitVariants(prepared, product, facts, values, code);
  if (best === null) {
    return { text: '', language, variant: -1, findings: [NO_TEMPLATE], ok: false };
  }
  const { fitting, variant } = best;
  const body = fitting.parts.map((part) => values.fill(part, fitting.cats)).join(' ');
  const text = `${addressed(facts.name, body)} ${product.variants[variant].cta}.`;
  const findings = checkText(text, contextOf(prepared, product, facts));
  const ok = findings.every(({ severity }) => severity !== 'error');
  return { text, language, variant, findings, ok };
};

/** What the rules find in another text for the same client and product: one a person has edited. */
export const judgeText = (
  prepared: PreparedTexts,
  ledger: Ledger,
  evaluation: ProductEvaluation,
  text: string,
): readonly Finding[] => {
  const product = prepared.products[evaluation.product];
  const facts = readTextFacts(prepared, ledger, evaluation);
  const findings = checkText(text, contextOf(prepared, product, facts));
  // As in renderText, a name that spoils a text may be left out.
  if (facts.name === '' || !findings.some(({ rule }) => rule === 'name-first')) return findings;
  const nameless = checkText(text, contextOf(prepared, product, { ...facts, name: '' }));
  return renderText(prepared, ledger, evaluation).text.startsWith(`${facts.name}, `)
    ? findings
    : nameless;
};

/** What a text about this client and product may say. */
export const readTextFacts = (
  prepared: PreparedTexts,
  ledger: Ledger,
  evaluation: ProductEvaluation,
): TextFacts => {
  prepared.totals.read(ledger);
  return prepared.products[evaluation.product].readFacts(prepared.totals, evaluation);
};

interface FittedVariant {
  readonly variant: number;
  readonly fitting: Fitting;
}

const fitVariants = (
  { pack, channel }: PreparedTexts,
  { variants, terms }: PreparedProduct,
  facts: TextFacts,
  values: SlotValues,
  code: string,
): FittedVariant | null => {
  const mask = factMask(facts, terms, pack);
  const opening = codePoints(addressed(facts.name, ''));
  const lengthOf = values.lengthOf.bind(values);
  const first = chooseVariant(code, variants.length);
  let best: FittedVariant | null = null;
  for (let step = 0; step < variants.length; step++) {
    const variant = (first + step) % variants.length;
    const around = opening + codePoints(variants[variant].cta) + 2;
    const room = {
      facts: mask,
      cats: facts.cats.length,
      min: channel.min - around,
      max: channel.max - around,
      lengthOf,
    };
    const fitting = fit(variants[variant], room);
    if (fitting === null || fitting.off >= (best?.fitting.off ?? Infinity)) continue;
    best = { variant, fitting };
    if (fitting.off === 0) break;
  }
  return best;
};

const addressed = (name: string, body: string): string =>
  name === '' ? body.charAt(0).toUpperCase() + body.slice(1) : `${name}, ${body}`;

const contextOf = (
  { pack, channel }: PreparedTexts,
  { checked }: PreparedProduct,
  { name, sum, usual }: TextFacts,
): CheckContext => ({
  words: pack.words,
  channel,
  name,
  product: checked,
  spends: [sum, usual].filter((amount) => amount > 0),
});
