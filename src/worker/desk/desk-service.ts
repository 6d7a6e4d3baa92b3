import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { IngestResult } from '../../engine/ingest/ingest.ts';
import { type ImportReport, refusedReport } from '../../engine/ingest/report.ts';
import { done, failed, type Fault, type Outcome } from '../../engine/kernel/fault.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { adviseOn, readFiles, textsFor, type ReadClients } from '../../engine/pipeline.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import {
  NO_OFFER_REASONS,
  scoreAll,
  type ScoreTable,
} from '../../engine/recommendations/score-table.ts';
import type { Scanner } from '../../engine/ingest/scan-job.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';
import type { Channel } from '../../engine/texts/channel.ts';
import type { FactSource } from '../../engine/texts/fact-source.ts';
import type { LanguagePack } from '../../engine/texts/language-pack.ts';
import type { PreparedTexts } from '../../engine/texts/prepared-texts.ts';
import type {
  ClientDetail,
  ClientRow,
  DemoOptions,
  Desk,
  ExportedFile,
  ExportRequest,
  NamedFile,
  Opened,
  Progress,
  Settings,
  Statistics,
  Summary,
  ViewQuery,
  ViewTotals,
} from '../contract.ts';
import { clientDetail } from './client-detail.ts';
import { ClientView } from './client-view.ts';
import { exportFile } from './export-file.ts';
import { ProgressMeter } from './progress-meter.ts';
import { statisticsOf } from './statistics.ts';

/** What the desk is given by whoever puts the program together. */
export interface DeskParts {
  readonly vocabulary: Vocabulary;
  readonly packs: Readonly<Record<Settings['language'], LanguagePack>>;
  readonly factSources: Readonly<Record<string, FactSource>>;
  readonly channel: Channel;
  readonly scanner: Scanner;
  /** Files as they were dropped → the files inside them. */
  sourcesOf(files: readonly NamedFile[]): Promise<Outcome<readonly ByteSource[]>>;
  demoSources(options: DemoOptions): readonly ByteSource[];
}

/** One import, read and scored. */
interface Loaded {
  readonly read: ReadClients;
  readonly report: ImportReport;
  advisor: Advisor;
  texts: PreparedTexts;
  scores: ScoreTable;
  readonly view: ClientView;
}

const TIYN_PER_TENGE = 100;

/** The coordinating worker: holds the clients, answers the page. */
export class DeskService implements Desk {
  readonly #parts: DeskParts;
  #loaded: Loaded | null = null;
  #running: AbortController | null = null;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async open(
    files: readonly NamedFile[],
    settings: Settings,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened> {
    const sources = await this.#parts.sourcesOf(files);
    if (!sources.ok)
      return { outcome: 'refused', fault: sources.fault, report: refusedReport(sources.fault) };
    return this.#open(sources.value, settings, onProgress);
  }

  async openDemo(
    options: DemoOptions,
    settings: Settings,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened> {
    return this.#open(this.#parts.demoSources(options), settings, onProgress);
  }

  async #open(
    sources: readonly ByteSource[],
    settings: Settings,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened> {
    const start = performance.now();
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const meter = new ProgressMeter(sources, onProgress);
    const result = await readFiles(
      sources,
      {
        vocabulary: this.#parts.vocabulary,
        choices: settings.reading,
        fx: settings.fx,
        months: settings.months,
      },
      {
        signal: running.signal,
        scanner: this.#parts.scanner,
        onProgress: (step) => meter.step(step),
      },
    );
    if (this.#running === running) this.#running = null;
    if (result.outcome !== 'ready') return result;
    meter.scoring();
    this.#loaded = this.#score(result, settings);
    return { outcome: 'ready', report: result.report, summary: summaryOf(this.#loaded, start) };
  }

  #score(read: Extract<IngestResult, { outcome: 'ready' }>, settings: Settings): Loaded {
    const { advisor, texts, scores } = this.#advise(read, settings);
    const view = new ClientView(read.clients, scores, productNames(advisor));
    return { read, report: read.report, advisor, texts, scores, view };
  }

  #advise(read: ReadClients, settings: Settings): Pick<Loaded, 'advisor' | 'texts' | 'scores'> {
    const { vocabulary, packs, factSources, channel } = this.#parts;
    const { fx, months, catalogue, language } = settings;
    const advisor = adviseOn(read, catalogue, { vocabulary, fx, months });
    const texts = textsFor(advisor, packs[language], factSources, channel);
    return { advisor, texts, scores: scoreAll(advisor, () => undefined) };
  }

  cancel(): void {
    this.#running?.abort();
  }

  rescore(settings: Settings): Outcome<Summary> {
    const start = performance.now();
    if (this.#loaded === null) return failed(NOTHING_LOADED);
    const made = this.#advise(this.#loaded.read, settings);
    Object.assign(this.#loaded, made);
    this.#loaded.view.rescored(made.scores, productNames(made.advisor));
    return done(summaryOf(this.#loaded, start));
  }

  view(query: ViewQuery): ViewTotals {
    return this.#loaded?.view.apply(query) ?? { count: 0, offers: 0, expectedTotal: 0 };
  }

  rows(from: number, to: number): readonly ClientRow[] {
    const loaded = this.#loaded;
    if (loaded === null) return [];
    return Array.from(loaded.view.members.subarray(from, to), (client) => rowOf(loaded, client));
  }

  client(client: ClientIndex): ClientDetail {
    const loaded = this.#demand();
    return clientDetail(client, rowOf(loaded, client), loaded.advisor, loaded.texts);
  }

  statistics(scope: 'view' | 'all'): Statistics {
    const { view, read, scores, advisor } = this.#demand();
    const members = scope === 'view' ? view.members : view.natural;
    return statisticsOf(members, read.clients, scores, advisor.catalogue.products.length);
  }

  export(request: ExportRequest): ExportedFile {
    const { view, advisor, texts, report } = this.#demand();
    const members = request.scope === 'all' ? view.natural : inNaturalOrder(view);
    return exportFile(request, members, advisor, texts, report);
  }

  clear(): void {
    this.#running?.abort();
    this.#loaded = null;
  }

  /** The page asks for clients only while some are loaded. */
  #demand(): Loaded {
    if (this.#loaded === null) throw new Error('nothing is loaded');
    return this.#loaded;
  }
}

const NOTHING_LOADED: Fault = {
  code: 'no-clients',
  severity: 'error',
  file: '',
  line: 0,
  column: '',
  text: '',
};

const productNames = ({ catalogue }: Advisor): string[] =>
  catalogue.products.map(({ name }) => name);

/** Every export is in natural order of code, whatever the table is sorted by. */
const inNaturalOrder = ({ natural, members }: ClientView): Uint32Array => {
  const wanted = new Uint8Array(natural.length);
  for (const client of members) wanted[client] = 1;
  return natural.filter((client) => wanted[client] === 1);
};

const rowOf = ({ read, scores }: Loaded, client: ClientIndex): ClientRow => {
  const { clients } = read;
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const reason = scores.noOffer[client];
  return {
    client,
    code: clients.codes[client],
    name: clients.name(client),
    status: clients.status(client),
    city: clients.city(client),
    age: known(clients.age(client)),
    balance: clients.balance(client) / TIYN_PER_TENGE,
    spend: scores.spend[client],
    product: scores.product[client],
    benefit: known(scores.benefit[client]),
    expected: known(scores.expected[client]),
    send: reason === 0,
    noOffer: reason === 0 ? null : NO_OFFER_REASONS[reason - 1],
  };
};

const summaryOf = ({ read, scores, report }: Loaded, start: number): Summary => {
  let offers = 0;
  let expectedTotal = 0;
  for (let client = 0; client < read.clients.size; client++) {
    if (scores.noOffer[client] !== 0) continue;
    offers++;
    if (!Number.isNaN(scores.expected[client])) expectedTotal += scores.expected[client];
  }
  return {
    clients: read.clients.size,
    offers,
    expectedTotal,
    statuses: read.clients.statuses.names,
    cities: read.clients.cities.names,
    dated: report.period.length > 0,
    elapsedMs: performance.now() - start,
  };
};
