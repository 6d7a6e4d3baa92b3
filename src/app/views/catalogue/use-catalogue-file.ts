import { computed, shallowRef } from 'vue';
import { useCatalogueFaults } from '../../components/catalogue/use-catalogue-faults.ts';
import { saveFile } from '../../composables/save-file.ts';
import { useAnnouncer } from '../../composables/use-announcer.ts';
import { useLanguage } from '../../composables/use-language.ts';
import { type CatalogueFault, useCatalogueEditor } from '../../stores/catalogue-editor.ts';

const SHOWN = 8;
const INDENT = 2;

/** The catalogue to a file and back; what is wrong with a file is said, and nothing changes. */
export const useCatalogueFile = () => {
  const editor = useCatalogueEditor();
  const { words, fill } = useLanguage();
  const { announce } = useAnnouncer();
  const faults = shallowRef<readonly CatalogueFault[]>([]);
  const { sentence } = useCatalogueFaults(faults);

  return {
    fileFaults: computed(() => {
      const lines = faults.value
        .slice(0, SHOWN)
        .map((fault) => (fault.path === '' ? '' : `${fault.path}: `) + sentence(fault));
      const more = faults.value.length - SHOWN;
      return more > 0 ? [...lines, fill(words.value.editor.more, { n: more })] : lines;
    }),
    save: (): void => {
      const name = `${editor.present.id}.json`;
      const text = `${JSON.stringify(editor.present, null, INDENT)}\n`;
      saveFile({ name, blob: new Blob([text], { type: 'application/json' }) });
      announce(fill(words.value.editor.saved, { name }));
    },
    load: async (file: File): Promise<void> => {
      faults.value = await editor.load(await file.text());
      if (faults.value.length > 0) return;
      announce(fill(words.value.editor.loaded, { title: editor.present.title }));
    },
  };
};
