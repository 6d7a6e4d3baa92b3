import { nextTick, type Ref, watch } from 'vue';

/** One scroller, several rooms: each is found again where it was left. */
export const useKeptScroll = (
  scroller: Readonly<Ref<HTMLElement | null>>,
  room: () => string,
): void => {
  const kept = new Map<string, number>();
  watch(room, async (now, before) => {
    if (scroller.value) kept.set(before, scroller.value.scrollTop);
    await nextTick();
    if (scroller.value) scroller.value.scrollTop = kept.get(now) ?? 0;
  });
};
