import type { Severity } from '../kernel/fault.ts';

/** What a fault of reading is and does. Words for it are in the locales, by its code. */
export interface FaultRule {
  readonly severity: Severity;
  /** What it is about: the whole import, one file, or one record of it. */
  readonly about: 'import' | 'file' | 'row';
  /**
   * - `none`: everything is used all the same.
   * - `leave-out`: the record is reported instead of used.
   * - `skip`: the file is left out.
   * - `refuse`: nothing is scored. Where `inFolder` is set, a file that was not named by its own
   *   path but found in a folder or an archive is skipped with a warning instead.
   */
  readonly effect: 'none' | 'leave-out' | 'skip' | 'refuse';
  readonly inFolder?: 'skip';
  /** A record that is data and would count once it is put right. */
  readonly mendable?: true;
  /** One entry per distinct text, at its first line, with a count. */
  readonly grouped?: true;
  /** The command-line choice that answers the question. */
  readonly flag?: AnswerFlag;
}

export type AnswerFlag = '--encoding' | '--delimiter' | '--decimal' | '--date-order' | '--map';

const note = { severity: 'info', about: 'row', effect: 'none' } as const;
const doubt = { severity: 'warning', about: 'row', effect: 'none' } as const;
const doubtfulValue = { ...doubt, grouped: true } as const;
const leftOut = { severity: 'warning', about: 'row', effect: 'leave-out' } as const;
const rejected = { severity: 'error', about: 'row', effect: 'leave-out', mendable: true } as const;
const fileNote = { severity: 'info', about: 'file', effect: 'none' } as const;
const assumed = { severity: 'warning', about: 'file', effect: 'none' } as const;
const refused = { severity: 'error', about: 'file', effect: 'refuse' } as const;
const unusable = { ...refused, inFolder: 'skip' } as const;
const nothingToScore = { severity: 'error', about: 'import', effect: 'refuse' } as const;

/** The one table of everything that reading can find in a person's data. */
export const FAULT_CODES = {
  // Records that are fine, and noted.
  refund: note,
  'identical-row': note,
  'amount-repaired': note,
  'age-missing': note,

  // Records that are used though something in them is doubtful.
  'unknown-category': doubtfulValue,
  'unknown-type': doubtfulValue,
  'unknown-direction': doubtfulValue,
  'unknown-status': doubtfulValue,
  'unknown-language': doubtfulValue,
  'direction-contradiction': doubt,
  'invalid-age': doubt,
  'invalid-balance': doubt,
  'balance-missing': doubt,
  'short-row': doubt,
  'bad-utf8': doubt,
  'control-character': doubt,
  'malformed-quote': doubt,

  // Records that are no data.
  comment: { ...note, effect: 'leave-out' },
  'repeated-header': { ...note, effect: 'leave-out' },
  'totals-row': leftOut,

  // Records that are data of nobody here, or told better elsewhere.
  'orphan-row': { ...leftOut, mendable: true },
  'superseded-client': leftOut,

  // Records that cannot be used.
  'client-code-missing': rejected,
  'category-missing': rejected,
  'direction-missing': rejected,
  'amount-missing': rejected,
  'amount-unreadable': rejected,
  'amount-not-finite': rejected,
  'amount-exponent': rejected,
  'amount-too-large': rejected,
  'date-missing': rejected,
  'date-unreadable': rejected,
  'date-impossible': rejected,
  'date-outside-window': rejected,
  'currency-unknown': rejected,
  'currency-without-rate': rejected,
  'currency-contradiction': rejected,
  'missing-cells': rejected,
  'extra-cells': rejected,
  'unclosed-quote': rejected,
  'record-too-long': rejected,

  // Columns.
  'unrecognised-column': fileNote,
  'look-alike-heading': assumed,
  'duplicate-column': assumed,
  'no-name-column': assumed,
  'no-status-column': assumed,
  'no-age-column': assumed,
  'no-city-column': assumed,
  'no-balance-column': assumed,
  'no-date-column': assumed,
  'no-currency-column': assumed,
  'no-type-column': assumed,
  'no-direction-column': assumed,
  'needed-column-missing': { ...refused, flag: '--map' },
  'needed-column-twice': { ...refused, flag: '--map' },
  /** A column of words holds free text: more distinct ones than anybody has words for. */
  'too-many-words': { ...refused, flag: '--map' },

  // Files.
  preamble: fileNote,
  'identical-rows-uncounted': fileNote,
  'duplicate-file': { severity: 'warning', about: 'file', effect: 'skip' },
  'empty-file': unusable,
  'no-header': { ...unusable, flag: '--map' },
  'unknown-kind': { ...unusable, flag: '--map' },
  /** Its text names what the file is: PNG, XLSX, PDF … */
  'not-csv': unusable,
  /** Its text names the encoding. */
  'encoding-unsupported': unusable,
  'file-unreadable': refused,
  /** Read again, it is not the file that it was. */
  'file-changed': refused,
  /** The clients came out of a project: no row can be read again. */
  'files-not-here': { ...refused, about: 'import' },
  'archive-damaged': refused,
  'archive-encrypted': refused,
  /** Its text is the number of the packing method, or `split`. */
  'archive-unsupported': refused,
  'archive-too-large': refused,

  // Questions that only a person can answer.
  'encoding-ambiguous': { ...refused, flag: '--encoding' },
  'delimiter-ambiguous': { ...refused, flag: '--delimiter' },
  'decimal-ambiguous': { ...refused, flag: '--decimal' },
  /** The column proves both marks and has values that either could decide. */
  'decimal-conflict': { ...refused, flag: '--decimal' },
  'date-order-ambiguous': { ...refused, flag: '--date-order' },
  'date-order-conflict': { ...refused, flag: '--date-order' },

  // The import.
  'no-clients': nothingToScore,
  'no-operations': nothingToScore,
  'no-dates': { severity: 'warning', about: 'import', effect: 'none' },
  'partial-month': { severity: 'info', about: 'import', effect: 'none' },
} as const satisfies Readonly<Record<string, FaultRule>>;

export type FaultCode = keyof typeof FAULT_CODES;

/** The rule of a code, under the type that all of them share. */
export const faultRule = (code: FaultCode): FaultRule => FAULT_CODES[code];

/** What answers the question that a fault asks; null where it asks none, or is no fault of reading. */
export const answerFlag = (code: string): AnswerFlag | null =>
  isFaultCode(code) ? (faultRule(code).flag ?? null) : null;

/** Whether a record with this fault is left out, and would count once it is put right. */
export const isMendable = (code: string): boolean =>
  isFaultCode(code) && faultRule(code).mendable === true;

const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(FAULT_CODES, code);
