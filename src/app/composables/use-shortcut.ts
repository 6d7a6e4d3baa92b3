import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable]') !== null;

/** A key for the whole view, off while the person types in a field and while the view is hidden. */
export const useShortcut = (key: string, act: (event: KeyboardEvent) => void): void => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
    act(event);
  };
  const start = (): void => {
    addEventListener('keydown', onKey);
  };
  const stop = (): void => {
    removeEventListener('keydown', onKey);
  };
  onMounted(start);
  onActivated(start);
  onDeactivated(stop);
  onBeforeUnmount(stop);
};
