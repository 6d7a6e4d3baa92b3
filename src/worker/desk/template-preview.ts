import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { Channel } from '../../engine/texts/channel.ts';
import { codePoints } from '../../engine/texts/code-points.ts';
import { FACTS } from '../../engine/texts/fact-mask.ts';
import type { FactSource } from '../../engine/texts/fact-source.ts';
import type { LanguagePack } from '../../engine/texts/language-pack.ts';
import { prepareTexts } from '../../engine/texts/prepared-texts.ts';
import { renderText } from '../../engine/texts/render.ts';
import { slotsOf } from '../../engine/texts/slots.ts';
import type {
  LanguageBook,
  Placeholder,
  Preview,
  PreviewRequest,
  PreviewText,
  TemplateDesk,
  TextBook,
  TextChannel,
  TextLanguage,
} from '../texts-contract.ts';

/** What the texts are made of, as the desk was given it. */
export interface Words {
  readonly packs: Readonly<Record<TextLanguage, LanguagePack>>;
  readonly channels: Readonly<Record<TextChannel, Channel>>;
  readonly factSources: Readonly<Record<string, FactSource>>;
}

interface Scored {
  readonly advisor: Advisor;
  readonly scores: ScoreTable;
}

/** Clients a draft is tried on: enough to meet short and long ones, few enough for every keystroke. */
const TRIED = 240;
const SHOWN_FAILING = 3;

/** Helps whoever writes templates: what there is to use, and what real clients would read. */
export class TemplatePreview implements TemplateDesk, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #words: Words;
  readonly #present: () => Scored | null;

  constructor(words: Words, present: () => Scored | null) {
    this.#words = words;
    this.#present = present;
  }

  book(): TextBook {
    const { packs, channels } = this.#words;
    return {
      languages: { ru: languageBook(packs.ru), kk: languageBook(packs.kk) },
      channels,
      conditions: FACTS,
    };
  }

  preview(request: PreviewRequest): Preview | null {
    const present = this.#present();
    if (present === null) return null;
    const { advisor, scores } = present;
    const { products } = advisor.catalogue;
    const product = products.findIndex(({ code }) => code === request.product);
    if (product < 0) return null;
    const prepared = this.#prepare(request, advisor);
    const { offered, clients } = triedOn(product, scores);
    const written = clients.map((client): PreviewText => {
      advisor.population.open(client, advisor.ledger);
      const evaluation = advisor.explain(client)[product];
      const { text, findings } = renderText(prepared, advisor.ledger, evaluation);
      const { name, code } = advisor.ledger;
      const length = codePoints(text);
      return { kind: 'typical', client, name, code, text, length, findings };
    });
    const good = written.filter(isGood);
    return {
      faults: prepared.faults.map(({ code, kind, index, text }) => ({
        code,
        path: `${kind}[${index}]`,
        text,
      })),
      clients: clients.length,
      offered,
      good: good.length,
      examples: examplesOf(good, written),
    };
  }

  /** The draft alone: every client gets this variant. */
  #prepare({ language, channel, topic, variant, product }: PreviewRequest, advisor: Advisor) {
    const { packs, channels, factSources } = this.#words;
    const draft = { topic, variants: [variant], short: [variant] };
    return prepareTexts(
      {
        catalogue: { ...advisor.catalogue, texts: { [language]: { [product]: draft } } },
        frame: advisor.population.frame,
        pack: { ...packs[language], products: {} },
        channel: channels[channel],
        sources: factSources,
      },
      advisor.ledger,
    );
  }
}

const isGood = ({ findings }: PreviewText): boolean =>
  findings.every(({ severity }) => severity !== 'error');

/** The shortest, the middle and the longest of what may be sent, then the first that may not. */
const examplesOf = (
  good: readonly PreviewText[],
  written: readonly PreviewText[],
): readonly PreviewText[] => {
  const byLength = [...good].sort((a, b) => a.length - b.length);
  const places = [
    ['shortest', 0],
    ['typical', byLength.length >> 1],
    ['longest', byLength.length - 1],
  ] as const;
  const seen = new Set<number>();
  const usual = places.flatMap(([kind, at]) => {
    if (byLength.length === 0 || seen.has(at)) return [];
    seen.add(at);
    return [{ ...byLength[at], kind }];
  });
  const failing = written
    .filter((text) => !isGood(text))
    .slice(0, SHOWN_FAILING)
    .map((text) => ({ ...text, kind: 'failing' as const }));
  return [...failing, ...usual];
};

/** Clients who are offered the product, taken evenly; any clients when nobody is. */
const triedOn = (
  product: number,
  { product: first, noOffer }: ScoreTable,
): { readonly offered: boolean; readonly clients: readonly ClientIndex[] } => {
  const all = Array.from(first, (_, client) => client);
  const own = all.filter((client) => first[client] === product && noOffer[client] === 0);
  const offered = own.length > 0;
  const from = offered ? own : all;
  const step = Math.max(1, from.length / TRIED);
  const clients = Array.from(
    { length: Math.min(TRIED, from.length) },
    (_, at) => from[Math.floor(at * step)],
  );
  return { offered, clients };
};

const languageBook = (pack: LanguagePack): LanguageBook => ({
  products: pack.products,
  ctas: pack.words.ctas,
  placeholders: [...slotsOf(pack, { currency: '₸' })].map(
    ([name, { fact, takesSuffix }]): Placeholder => ({
      name,
      fact,
      takesSuffix,
      forms: formsOf(pack, name),
    }),
  ),
});

/** The words a placeholder can turn into, for those that have a list of them. */
const formsOf = ({ months, currencies, periods, plurals }: LanguagePack, name: string): string[] =>
  [
    ...[...months, ...Object.values(currencies), ...periods].flatMap((row) =>
      Object.hasOwn(row, name) ? [row[name]] : [],
    ),
    ...(Object.hasOwn(plurals, name) ? Object.values(plurals[name]) : []),
  ].filter((form, at, all) => all.indexOf(form) === at);
