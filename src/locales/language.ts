/** The interface speaks these; the first is the default. */
export const LANGUAGES = ['ru', 'kk', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: string | null): text is Language =>
  LANGUAGES.some((language) => language === text);

/**
 * Where numbers take their marks from. Browsers ship no Kazakh number rules and fall back to
 * English ones; Kazakh is printed like Russian: no-break spaces between thousands, decimal comma.
 */
export const NUMBER_LOCALE: Readonly<Record<Language, string>> = {
  ru: 'ru-KZ',
  kk: 'ru-KZ',
  en: 'en',
};
