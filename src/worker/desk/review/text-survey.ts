import type { ClientIndex } from '../../../engine/kernel/units.ts';
import type { Advisor } from '../../../engine/recommendations/advisor.ts';
import { RULES } from '../../../engine/texts/check/rules.ts';
import type { ClientTexts } from '../../../engine/texts/client-texts.ts';
import { renderFor } from '../../../engine/texts/client-texts.ts';
import { codePoints } from '../../../engine/texts/code-points.ts';
import { textKey } from '../../../engine/texts/text-key.ts';
import { bonesOf, namelessOf } from './bones.ts';

/** Of clients who are offered nothing. */
export const NO_TEXT = 255;
/** All that can be found in a text, a bit each. */
export const FINDABLE = [
  ...RULES.map(({ id, severity }) => ({ id, severity })),
  { id: 'no-template', severity: 'error' } as const,
];
const ERRORS = FINDABLE.reduce(
  (mask, { severity }, bit) => (severity === 'error' ? mask | (1 << bit) : mask),
  0,
);
const BITS = new Map(FINDABLE.map(({ id }, bit) => [id, 1 << bit]));

export const ruleBit = (rule: string): number => BITS.get(rule) ?? 0;
export const hasError = (rules: number): boolean => (rules & ERRORS) !== 0;

/** What the templates make of every client, as far as lists and reports need it: 36 bytes a client. */
export class TextSurvey {
  /** Catalogue position of what is offered, or NO_TEXT. */
  readonly product: Uint8Array;
  /** Position in `languages`. */
  readonly language: Uint8Array;
  readonly variant: Int8Array;
  readonly length: Uint16Array;
  /** Bits of FINDABLE. */
  readonly rules: Uint32Array;
  /** `textKey` of the text, of it without the name, and without numbers and categories too. */
  readonly key: Float64Array;
  readonly nameless: Float64Array;
  readonly bones: Float64Array;
  readonly languages: readonly string[];
  readonly #advisor: Advisor;
  readonly #texts: ClientTexts;

  constructor(advisor: Advisor, texts: ClientTexts) {
    const { size } = advisor.population;
    this.product = new Uint8Array(size).fill(NO_TEXT);
    this.language = new Uint8Array(size);
    this.variant = new Int8Array(size);
    this.length = new Uint16Array(size);
    this.rules = new Uint32Array(size);
    this.key = new Float64Array(size);
    this.nameless = new Float64Array(size);
    this.bones = new Float64Array(size);
    this.languages = [...texts.byLanguage.keys()];
    this.#advisor = advisor;
    this.#texts = texts;
  }

  /** Writes and checks the texts of clients `from` … `to` − 1. */
  read(from: ClientIndex, to: ClientIndex): void {
    const advisor = this.#advisor;
    for (let client = from; client < to; client++) {
      advisor.advise(client);
      const { ranks, ledger } = advisor;
      if (ranks.noOffer !== null) continue;
      const product = ranks.product[0];
      const rendered = renderFor(this.#texts, ledger, advisor.explain(client)[product]);
      const { text, variant, findings } = rendered;
      this.product[client] = product;
      this.language[client] = this.languages.indexOf(rendered.language);
      this.variant[client] = variant;
      this.length[client] = codePoints(text);
      this.rules[client] = findings.reduce((mask, { rule }) => mask | ruleBit(rule), 0);
      this.key[client] = textKey(text);
      this.nameless[client] = textKey(namelessOf(text));
      this.bones[client] = textKey(bonesOf(text));
    }
  }
}
