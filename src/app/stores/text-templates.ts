import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type {
  Preview,
  ProductTexts,
  TextBook,
  TextChannel,
  TextLanguage,
  Variant,
} from '../../worker/contract.ts';
import { useCatalogueEditor } from './catalogue-editor.ts';
import { useDesk } from './desk.ts';

export type { Preview, ProductTexts, TextBook, TextChannel, TextLanguage, Variant };

const NONE: ProductTexts = { topic: [], variants: [], short: [] };

/** Templates as they are being written: a part of the catalogue, with its steps back and forth. */
export const useTextTemplates = defineStore('text-templates', () => {
  const editor = useCatalogueEditor();
  const book = shallowRef<TextBook | null>(null);
  const previews = shallowRef<Readonly<Partial<Record<TextLanguage, Preview | null>>>>({});
  const asked: Record<TextLanguage, number> = { ru: 0, kk: 0 };

  const shipped = (language: TextLanguage, product: string): ProductTexts =>
    book.value?.languages[language].products[product] ?? NONE;
  const textsOf = (language: TextLanguage, product: string): ProductTexts =>
    editor.present.texts?.[language]?.[product] ?? shipped(language, product);

  return {
    book,
    previews,
    textsOf,
    open: async (): Promise<void> => {
      book.value ??= await useDesk().templates.book();
    },
    isOwn: computed(
      () => (language: TextLanguage, product: string) =>
        editor.present.texts?.[language]?.[product] !== undefined,
    ),
    change: (language: TextLanguage, product: string, texts: ProductTexts): Promise<void> => {
      const own = editor.present.texts ?? {};
      const changed = { ...own, [language]: { ...own[language], [product]: texts } };
      return editor.edit({ ...editor.present, texts: changed });
    },
    /** Takes the shipped texts of a product again, in both languages. */
    reset: (product: string): Promise<void> => {
      const { texts: own = {}, ...catalogue } = editor.present;
      const left = Object.entries(own).flatMap(([language, products]) => {
        const others = Object.entries(products).filter(([code]) => code !== product);
        return others.length === 0 ? [] : [[language, Object.fromEntries(others)] as const];
      });
      const texts = left.length === 0 ? {} : { texts: Object.fromEntries(left) };
      return editor.edit({ ...catalogue, ...texts });
    },
    /** Has a draft written for real clients; a later draft makes an earlier answer worthless. */
    preview: async (
      language: TextLanguage,
      channel: TextChannel,
      product: string,
      variant: Variant,
    ): Promise<void> => {
      asked[language] += 1;
      const mine = asked[language];
      const { topic } = textsOf(language, product);
      const request = { language, channel, product, variant, topic };
      const answer = await useDesk().templates.preview(request);
      if (mine === asked[language]) previews.value = { ...previews.value, [language]: answer };
    },
  };
});
