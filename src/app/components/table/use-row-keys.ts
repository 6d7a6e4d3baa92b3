import type { Ref } from 'vue';

interface RowKeys {
  readonly count: () => number;
  readonly perPage: () => number;
  readonly active: Ref<number>;
  readonly show: (index: number) => void;
  readonly open: (index: number) => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  readonly toggle: (index: number, extend: boolean) => void;
  readonly chooseAll: () => void;
}

/** Moving among rows by keys, and ticking them. With a client open, moving opens the next one. */
export const useRowKeys = (keys: RowKeys) => {
  const { count, perPage, active, show, open, close, isOpen, toggle, chooseAll } = keys;
  const targetOf = (key: string): number | null => {
    switch (key) {
      case 'ArrowDown':
        return active.value + 1;
      case 'ArrowUp':
        return active.value - 1;
      case 'PageDown':
        return active.value + perPage();
      case 'PageUp':
        return active.value - perPage();
      case 'Home':
        return 0;
      case 'End':
        return count() - 1;
      default:
        return null;
    }
  };

  return {
    onKeydown: (event: KeyboardEvent): void => {
      // Buttons in the head have keys of their own.
      if (event.target !== event.currentTarget) return;
      if (event.altKey || count() === 0) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.code !== 'KeyA') return;
        event.preventDefault();
        chooseAll();
        return;
      }
      const target = targetOf(event.key);
      if (event.key === ' ') {
        event.preventDefault();
        toggle(active.value, event.shiftKey);
      } else if (target !== null) {
        event.preventDefault();
        // The model answers with its old value until the owner has rendered.
        const next = Math.min(count() - 1, Math.max(0, target));
        active.value = next;
        show(next);
        if (isOpen()) open(next);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        open(active.value);
      } else if (event.key === 'Escape' && isOpen()) {
        event.preventDefault();
        close();
      }
    },
  };
};
