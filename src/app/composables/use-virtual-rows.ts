import { computed, onBeforeUnmount, type Ref, shallowRef, watch } from 'vue';
import { barFor, MAX_SCROLL_HEIGHT, settle, topAfter, topShowing } from './scaled-scroll.ts';

const REST_MS = 140;

export interface VirtualRowsOptions {
  readonly scroller: Readonly<Ref<HTMLElement | null>>;
  /** Height of the scroller. */
  readonly height: Readonly<Ref<number>>;
  readonly count: () => number;
  readonly rowHeight: () => number;
  /** Height of what sticks above the rows inside the scroller. */
  readonly headHeight: () => number;
}

/** Which rows of a list of any length are in sight, and how to move among them. */
export const useVirtualRows = (options: VirtualRowsOptions) => {
  const { scroller, height, count, rowHeight, headHeight } = options;
  const top = shallowRef(0);
  let bar = 0;
  let rest = 0;

  const geometry = computed(() => ({
    full: count() * rowHeight(),
    view: Math.max(0, height.value - headHeight()),
  }));
  const first = computed(() => Math.floor(top.value / rowHeight()));
  const last = computed(() =>
    Math.min(count() - 1, Math.floor((top.value + geometry.value.view) / rowHeight())),
  );

  const setBar = (wanted: number): void => {
    if (!scroller.value) return;
    scroller.value.scrollTop = wanted;
    bar = scroller.value.scrollTop;
  };
  const moveTo = (wanted: number): void => {
    top.value = wanted;
    setBar(barFor(geometry.value, wanted));
  };
  /** Small moves let bar and position drift apart; at rest the bar is put where it belongs. */
  const align = (): void => {
    const settled = settle(geometry.value, top.value, bar);
    if (geometry.value.full > MAX_SCROLL_HEIGHT || settled !== top.value) moveTo(settled);
  };
  const onScroll = (): void => {
    if (!scroller.value) return;
    const now = scroller.value.scrollTop;
    if (now === bar) return;
    top.value = topAfter(geometry.value, top.value, bar, now);
    bar = now;
    clearTimeout(rest);
    rest = window.setTimeout(align, REST_MS);
  };

  onBeforeUnmount(() => {
    clearTimeout(rest);
  });
  // Fewer rows, or another height of them: stay inside.
  watch(geometry, ({ full, view }) => {
    const max = Math.max(0, full - view);
    if (top.value > max) moveTo(max);
  });

  return {
    /** Height of the scrolled canvas, head included. */
    canvas: computed(() => Math.min(geometry.value.full, MAX_SCROLL_HEIGHT) + headHeight()),
    top,
    first,
    last,
    onScroll,
    moveTo,
    /** After the scroller was hidden and lost its scroll position. */
    restore: (): void => {
      setBar(barFor(geometry.value, top.value));
    },
    show: (index: number): void => {
      const wanted = topShowing(geometry.value, top.value, index, rowHeight());
      if (wanted !== top.value) moveTo(wanted);
    },
    rowsPerPage: computed(() => Math.max(1, Math.floor(geometry.value.view / rowHeight()) - 1)),
  };
};
