import type { Finding } from '../../../engine/texts/check/finding.ts';
import type { TextState } from '../../../engine/texts/settle-text.ts';

/** A text as the review lists it. */
export interface ReviewedEntry {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly language: string;
  readonly state: TextState;
  readonly send: boolean;
  readonly text: string;
  readonly generated: string;
  readonly findings: readonly Finding[];
}

/** What may stand in braces, with the words it can turn into. */
export interface PlaceholderHelp {
  readonly name: string;
  readonly fact: string;
  readonly forms: readonly string[];
}

/** One client's text from a draft. */
export interface DraftText {
  readonly kind: 'shortest' | 'typical' | 'longest' | 'failing';
  readonly name: string;
  readonly code: string;
  readonly text: string;
  readonly length: number;
  readonly findings: readonly Finding[];
}
