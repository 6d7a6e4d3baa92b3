import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/**
 * Keeps the focus near where it was when the element that had it goes away: a button that closes what
 * it stands in, a filter let go. The nearest remaining element around it that can hold the focus gets it.
 */
export const useKeptFocus = (root: Readonly<Ref<HTMLElement | null>>): void => {
  /** From the element in focus outwards. */
  let around: readonly HTMLElement[] = [];

  const onFocus = ({ target }: FocusEvent): void => {
    const path: HTMLElement[] = [];
    for (let at = target as HTMLElement | null; at; at = at.parentElement) path.push(at);
    around = path;
  };
  const observer = new MutationObserver(() => {
    if (document.activeElement !== document.body || (around[0]?.isConnected ?? true)) return;
    around
      .find((element) => element.isConnected && element.hasAttribute('tabindex'))
      ?.focus({ preventScroll: true });
  });

  onMounted(() => {
    root.value?.addEventListener('focusin', onFocus);
    if (root.value) observer.observe(root.value, { childList: true, subtree: true });
  });
  onBeforeUnmount(() => {
    root.value?.removeEventListener('focusin', onFocus);
    observer.disconnect();
  });
};
