import type { Ref } from 'vue';

interface RowPointer {
  readonly active: Ref<number>;
  readonly open: (index: number) => void;
  readonly toggle: (index: number, extend: boolean) => void;
}

/** What a mouse does in the rows: one listener for all of them. */
export const useRowPointer = ({ active, open, toggle }: RowPointer) => ({
  onClick: (event: MouseEvent): void => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-row]');
    if (!row) return;
    const index = Number(row.dataset['row']);
    active.value = index;
    if (target.closest('.tick')) toggle(index, event.shiftKey);
    else open(index);
  },
  /** Shift and a click tick a range of rows; text is not meant. */
  onMousedown: (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  },
  /** A text too long for its column is told in full to whoever points at it. */
  onPoint: (event: PointerEvent): void => {
    const cell = event.target as HTMLElement;
    if (cell.getAttribute('role') !== 'gridcell') return;
    cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : '';
  },
});
