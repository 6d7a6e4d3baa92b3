import { trimCell } from '../kernel/text-key.ts';

export type ClientCodeReading =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'bad'; readonly code: 'client-code-missing' };

/**
 * Reads a client code: text of any shape, trimmed and nothing else. `7` and `007`, `a` and `A` are
 * different clients; never use a code as a property name.
 */
export const readClientCode = (text: string): ClientCodeReading => {
  const code = trimCell(text);
  return code === '' ? { kind: 'bad', code: 'client-code-missing' } : { kind: 'code', code };
};
