import { codePoints } from './code-points.ts';
import type { FactMask, FactName } from './fact-mask.ts';
import { FACTS, factBit } from './fact-mask.ts';
import type { Part } from './language-pack.ts';
import type { Slot } from './slots.ts';
import type { TemplateError } from './template.ts';
import { parseTemplate } from './template.ts';

/** A template ready for fitting: its length is `fixed` plus the lengths of its slots' values. */
export interface CompiledPart {
  readonly literals: readonly string[];
  readonly slots: readonly Slot[];
  /** Code points outside the slots. */
  readonly fixed: number;
  /** Facts that must be there, and facts that must not. */
  readonly needs: FactMask;
  readonly bars: FactMask;
}

/** What a template is compiled for. */
export interface TemplateScope {
  readonly slots: ReadonlyMap<string, Slot>;
  /** Metrics of the product's own number, for `of:` conditions. */
  readonly metrics: ReadonlySet<string>;
  /** See LanguagePack. */
  readonly harmony: readonly string[];
}

export interface PartError {
  readonly code: TemplateError | 'unknown-placeholder' | 'unknown-condition' | 'suffix-on-variable';
  /** The placeholder or condition in question; empty when it is about braces. */
  readonly text: string;
}

/** null: sound, but never true of this product. */
export const compilePart = (part: Part, scope: TemplateScope): CompiledPart | PartError | null => {
  const { text, when } = typeof part === 'string' ? { text: part, when: [] } : part;
  const template = parseTemplate(text);
  if (typeof template === 'string') return { code: template, text: '' };

  const slots: Slot[] = [];
  for (const [i, name] of template.slots.entries()) {
    const slot = scope.slots.get(name);
    if (slot === undefined) return { code: 'unknown-placeholder', text: name };
    if (!slot.takesSuffix && bends(template.literals[i + 1], scope.harmony)) {
      return { code: 'suffix-on-variable', text: name };
    }
    slots.push(slot);
  }

  let needs = slots.reduce((mask, { fact }) => mask | factBit(fact), 0);
  let bars = 0;
  for (const condition of when) {
    const positive = !condition.startsWith('!');
    const name = positive ? condition : condition.slice(1);
    if (name.startsWith('of:')) {
      if (scope.metrics.has(name.slice(3)) !== positive) return null;
    } else if (isFact(name)) {
      if (positive) needs |= factBit(name);
      else bars |= factBit(name);
    } else {
      return { code: 'unknown-condition', text: condition };
    }
  }
  const fixed = template.literals.reduce((sum, literal) => sum + codePoints(literal), 0);
  return { literals: template.literals, slots, fixed, needs, bars };
};

const isFact = (name: string): name is FactName => (FACTS as readonly string[]).includes(name);

/** Whether what follows a variable would have to agree with its unknown last sound. */
const bends = (after: string, harmony: readonly string[]): boolean =>
  /^-?\p{L}/u.test(after) || harmony.includes(/^\s(\p{L}+)/u.exec(after)?.[1] ?? '');
