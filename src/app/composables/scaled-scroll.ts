/**
 * Browsers cap an element's height (Chromium: 33 554 430 px), and a million rows are taller. The
 * list pretends to be at most this tall and keeps its true position beside the scroll bar's.
 */
export const MAX_SCROLL_HEIGHT = 8_000_000;

export interface ScrollGeometry {
  /** True height of all rows. */
  readonly full: number;
  /** Height of what is seen of them. */
  readonly view: number;
}

const trueMax = ({ full, view }: ScrollGeometry): number => Math.max(0, full - view);

const barMax = ({ full, view }: ScrollGeometry): number =>
  Math.max(0, Math.min(full, MAX_SCROLL_HEIGHT) - view);

/** Where the scroll bar belongs when the true position is `top`. */
export const barFor = (geometry: ScrollGeometry, top: number): number => {
  const max = trueMax(geometry);
  return max === 0 ? 0 : (top / max) * barMax(geometry);
};

/**
 * The true position after the bar moved from `before` to `after`. A small move (wheel, touch,
 * arrow) is taken pixel for pixel; a big one (the bar was dragged) by proportion.
 */
export const topAfter = (
  geometry: ScrollGeometry,
  top: number,
  before: number,
  after: number,
): number => {
  const max = trueMax(geometry);
  const bar = barMax(geometry);
  if (max === bar) return Math.min(after, max);
  const small = Math.abs(after - before) < geometry.view * 2;
  const moved = small ? top + after - before : (after / bar) * max;
  return Math.min(max, Math.max(0, moved));
};

/** At rest against an end of the bar the true position is that end: nothing is left out of reach. */
export const settle = (geometry: ScrollGeometry, top: number, bar: number): number => {
  const max = trueMax(geometry);
  const slack = 2 * (max / Math.max(1, barMax(geometry)));
  if (bar <= 0 && top <= slack) return 0;
  return bar >= barMax(geometry) - 1 && max - top <= slack ? max : top;
};

/** The nearest position at which row `index` is wholly seen. */
export const topShowing = (
  geometry: ScrollGeometry,
  top: number,
  index: number,
  rowHeight: number,
): number => {
  const start = index * rowHeight;
  const end = start + rowHeight;
  const wanted = start < top ? start : end > top + geometry.view ? end - geometry.view : top;
  return Math.min(trueMax(geometry), Math.max(0, wanted));
};
