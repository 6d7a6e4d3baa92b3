import type { ProductTexts, Variant } from '../../engine/texts/language-pack.ts';

/** Products with more SMS variants than stand beside their push texts. */
export const withShort = (
  products: Readonly<Record<string, ProductTexts>>,
  more: Readonly<Record<string, readonly Variant[]>>,
): Readonly<Record<string, ProductTexts>> =>
  Object.fromEntries(
    Object.entries(products).map(([code, texts]) => [
      code,
      { ...texts, short: [...texts.short, ...(more[code] ?? [])] },
    ]),
  );
