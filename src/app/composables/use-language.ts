import { computed, readonly, shallowRef } from 'vue';
import type { Dictionary } from '../../locales/dictionary.ts';
import { fill } from '../../locales/fill.ts';
import { createFormat } from '../../locales/format.ts';
import { isLanguage, type Language } from '../../locales/language.ts';
import { loadDictionary } from '../../locales/load.ts';
import { ru } from '../../locales/ru/index.ts';
import { readChoice, saveChoice } from './stored-choice.ts';

const language = shallowRef<Language>('ru');
const words = shallowRef<Dictionary>(ru);
const format = computed(() => createFormat(language.value, words.value.app.units));

/** The last choice counts, however long an earlier one takes to load. */
let asked: Language = 'ru';

const apply = async (wanted: Language): Promise<void> => {
  asked = wanted;
  const loaded = await loadDictionary(wanted);
  if (asked !== wanted) return;
  words.value = loaded;
  language.value = wanted;
  document.documentElement.lang = wanted;
  document.title = words.value.app.title;
};

/** The words and the number formats of the chosen language; one choice for the whole page. */
export const useLanguage = () => ({
  language: readonly(language),
  words,
  format,
  fill,
  choose: async (wanted: Language): Promise<void> => {
    await apply(wanted);
    if (language.value === wanted) saveChoice('language', wanted);
  },
});

/** Before the first paint: the language of the last visit, Russian on the first. */
export const restoreLanguage = async (): Promise<void> => {
  const stored = readChoice('language');
  await apply(isLanguage(stored) ? stored : 'ru');
};
