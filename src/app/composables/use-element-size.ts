import { onBeforeUnmount, onMounted, readonly, type Ref, shallowRef } from 'vue';

/** Inner size of an element as it changes; while it is hidden the last size is kept. */
export const useElementSize = (element: Readonly<Ref<HTMLElement | null>>) => {
  const width = shallowRef(0);
  const height = shallowRef(0);
  const observer = new ResizeObserver(([entry]) => {
    if (entry.contentRect.height === 0) return;
    width.value = entry.contentRect.width;
    height.value = entry.contentRect.height;
  });
  onMounted(() => {
    if (element.value) observer.observe(element.value);
  });
  onBeforeUnmount(() => {
    observer.disconnect();
  });
  return { width: readonly(width), height: readonly(height) };
};
