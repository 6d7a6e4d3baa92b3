/** What can be shown and sorted by; `send` alone has no order of its own. */
export const COLUMN_KEYS = [
  'name',
  'code',
  'status',
  'city',
  'age',
  'balance',
  'spend',
  'product',
  'benefit',
  'expected',
  'send',
] as const;

export type ColumnKey = (typeof COLUMN_KEYS)[number];
export type SortableKey = Exclude<ColumnKey, 'send'>;

interface ColumnShape {
  /** Width in px; what is left over is shared out in proportion. */
  readonly width: number;
  readonly number?: true;
}

const SHAPES: Readonly<Record<ColumnKey, ColumnShape>> = {
  name: { width: 144 },
  code: { width: 76 },
  status: { width: 162 },
  city: { width: 134 },
  age: { width: 74, number: true },
  balance: { width: 122, number: true },
  spend: { width: 122, number: true },
  product: { width: 262 },
  benefit: { width: 132, number: true },
  expected: { width: 114, number: true },
  send: { width: 164 },
};

/** What goes first when there is no room for all. */
const BY_WORTH: readonly ColumnKey[] = [
  'name',
  'product',
  'expected',
  'send',
  'code',
  'status',
  'city',
  'balance',
  'age',
  'spend',
  'benefit',
];

/** In front of all columns: the tick of a row, in px. */
export const TICK_WIDTH = 48;

export interface Column extends ColumnShape {
  readonly key: ColumnKey;
  /** The person dragged it to its width. */
  readonly fixed: boolean;
}

export type ColumnWidths = Readonly<Partial<Record<ColumnKey, number | null>>>;

export const isSortable = (key: ColumnKey): key is SortableKey => key !== 'send';

/**
 * The columns to draw, in their order. `chosen` null: as many as the width allows, the most telling
 * first. `widths`: what the person dragged.
 */
export const layColumns = (
  available: number,
  chosen: readonly ColumnKey[] | null,
  widths: ColumnWidths,
): Column[] => {
  const widthOf = (key: ColumnKey): number => widths[key] ?? SHAPES[key].width;
  const shown = new Set<ColumnKey>(chosen ?? []);
  if (chosen === null) {
    let used = 0;
    for (const key of BY_WORTH) {
      if (used + widthOf(key) > available && shown.size > 1) break;
      shown.add(key);
      used += widthOf(key);
    }
  }
  return COLUMN_KEYS.filter((key) => shown.has(key)).map((key) => ({
    ...SHAPES[key],
    key,
    width: widthOf(key),
    fixed: typeof widths[key] === 'number',
  }));
};

/** For `grid-template-columns`. */
export const gridOf = (columns: readonly Column[]): string =>
  [
    `${TICK_WIDTH}px`,
    ...columns.map(({ width, fixed }) => (fixed ? `${width}px` : `minmax(${width}px, ${width}fr)`)),
  ].join(' ');
