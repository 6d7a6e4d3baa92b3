import { headingKey, trimCell } from '../kernel/text-key.ts';
import { foldLookAlikes } from './look-alikes.ts';
import type { Field, FileKind, Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

/** What a header row says about its file. Columns are positions of cells, 0-based. */
export interface Header {
  /** Null when the file is none of the three kinds. */
  readonly kind: FileKind | null;
  /** Number of cells of the header: what a record must not exceed. */
  readonly width: number;
  /** The column of each field that was recognised; the first one where there are several. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** Fields of this kind met more than once: all their columns. */
  readonly duplicates: readonly DuplicateColumn[];
  /** Without these the import is refused. All marks of a kind (`category`, …) when kind is null. */
  readonly missingNeeded: readonly Field[];
  /** Without these something is assumed, and a warning says what. */
  readonly missingExpected: readonly MissingColumn[];
  /** Columns whose headings mean nothing here and are ignored; those mapped to nothing are not listed. */
  readonly unrecognised: readonly number[];
  /** Columns recognised only after Cyrillic letters were taken for the Latin ones they look like. */
  readonly lookAlikes: readonly number[];
}

export interface DuplicateColumn {
  readonly field: Field;
  readonly columns: readonly number[];
  /** True when different values in them refuse the import; else the first column counts. */
  readonly needed: boolean;
}

export interface MissingColumn {
  readonly field: Field;
  readonly code: MissingColumnFault;
}

export type MissingColumnFault =
  | 'no-name-column'
  | 'no-status-column'
  | 'no-age-column'
  | 'no-city-column'
  | 'no-balance-column'
  | 'no-date-column'
  | 'no-currency-column'
  | 'no-type-column'
  | 'no-direction-column';

/** What the person mapped by hand: a heading, in any spelling of it → its field, or null to ignore it. */
export type HeadingMap = Readonly<Record<string, Field | null>>;

export interface HeaderOptions {
  readonly map?: HeadingMap;
}

/** Columns that go before rejected rows when they are written for mending; they say nothing of a row. */
export const MENDING_COLUMNS = ['vygoda_file', 'vygoda_line', 'vygoda_reason'] as const;
const MENDING_KEYS: ReadonlySet<string> = new Set(MENDING_COLUMNS.map(headingKey));

interface KindShape {
  readonly needed: readonly Field[];
  readonly expected: Readonly<Partial<Record<Field, MissingColumnFault>>>;
  readonly optional: readonly Field[];
}

const SHAPES = {
  transactions: {
    needed: ['client_code', 'category', 'amount'],
    expected: { date: 'no-date-column', currency: 'no-currency-column' },
    optional: ['product'],
  },
  transfers: {
    needed: ['client_code', 'amount'],
    expected: {
      date: 'no-date-column',
      type: 'no-type-column',
      direction: 'no-direction-column',
      currency: 'no-currency-column',
    },
    optional: ['product'],
  },
  clients: {
    needed: ['client_code'],
    expected: {
      name: 'no-name-column',
      status: 'no-status-column',
      age: 'no-age-column',
      city: 'no-city-column',
      avg_monthly_balance_KZT: 'no-balance-column',
    },
    optional: ['language'],
  },
} as const satisfies Readonly<Record<FileKind, KindShape>>;

/** The marks that tell a kind, in order of precedence. */
const MARKS = [
  ['category', 'transactions'],
  ['direction', 'transfers'],
  ['type', 'transfers'],
  ['avg_monthly_balance_KZT', 'clients'],
] as const satisfies readonly (readonly [Field, FileKind])[];

const PROFILE = ['name', 'status', 'age', 'city'] as const satisfies readonly Field[];

const UNKNOWN: KindShape = { needed: [], expected: {}, optional: [] };

/** What a file of no kind has to be told about: every mark that would give it one. */
const ANY_KIND: readonly Field[] = ['client_code', 'amount', ...MARKS.map(([mark]) => mark)];

type ColumnLists = ReadonlyMap<Field, readonly number[]>;

/** Reads a header row: the kind of its file, where each field is, and what is amiss. */
export const readHeader = (
  cells: readonly string[],
  vocabulary: Vocabulary,
  options: HeaderOptions = {},
): Header => {
  const { lists, unrecognised, lookAlikes } = recognise(cells, vocabulary, options.map ?? {});
  const kind = kindOf(lists);
  const shape: KindShape = kind ? SHAPES[kind] : UNKNOWN;
  const expected = Object.entries(shape.expected) as [Field, MissingColumnFault][];
  const used = [...shape.needed, ...expected.map(([field]) => field), ...shape.optional];
  return {
    kind,
    width: cells.length,
    columns: Object.fromEntries([...lists].map(([field, columns]) => [field, columns[0]])),
    duplicates: used.flatMap((field) => {
      const columns = lists.get(field) ?? [];
      return columns.length > 1 ? [{ field, columns, needed: decides(field, shape, lists) }] : [];
    }),
    missingNeeded: (kind ? shape.needed : ANY_KIND).filter((field) => !lists.has(field)),
    missingExpected: expected.flatMap(([field, code]) =>
      lists.has(field) ? [] : [{ field, code }],
    ),
    unrecognised,
    lookAlikes,
  };
};

/**
 * How much a row looks like a header: 0 when it is none, else the number of different fields in it
 * plus the share of its cells that are fields. Tells the true delimiter and the header's line.
 */
export const scoreHeader = (
  cells: readonly string[],
  vocabulary: Vocabulary,
  options: HeaderOptions = {},
): number => {
  if (cells.length < 2) return 0;
  const { lists } = recognise(cells, vocabulary, options.map ?? {});
  return lists.size < 2 ? 0 : lists.size + lists.size / cells.length;
};

/** Equal for headers with the same headings in any order and spelling: mappings are remembered by it. */
export const headerSignature = (cells: readonly string[]): string =>
  cells.map(headingKey).sort().join('\n');

interface Recognised {
  readonly lists: ColumnLists;
  readonly unrecognised: readonly number[];
  readonly lookAlikes: readonly number[];
}

const recognise = (
  cells: readonly string[],
  vocabulary: Vocabulary,
  map: HeadingMap,
): Recognised => {
  const { headings, foldedHeadings } = wordIndex(vocabulary);
  const mapped = new Map(
    Object.entries(map).map(([heading, field]) => [headingKey(heading), field]),
  );
  const keys = cells.map(headingKey);
  const taken = new Set(keys.map((key) => mapped.get(key)));
  const lists = new Map<Field, number[]>();
  const unrecognised: number[] = [];
  const lookAlikes: number[] = [];

  keys.forEach((key, column) => {
    const byHand = mapped.get(key);
    if (byHand === null || MENDING_KEYS.has(key)) return;
    const exact = byHand ?? headings.get(key);
    const field = exact ?? foldedHeadings.get(foldLookAlikes(key));
    // A field mapped by hand is found there and nowhere else.
    if (field === undefined || (byHand === undefined && taken.has(field))) {
      if (trimCell(cells[column]) !== '') unrecognised.push(column);
      return;
    }
    if (exact === undefined) lookAlikes.push(column);
    lists.set(field, [...(lists.get(field) ?? []), column]);
  });
  return { lists, unrecognised, lookAlikes };
};

/**
 * The first kind whose mark and needed columns are there; if none is complete, the first whose mark
 * is there. A profile alone means clients, but not beside an amount: that is a file of operations
 * whose mark was not recognised, and reading it as clients would overwrite them.
 */
const kindOf = (lists: ColumnLists): FileKind | null => {
  const marked = MARKS.filter(([mark]) => lists.has(mark)).map(([, kind]) => kind);
  const complete = marked.find((kind) => SHAPES[kind].needed.every((field) => lists.has(field)));
  if (complete !== undefined) return complete;
  if (marked.length > 0) return marked[0];
  const profile = lists.has('client_code') && PROFILE.some((field) => lists.has(field));
  return profile && !lists.has('amount') ? 'clients' : null;
};

/** Whether two different values in a field would change what a record is; of type and direction the first does. */
const decides = (field: Field, shape: KindShape, lists: ColumnLists): boolean =>
  field === 'type' || (field === 'direction' && !lists.has('type')) || shape.needed.includes(field);
