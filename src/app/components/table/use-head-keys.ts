import { computed, shallowRef } from 'vue';
import type { ColumnKey } from './columns.ts';

/**
 * The headings are one stop of the Tab key, as in any grid: arrows, Home and End go from name to name,
 * Tab goes on to the edge of the one in focus.
 */
export const useHeadKeys = (keys: () => readonly ColumnKey[], sort: () => ColumnKey) => {
  const last = shallowRef<ColumnKey | null>(null);
  const current = computed(() => {
    const shown = keys();
    return [last.value, sort()].find((key) => key !== null && shown.includes(key)) ?? shown[0];
  });
  const columnOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof HTMLElement ? target.closest<HTMLElement>('[data-column]') : null;

  return {
    current,
    onFocus: ({ target }: FocusEvent): void => {
      const key = columnOf(target)?.dataset['column'];
      last.value = keys().find((shown) => shown === key) ?? last.value;
    },
    onKeydown: (event: KeyboardEvent): void => {
      const shown = keys();
      const key = columnOf(event.target)?.dataset['column'];
      const from = shown.findIndex((one) => one === key);
      const to = new Map([
        ['ArrowLeft', from - 1],
        ['ArrowRight', from + 1],
        ['Home', 0],
        ['End', shown.length - 1],
      ]).get(event.key);
      if (from < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const head = event.currentTarget as HTMLElement;
      head.querySelector<HTMLElement>(`[data-column='${shown[to] ?? ''}'] .name`)?.focus();
    },
  };
};
