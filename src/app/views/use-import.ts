import { watch } from 'vue';
import type { DroppedFile } from '../composables/dropped-files.ts';
import { useAnnouncer } from '../composables/use-announcer.ts';
import { useFaultWords } from '../composables/use-fault-words.ts';
import { useLanguage } from '../composables/use-language.ts';
import { useSession } from '../stores/session.ts';

const ANNOUNCE_EVERY = 0.25;

/** Starting imports, and telling screen readers how they go. */
export const useImport = () => {
  const session = useSession();
  const { words, format, fill } = useLanguage();
  const { titleOf } = useFaultWords();
  const { announce } = useAnnouncer();

  const tell = (outcome: 'ready' | 'refused' | 'cancelled'): void => {
    const { summary, refusal } = session;
    if (outcome === 'ready' && summary) {
      announce(
        fill(words.value.data.progress.done, {
          clients: format.value.count(words.value.app.clients, summary.clients),
          offers: format.value.count(words.value.app.offers, summary.offers),
          time: format.value.duration(summary.elapsedMs),
        }),
      );
    } else if (outcome === 'refused' && refusal) {
      announce(`${words.value.data.refused.title}. ${titleOf(refusal.fault.code)}`);
    } else if (outcome === 'cancelled') {
      announce(words.value.data.progress.cancelledEmpty);
    }
  };

  let told = 0;
  watch(
    () => session.progress,
    (progress) => {
      if (!progress || progress.bytesTotal === null) {
        told = 0;
        return;
      }
      const share = progress.bytesDone / Math.max(1, progress.bytesTotal);
      if (share - told < ANNOUNCE_EVERY) return;
      told = share;
      announce(
        fill(words.value.data.progress.announce, {
          percent: format.value.percent(Math.round(share * 100) / 100),
          rows: format.value.count(words.value.app.rows, progress.rowsDone),
        }),
      );
    },
  );

  return {
    openFiles: async (files: readonly DroppedFile[]): Promise<void> => {
      if (files.length === 0) announce(words.value.data.drop.noFiles);
      else tell(await session.openFiles(files));
    },
    openDemo: async (): Promise<void> => {
      tell(await session.openDemo());
    },
    openAgain: async (): Promise<void> => {
      tell(await session.openAgain());
    },
  };
};
