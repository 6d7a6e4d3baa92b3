import { onBeforeUnmount, shallowRef } from 'vue';
import { useAnnouncer } from '../../composables/use-announcer.ts';
import { useLanguage } from '../../composables/use-language.ts';
import { useRoute } from '../../composables/use-route.ts';
import { useExporting } from '../../stores/exporting.ts';
import { useSelection } from '../../stores/selection.ts';

const SHOWN_MS = 1600;

/** What can be done with everybody chosen, and telling a screen reader that it was. */
export const useBulkActions = () => {
  const selection = useSelection();
  const exporting = useExporting();
  const { go } = useRoute();
  const { words, format, fill } = useLanguage();
  const { announce } = useAnnouncer();
  const copied = shallowRef(false);
  let timer = 0;
  onBeforeUnmount(() => {
    clearTimeout(timer);
  });

  return {
    /** For a moment after copying. */
    copied,
    openExport: (): void => {
      exporting.change({ scope: 'selection' });
      go({ tab: 'export' });
    },
    copyCodes: async (): Promise<void> => {
      await navigator.clipboard.writeText(await selection.codes());
      copied.value = true;
      announce(words.value.app.copied);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        copied.value = false;
      }, SHOWN_MS);
    },
    /** Without clients named: everybody chosen. */
    suppress: async (suppressed: boolean, named?: readonly number[]): Promise<void> => {
      const { clients } = await selection.suppress(suppressed, named);
      const { taken, restored } = words.value.clients.selection;
      announce(
        fill(suppressed ? taken : restored, {
          clients: format.value.count(words.value.app.clients, clients),
        }),
      );
    },
  };
};
