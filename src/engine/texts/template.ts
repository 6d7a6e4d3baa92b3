/**
 * A text with holes: `literals[i]` stands before the hole named `slots[i]`, the last literal after
 * all of them. Filling joins the pieces, so braces inside a value are never read again.
 */
export interface Template {
  readonly literals: readonly string[];
  readonly slots: readonly string[];
}

export type TemplateError = 'unclosed-brace' | 'stray-brace' | 'empty-placeholder';

/** Splits `text` at its `{placeholders}`, or says what is wrong with its braces. */
export const parseTemplate = (text: string): Template | TemplateError => {
  const literals: string[] = [];
  const slots: string[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf('{', from);
    const literal = open < 0 ? text.slice(from) : text.slice(from, open);
    if (literal.includes('}')) return 'stray-brace';
    literals.push(literal);
    if (open < 0) return { literals, slots };
    const close = text.indexOf('}', open);
    if (close < 0) return 'unclosed-brace';
    const slot = text.slice(open + 1, close);
    if (slot.includes('{')) return 'unclosed-brace';
    if (slot === '') return 'empty-placeholder';
    slots.push(slot);
    from = close + 1;
  }
};
