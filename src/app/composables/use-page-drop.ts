import { onBeforeUnmount, onMounted, readonly, shallowRef } from 'vue';
import { type DroppedFile, filesOfDrop } from './dropped-files.ts';

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** Files may be dropped anywhere on the page; `hovering` while they hang over it. */
export const usePageDrop = (take: (files: DroppedFile[]) => void) => {
  const hovering = shallowRef(false);
  // Entering a child fires before leaving its parent, so the two are counted.
  let depth = 0;

  const enter = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    depth += 1;
    hovering.value = true;
  };
  const leave = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    hovering.value = depth > 0;
  };
  const over = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    depth = 0;
    hovering.value = false;
    void filesOfDrop(event.dataTransfer).then(take);
  };

  onMounted(() => {
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('dragover', over);
    addEventListener('drop', drop);
  });
  onBeforeUnmount(() => {
    removeEventListener('dragenter', enter);
    removeEventListener('dragleave', leave);
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  });
  return { hovering: readonly(hovering) };
};
