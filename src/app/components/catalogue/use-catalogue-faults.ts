import { computed, type ComputedRef, inject, type InjectionKey, provide, type Ref } from 'vue';
import type { CatalogueFault } from '../../../engine/benefits/json-reader.ts';
import { useLanguage } from '../../composables/use-language.ts';

type Faults = Readonly<Ref<readonly CatalogueFault[]>>;

const KEY: InjectionKey<Faults> = Symbol('catalogue-faults');

/** The faults of the catalogue being edited, for every field below. */
export const provideFaults = (faults: Faults): void => {
  provide(KEY, faults);
};

/** What is wrong at a place of the catalogue, in words; and whether anything inside it is. */
export const useCatalogueFaults = (faults: Faults | undefined = inject(KEY, undefined)) => {
  const { words, fill } = useLanguage();
  const sentence = ({ code, text }: CatalogueFault): string =>
    fill(words.value.editor.faults[code], { text });
  const list = computed(() => faults?.value ?? []);
  return {
    sentence,
    at: (path: () => string | undefined): ComputedRef<string> =>
      computed(() => {
        const found = list.value.find((fault) => fault.path === path());
        return found ? sentence(found) : '';
      }),
    countIn: (path: string): number =>
      list.value.filter(
        (fault) =>
          fault.path === path ||
          fault.path.startsWith(`${path}.`) ||
          fault.path.startsWith(`${path}[`),
      ).length,
  };
};
