import type { ProductEvaluation } from '../benefits/evaluation.ts';
import type { Ledger } from '../features/ledger.ts';
import { textsOf, type ClientTexts } from './client-texts.ts';
import type { PreparedTexts } from './prepared-texts.ts';
import { judgeText, readTextFacts, type RenderedText, renderText } from './render.ts';
import { textKey } from './text-key.ts';

/**
 * Where a text stands with the people who send it.
 * - `new`: nobody has looked at it; it is sent.
 * - `failing`: it breaks a blocking rule and waits for a person.
 * - `approved`: it is sent, whatever the rules say.
 * - `edited`: a person's own words; sent when they break no blocking rule.
 * - `rejected`: it is not sent.
 * - `changed`: what a decision was about is not so any more. An approval has lapsed; own words and
 *   a rejection hold the text back until somebody decides again.
 */
export const TEXT_STATES = ['new', 'failing', 'approved', 'edited', 'rejected', 'changed'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** What a person decided about one client's text. */
export interface TextDecision {
  /** null: only edited. */
  readonly verdict: 'approved' | 'rejected' | null;
  /** `textKey` of the text that the templates made then. */
  readonly seen: number;
  /** The person's own words, and what they are true of. */
  readonly edit: { readonly text: string; readonly facts: string } | null;
}

export interface SettledText extends RenderedText {
  readonly state: TextState;
  /** Goes into the export. */
  readonly send: boolean;
  /** What the templates make of the client; the same as `text` unless a person wrote that. */
  readonly generated: string;
}

/** The text of the client in `ledger` as people have decided about it. */
export const settleText = (
  texts: ClientTexts,
  ledger: Ledger,
  evaluation: ProductEvaluation,
  decision: TextDecision | null,
): SettledText => {
  const prepared = textsOf(texts, ledger);
  const rendered = renderText(prepared, ledger, evaluation);
  const generated = rendered.text;
  const plain = { ...rendered, generated, send: rendered.ok };
  if (decision === null) return { ...plain, state: rendered.ok ? 'new' : 'failing' };
  const { verdict, edit } = decision;
  if (edit !== null) {
    const findings = judgeText(prepared, ledger, evaluation, edit.text);
    const ok = findings.every(({ severity }) => severity !== 'error');
    const own = { ...plain, text: edit.text, findings, ok };
    if (edit.facts !== factsOf(prepared, ledger, evaluation))
      return { ...own, state: 'changed', send: false };
    if (verdict === 'rejected') return { ...own, state: 'rejected', send: false };
    return { ...own, state: 'edited', send: ok || verdict === 'approved' };
  }
  if (decision.seen === textKey(generated)) {
    const approved = verdict === 'approved' && generated !== '';
    return { ...plain, state: approved ? 'approved' : 'rejected', send: approved };
  }
  return { ...plain, state: 'changed', send: verdict === 'approved' && rendered.ok };
};

/** What a text about this client and product may say, in a form that can be compared later. */
export const factsOf = (
  prepared: PreparedTexts,
  ledger: Ledger,
  evaluation: ProductEvaluation,
): string =>
  JSON.stringify([
    prepared.pack.language,
    prepared.channel.id,
    prepared.products[evaluation.product].code,
    prepared.products[evaluation.product].terms,
    readTextFacts(prepared, ledger, evaluation),
  ]);
