import type { Catalogue } from '../benefits/catalogue.ts';
import type { CatalogueFault } from '../benefits/json-reader.ts';
import type { ProductTexts } from '../benefits/product-texts.ts';
import { compileVariant } from './compiled-variant.ts';
import type { TemplateScope } from './compiled-part.ts';
import type { LanguagePack } from './language-pack.ts';
import { productBasis } from './product-basis.ts';
import { slotsOf } from './slots.ts';

const MAX_FAULTS = 100;
const FORMS = ['variants', 'short'] as const satisfies readonly (keyof ProductTexts)[];
/** Which placeholders there are does not depend on how tenge is written. */
const ANY_CHANNEL = { currency: '₸' };

/** What is wrong with the templates of a catalogue's own texts, each at its place in the file. */
export const checkTemplates = (
  { texts = {}, products }: Pick<Catalogue, 'texts' | 'products'>,
  packs: Readonly<Record<string, LanguagePack>>,
): readonly CatalogueFault[] => {
  const faults: CatalogueFault[] = [];
  for (const [language, own] of Object.entries(texts)) {
    const pack = Object.hasOwn(packs, language) ? packs[language] : undefined;
    if (pack === undefined) {
      faults.push({ code: 'unknown-language', path: `texts.${language}`, text: language });
      continue;
    }
    const slots = slotsOf(pack, ANY_CHANNEL);
    for (const [code, product] of Object.entries(own)) {
      const known = products.find((one) => one.code === code);
      const metrics = known === undefined ? new Set<string>() : productBasis(known).metrics;
      const scope = { slots, metrics, harmony: pack.harmony };
      faults.push(...productFaults(product, `texts.${language}.${code}`, scope));
    }
  }
  return faults.slice(0, MAX_FAULTS);
};

const productFaults = (
  texts: ProductTexts,
  path: string,
  scope: TemplateScope,
): readonly CatalogueFault[] =>
  FORMS.flatMap((form) =>
    texts[form].flatMap((variant, at) =>
      compileVariant(variant, scope).faults.map(({ code, kind, index, text }) => ({
        code,
        path: `${path}.${form}[${at}].${kind}[${index}]`,
        text,
      })),
    ),
  );
