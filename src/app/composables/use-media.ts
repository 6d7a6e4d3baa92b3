import { onBeforeUnmount, readonly, shallowRef } from 'vue';

/** Whether a media query holds, as it changes. */
export const useMedia = (query: string) => {
  const media = matchMedia(query);
  const matches = shallowRef(media.matches);
  const update = (): void => {
    matches.value = media.matches;
  };
  media.addEventListener('change', update);
  onBeforeUnmount(() => {
    media.removeEventListener('change', update);
  });
  return readonly(matches);
};
