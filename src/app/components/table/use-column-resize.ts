import type { Column } from './columns.ts';

const NARROWEST = 56;
const WIDEST = 640;

/** Dragging the edge of a heading; the pointer is captured, so it may leave the table. */
export const useColumnResize = (resize: (key: Column['key'], width: number) => void) => ({
  start: (column: Column, event: PointerEvent): void => {
    event.preventDefault();
    const edge = event.currentTarget as HTMLElement;
    const cell = edge.parentElement;
    if (!cell) return;
    const from = event.clientX;
    const width = cell.getBoundingClientRect().width;
    edge.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent): void => {
      resize(column.key, Math.min(WIDEST, Math.max(NARROWEST, Math.round(width + clientX - from))));
    };
    const end = (): void => {
      edge.removeEventListener('pointermove', move);
    };
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', end, { once: true });
    edge.addEventListener('pointercancel', end, { once: true });
  },
});
