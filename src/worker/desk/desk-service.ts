import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import type { ValidCatalogue } from '../../engine/benefits/validate-catalogue.ts';
import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import { refusedReport } from '../../engine/ingest/report.ts';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import type { ReadClients } from '../../engine/pipeline.ts';
import { acceptCatalogue } from '../../engine/texts/accept-catalogue.ts';
import type {
  Accuracy,
  ClientDetail,
  ClientRow,
  Comparison,
  DemoOptions,
  Desk,
  ExportRequest,
  GuardReport,
  NamedFile,
  Opened,
  Progress,
  Settings,
  SideFault,
  SideFile,
  Statistics,
  Summary,
  ViewQuery,
  ViewTotals,
} from '../contract.ts';
import { readMeasured } from '../read-measured.ts';
import { Checks } from './checks.ts';
import { clientDetail } from './client-detail.ts';
import { rowOf } from './client-row.ts';
import { FileBuilder } from './file-builder.ts';
import type { DeskParts } from './desk-parts.ts';
import { LastMeasured } from './last-measured.ts';
import { judge, type Judged, type Loaded, loadedOf, productNames, type Read } from './loaded.ts';
import { HeadingChecks } from './heading-check.ts';
import { ProgressMeter } from './progress-meter.ts';
import { RereadRows } from './reread-rows.ts';
import { ProjectFiles } from './project-files.ts';
import { TextReview } from './review/text-review.ts';
import { Runs } from './runs.ts';
import { Selection } from './selection.ts';
import { statisticsOf } from './statistics.ts';
import { NOTHING_LOADED, summaryOf } from './summary.ts';
import { Suppression } from './suppression.ts';
import { TemplatePreview } from './template-preview.ts';

/** The coordinating worker: holds the clients, answers the page. */
export class DeskService implements Desk {
  readonly #parts: DeskParts;
  readonly templates: TemplatePreview;
  readonly review = new TextReview(() => this.#loaded);
  readonly project: ProjectFiles;
  readonly #checks: Checks;
  readonly selection: Selection;
  readonly mailing: Suppression;
  readonly headings: HeadingChecks;
  readonly reread = new RereadRows(() => this.#loaded);
  readonly runs: Runs;
  readonly files: FileBuilder;
  #loaded: Loaded | null = null;
  #running: AbortController | null = null;
  readonly #measured = new LastMeasured();

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.headings = new HeadingChecks(parts.vocabulary);
    this.#checks = new Checks(parts.vocabulary, () => this.#loaded);
    this.templates = new TemplatePreview(parts, () => this.#loaded);
    this.selection = new Selection(() => this.#loaded);
    this.mailing = new Suppression(() => this.#loaded, this.selection);
    this.runs = new Runs(() => this.#loaded);
    const { decisionOf } = this.review;
    this.project = new ProjectFiles({
      ...{ vocabulary: parts.vocabulary, codes: this.#codes },
      present: () => this.#loaded?.read ?? null,
      open: (kept, settings) => {
        this.#running?.abort();
        return this.#stand({ ...kept, settled: null }, settings, null, performance.now());
      },
    });
    this.files = new FileBuilder(() => this.#loaded, { decisionOf, members: this.#members });
  }

  async open(
    files: readonly NamedFile[],
    settings: Settings,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened> {
    const sources = await this.#parts.sourcesOf(files);
    if (!sources.ok)
      return { outcome: 'refused', fault: sources.fault, report: refusedReport(sources.fault) };
    return this.#open(sources.value, settings, onProgress, null);
  }

  async openDemo(
    options: DemoOptions,
    settings: Settings,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened> {
    const labels = (): string => this.#parts.demoLabels(options);
    return this.#open(this.#parts.demoSources(options), settings, onProgress, labels);
  }

  async #open(
    sources: readonly ByteSource[],
    settings: Settings,
    onProgress: (progress: Progress) => void,
    labels: (() => string) | null,
  ): Promise<Opened> {
    const start = performance.now();
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const meter = new ProgressMeter(sources, onProgress);
    const { reading: choices, catalogue, fx, months } = settings;
    const reading = { vocabulary: this.#parts.vocabulary, choices, fx, months };
    const result = await readMeasured(sources, reading, catalogue, this.#parts.pool(), {
      signal: running.signal,
      onProgress: (step) => meter.step(step),
      onRead: () => meter.scoring(),
    });
    if (this.#running === running) this.#running = null;
    if (result.outcome === 'cancelled') return result;
    if (result.outcome === 'refused') return this.reread.refused(result);
    const { columns, ...read } = result;
    this.#measured.keep(read, settings, columns);
    return this.#stand(read, settings, labels, start);
  }

  /** What was read takes the place of what is loaded. */
  #stand(
    read: Read,
    settings: Settings,
    labels: (() => string) | null,
    start: number,
  ): Extract<Opened, { outcome: 'ready' }> {
    this.reread.accepted();
    this.mailing.reread(read);
    this.#loaded = loadedOf(read, this.#judge(read, settings), settings);
    this.#checks.opened(labels);
    this.review.opened();
    void this.#loaded.view.prepare();
    return { outcome: 'ready', report: read.report, summary: summaryOf(this.#loaded, start) };
  }

  #judge(read: ReadClients, settings: Settings): Judged {
    const { holdings } = this.#checks;
    const suppressed = (client: ClientIndex): boolean => this.mailing.has(client);
    return judge(read, this.#parts, settings, { holdings, suppressed }, this.#measured);
  }

  cancel(): void {
    this.#running?.abort();
  }

  rescore(settings: Settings): Outcome<Summary> {
    const start = performance.now();
    if (this.#loaded === null) return failed(NOTHING_LOADED);
    const made = this.#judge(this.#loaded.read, settings);
    Object.assign(this.#loaded, made, { fx: settings.fx });
    this.#loaded.view.rescored(made.scores, productNames(made.advisor));
    this.review.rescored();
    return done(summaryOf(this.#loaded, start));
  }

  checkCatalogue(source: unknown): ValidCatalogue {
    return acceptCatalogue(source, this.#parts.packs);
  }

  keepBaseline(): void {
    this.#checks.keepBaseline();
  }

  compare(): Comparison | null {
    return this.#checks.compare();
  }

  guard(
    catalogue: Catalogue,
    onProgress: (clients: number, of: number) => void,
  ): Promise<GuardReport | null> {
    return this.#checks.guard(catalogue, onProgress);
  }

  setReference(source: Blob | 'demo' | null): Promise<Outcome<SideFile, SideFault>> {
    return this.#checks.setReference(source);
  }

  accuracy(): Accuracy | null {
    return this.#checks.accuracy();
  }

  setHoldings(source: Blob | 'column' | null): Promise<Outcome<SideFile, SideFault>> {
    return this.#checks.setHoldings(source);
  }

  view(query: ViewQuery): ViewTotals {
    const among = this.runs.passing(query.change);
    return this.#loaded?.view.apply(query, among) ?? { count: 0, offers: 0, expectedTotal: 0 };
  }

  rows(from: number, to: number): readonly ClientRow[] {
    const loaded = this.#loaded;
    if (loaded === null) return [];
    return Array.from(loaded.view.members.subarray(from, to), (client) =>
      this.#row(client, loaded),
    );
  }

  client(client: ClientIndex): ClientDetail {
    const loaded = this.#demand();
    const { advisor, texts } = loaded;
    const decision = this.review.decisionOf(client);
    return clientDetail(client, this.#row(client, loaded), advisor, texts, decision);
  }

  #row(client: ClientIndex, { read, scores }: Loaded): ClientRow {
    return rowOf(client, read.clients, scores, this.selection.has(client));
  }

  statistics(scope: 'view' | 'all'): Statistics {
    const { view, read, scores, advisor } = this.#demand();
    const members = scope === 'view' ? view.members : view.natural;
    return statisticsOf(members, read.clients, scores, advisor.catalogue.products.length);
  }

  readonly #members = (scope: ExportRequest['scope']): Uint32Array => {
    const { view } = this.#demand();
    if (scope === 'selection') return this.selection.members();
    return scope === 'all' ? view.natural : view.membersInNaturalOrder;
  };

  readonly #codes = (scope: ExportRequest['scope']): readonly string[] => {
    const { codes } = this.#demand().read.clients;
    return Array.from(this.#members(scope), (client) => codes[client]);
  };

  clear(): void {
    this.#running?.abort();
    this.#loaded = null;
    this.review.cleared();
    this.#measured.clear();
    this.#checks.clear();
    this.mailing.clear();
    this.reread.clear();
    this.project.clear();
    this.runs.drop();
  }

  /** The page asks for clients only while some are loaded. */
  #demand(): Loaded {
    if (this.#loaded === null) throw new Error('nothing is loaded');
    return this.#loaded;
  }
}
