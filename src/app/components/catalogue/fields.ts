/** One field of a form, as data: where it stands in the record, what it is called, how it is typed. */
export type Field<T> = {
  readonly key: keyof T & string;
  readonly label: string;
  /** It has a line of its own. */
  readonly wide?: boolean;
} & (TextKind | AmountKind | ChoiceKind | CheckKind);

interface TextKind {
  readonly kind: 'text' | 'date';
  readonly hint?: string;
  /** Empty: the record does without it. */
  readonly optional?: boolean;
}

/** A share is typed in per cent. */
interface AmountKind {
  readonly kind: 'share' | 'tenge' | 'plain';
  readonly hint?: string;
  readonly optional?: boolean;
}

interface ChoiceKind {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** The option that is said by leaving the field out. */
  readonly usual?: string;
}

/** Ticked is one value, not ticked is leaving the field out. */
interface CheckKind {
  readonly kind: 'check';
  readonly ticked: unknown;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The options of a dictionary of names, in its order. */
export const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
