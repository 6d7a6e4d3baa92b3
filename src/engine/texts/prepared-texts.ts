import type { Catalogue, CatalogueProduct, ProductTerms } from '../benefits/catalogue.ts';
import { ClientTotals } from '../benefits/client-totals.ts';
import type { Ledger, LedgerFrame } from '../features/ledger.ts';
import type { Channel } from './channel.ts';
import type { CheckedProduct } from './check/check-context.ts';
import type { CompiledVariant, PartFault } from './compiled-variant.ts';
import { compileVariant } from './compiled-variant.ts';
import type { FactReader } from './fact-reader.ts';
import { factReader } from './fact-reader.ts';
import type { FactSource } from './fact-source.ts';
import type { LanguagePack } from './language-pack.ts';
import { productBasis } from './product-basis.ts';
import { productTexts } from './product-texts.ts';
import { slotsOf } from './slots.ts';

/** All that rendering needs and no client changes; made once per catalogue, population, language, channel. */
export interface PreparedTexts {
  readonly pack: LanguagePack;
  readonly channel: Channel;
  /** By position in the catalogue. */
  readonly products: readonly PreparedProduct[];
  /** Templates that were left out because they are broken. */
  readonly faults: readonly TemplateFault[];
  /** Reused for client after client. */
  readonly totals: ClientTotals;
}

export interface PreparedProduct {
  readonly code: string;
  readonly terms: ProductTerms;
  readonly readFacts: FactReader;
  readonly variants: readonly CompiledVariant[];
  readonly checked: CheckedProduct;
}

export interface TemplateFault extends PartFault {
  /** Product code. */
  readonly product: string;
  readonly variant: number;
}

export interface TextSetup {
  readonly catalogue: Catalogue;
  readonly frame: LedgerFrame;
  readonly pack: LanguagePack;
  readonly channel: Channel;
  /** By product code; a product that is not there has no counts. */
  readonly sources: Readonly<Record<string, FactSource>>;
}

/** `ledger` is the one every client will be opened in. */
export const prepareTexts = (setup: TextSetup, ledger: Ledger): PreparedTexts => {
  const { catalogue, frame, pack, channel } = setup;
  const slots = slotsOf(pack, channel);
  const faults: TemplateFault[] = [];
  const products = catalogue.products.map((product): PreparedProduct => {
    const source = Object.hasOwn(setup.sources, product.code) ? setup.sources[product.code] : {};
    const texts = productTexts(catalogue, pack, product.code);
    const { metrics } = productBasis(product);
    const scope = { slots, metrics, harmony: pack.harmony };
    const variants = texts[channel.form].map((variant, index) => {
      const compiled = compileVariant(variant, scope);
      for (const fault of compiled.faults) {
        faults.push({ ...fault, product: product.code, variant: index });
      }
      return compiled.variant;
    });
    return {
      code: product.code,
      terms: product.terms,
      readFacts: factReader(catalogue, product, source, frame, pack),
      variants,
      checked: checkedProduct(product, source, texts.topic),
    };
  });
  return { pack, channel, products, faults, totals: new ClientTotals(frame, ledger) };
};

const checkedProduct = (
  product: CatalogueProduct,
  source: FactSource,
  topic: readonly string[],
): CheckedProduct => {
  const { plain } = productBasis(product);
  return {
    family: product.family,
    yearlyRate: source.yearlyRate ?? false,
    rate: plain?.rate ?? null,
    cap: plain?.cap ?? null,
    topic,
  };
};
