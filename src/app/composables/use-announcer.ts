import { readonly, shallowRef } from 'vue';

const message = shallowRef('');

/** One polite live region for the whole page; the shell renders it. */
export const useAnnouncer = () => ({
  message: readonly(message),
  announce: (text: string): void => {
    message.value = text;
  },
});
