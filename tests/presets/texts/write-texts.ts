import type { Catalogue, CatalogueProduct } from '../../../src/engine/benefits/catalogue.ts';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import type { Ledger } from '../../../src/engine/features/ledger.ts';
import type { Channel } from '../../../src/engine/texts/channel.ts';
import type { LanguagePack } from '../../../src/engine/texts/language-pack.ts';
import { prepareTexts } from '../../../src/engine/texts/prepared-texts.ts';
import type { RenderedText } from '../../../src/engine/texts/render.ts';
import { renderText } from '../../../src/engine/texts/render.ts';
import { PUSH_CHANNEL } from '../../../src/presets/texts/channels.ts';
import { FACT_SOURCES } from '../../../src/presets/texts/fact-sources.ts';

export interface WrittenText extends RenderedText {
  readonly product: CatalogueProduct;
}

/** Codes of clients who between them get every variant, whatever their number up to four. */
const CODES = Array.from({ length: 12 }, (_, i) => String(i + 1));

/** The client's text about every product of the catalogue, for each of `codes`. */
export const writeTexts = (
  catalogue: Catalogue,
  pack: LanguagePack,
  ledger: Ledger,
  channel: Channel = PUSH_CHANNEL,
  codes: readonly string[] = CODES,
): WrittenText[] => {
  const { frame } = ledger;
  const evaluations = new Scorer(catalogue, frame, null).explain(ledger);
  const setup = { catalogue, frame, pack, channel, sources: FACT_SOURCES };
  const prepared = prepareTexts(setup, ledger);
  return codes.flatMap((code) => {
    ledger.code = code;
    return evaluations.map((evaluation) => ({
      ...renderText(prepared, ledger, evaluation),
      product: catalogue.products[evaluation.product],
    }));
  });
};

/** What is wrong with the texts, ready to be read in a failed test. */
export const faultsOf = (written: readonly WrittenText[], severity?: 'error'): string[] =>
  written.flatMap(({ product, text, findings }) =>
    findings
      .filter((finding) => severity === undefined || finding.severity === severity)
      .map(({ rule, at }) => `${product.code} ${rule} "${at}": ${text}`),
  );
