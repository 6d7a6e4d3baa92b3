import type { Dictionary } from './dictionary.ts';
import type { Language } from './language.ts';
import { ru } from './ru/index.ts';

/** The default language is there at once; the others are fetched when first wanted. */
export const loadDictionary = async (language: Language): Promise<Dictionary> => {
  switch (language) {
    case 'ru':
      return ru;
    case 'kk':
      return (await import('./kk/index.ts')).kk;
    case 'en':
      return (await import('./en/index.ts')).en;
  }
};
