/** Bounds of a column, in px. */
export const NARROWEST = 56;
export const WIDEST = 640;
const STEP = 16;

const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

/** Width of the cell that an edge belongs to, as it is now. */
export const widthAt = (edge: HTMLElement): number =>
  Math.round(edge.parentElement?.getBoundingClientRect().width ?? 0);

/**
 * Moving the edge of a heading, by pointer or by keys; null gives the width back to the table. The
 * pointer is captured, so it may leave the table.
 */
export const useColumnResize = (resize: (width: number | null) => void) => ({
  onPointer: (event: PointerEvent): void => {
    event.preventDefault();
    const edge = event.currentTarget as HTMLElement;
    const from = event.clientX;
    const width = widthAt(edge);
    edge.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent): void => {
      resize(within(width + clientX - from));
    };
    const end = (): void => {
      edge.removeEventListener('pointermove', move);
    };
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', end, { once: true });
    edge.addEventListener('pointercancel', end, { once: true });
  },
  onKey: (event: KeyboardEvent): void => {
    const width = widthAt(event.currentTarget as HTMLElement);
    const wanted = new Map<string, number | null>([
      ['ArrowLeft', width - STEP],
      ['ArrowRight', width + STEP],
      ['Home', NARROWEST],
      ['End', WIDEST],
      ['Enter', null],
    ]).get(event.key);
    if (wanted === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    resize(wanted === null ? null : within(wanted));
  },
});
