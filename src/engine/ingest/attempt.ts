import type { Aggregates } from '../features/aggregates.ts';
import { ClientTable } from '../features/client-table.ts';
import { MAX_WORDS } from '../features/spelling-lists.ts';
import type { Fault } from '../kernel/fault.ts';
import type { Field } from '../rows/vocabulary.ts';
import type { Decision } from './decisions.ts';
import { FileDraft } from './file-draft.ts';
import type { IngestHooks, IngestInput } from './ingest-input.ts';
import { layoutFor } from './layout-for.ts';
import { scanLocally } from './local-scanner.ts';
import {
  addMonthRows,
  EVERY_MONTH,
  type MonthRows,
  type MonthWindow,
  windowOf,
} from './month-window.ts';
import { probeFile } from './probe.ts';
import type { RangeResult } from './range-result.ts';
import { readClients } from './read-clients.ts';
import {
  type ScanJob,
  type ScanOutcome,
  type Scanner,
  type ScanProgress,
  type ScanSetup,
  WHOLE_FILE_SIZE,
} from './scan-job.ts';
import type { SettledImport } from './settled-import.ts';
import { skipCopies } from './skip-copies.ts';

/** What is known before a reading begins: nothing at first, then what the last one proved. */
export interface Knowledge {
  /** By position of the file. */
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly window: MonthWindow | null;
}

/** One reading of everything, under what is known so far. */
export class Attempt {
  readonly drafts: readonly FileDraft[];
  /** Files in which nothing beyond ASCII was seen before reading. */
  readonly encodingOpen = new Set<FileDraft>();
  readonly clients = new ClientTable();
  window: MonthWindow = EVERY_MONTH;
  /** null while the operations have not been read. */
  aggregates: Aggregates | null = null;
  ranges: readonly RangeResult[] = [];
  readonly monthRows: MonthRows = {};
  readonly #input: IngestInput;
  readonly #hooks: IngestHooks;
  readonly #pass: number;

  constructor(input: IngestInput, hooks: IngestHooks, pass: number) {
    this.drafts = input.sources.map((source) => new FileDraft(source));
    this.#input = input;
    this.#hooks = hooks;
    this.#pass = pass;
  }

  /** The first fault that refuses the whole import; null when there is none. */
  get refusal(): Fault | null {
    return this.drafts.find(({ refusal }) => refusal !== null)?.refusal ?? null;
  }

  /** What reading rows of this import again takes. */
  settled(): SettledImport {
    const { clients, window } = this;
    const { vocabulary, currencies } = this.#input;
    const files = this.drafts.map((draft) => draft.settled());
    return { files, clients, window, vocabulary, currencies };
  }

  /** Reads as far as it makes sense; false when the signal stopped it. */
  async read(knowledge: Knowledge): Promise<boolean> {
    if (!(await this.#probe(knowledge))) return false;
    if (this.#isRefused()) return true;
    const operations = this.#files((kind) => !isClients(kind));
    const clientsRead = this.#readClients();
    if (operations.length === 0) return clientsRead;
    const setup = clientsRead.then((finished) => (finished ? this.#setup() : null));
    const scan = await this.#scan(operations, setup);
    // Without a setup there was nothing to be stopped.
    if (scan === null) return (await clientsRead) && (await setup) === null;
    this.#takeOperations(operations, scan);
    return true;
  }

  #isRefused(): boolean {
    return this.refusal !== null;
  }

  async #probe({ decisions, window }: Knowledge): Promise<boolean> {
    const { choices, vocabulary } = this.#input;
    const guessed: MonthRows = {};
    for (const [file, draft] of this.drafts.entries()) {
      if (this.#hooks.signal.aborted) return false;
      this.#progress('probing', draft, 0, 0);
      const known = { ...choices, ...decisions.get(file) };
      const probe = await probeFile(draft, file, known, vocabulary);
      if (probe.encodingOpen) this.encodingOpen.add(draft);
      addMonthRows(guessed, probe.monthRows);
    }
    await skipCopies(this.drafts);
    this.window = window ?? windowOf(guessed);
    return true;
  }

  async #readClients(): Promise<boolean> {
    const { vocabulary, fastLane = true } = this.#input;
    for (const draft of this.#files(isClients)) {
      const finished = await readClients(
        { draft, drafts: this.drafts, clients: this.clients, vocabulary, fastLane },
        this.#hooks.signal,
        (bytes, records) => this.#progress('clients', draft, bytes, records),
      );
      if (!finished) return false;
    }
    const { names: statuses } = this.clients.statuses;
    if (statuses.length > MAX_WORDS) this.#refuseFreeText(this.#files(isClients), 'status');
    return true;
  }

  /** Says it of the first file that has the column: the others may share the blame. */
  #refuseFreeText(drafts: readonly FileDraft[], field: Field): void {
    const draft = drafts.find(({ plan }) => plan?.columns[field] !== undefined);
    draft?.report('too-many-words', 0, draft.headings[draft.plan!.columns[field]!]);
  }

  /** null when there is nobody to read operations for. */
  #setup(): ScanSetup | null {
    const { clients } = this;
    if (this.#isRefused() || clients.size === 0) return null;
    const {
      vocabulary,
      currencies,
      fastLane = true,
      identicalUpTo = WHOLE_FILE_SIZE,
    } = this.#input;
    return {
      vocabulary,
      layout: layoutFor(vocabulary, clients.size),
      clients: clients.dumpIndex(),
      window: this.window,
      currencies,
      fastLane,
      identicalUpTo,
    };
  }

  #scan(operations: readonly FileDraft[], setup: ScanJob['setup']): ReturnType<Scanner> {
    const { signal, scanner = scanLocally } = this.#hooks;
    const files = operations.map(({ source, plan }) => ({ source, plan: plan! }));
    const onProgress = ({ file, bytes, records }: ScanProgress): void =>
      this.#progress('operations', operations[file], bytes, records);
    return scanner({ setup, files }, { signal, onProgress });
  }

  #takeOperations(operations: readonly FileDraft[], { aggregates, ranges }: ScanOutcome): void {
    const freeText = aggregates.spellings.freeText();
    if (freeText !== null) {
      this.#refuseFreeText(operations, freeText);
      return;
    }
    this.aggregates = aggregates;
    this.ranges = ranges;
    for (const range of ranges) {
      this.drafts[range.file].add(range);
      addMonthRows(this.monthRows, range.monthRows);
    }
  }

  #files(isWanted: (kind: string) => boolean): FileDraft[] {
    return this.drafts.filter(
      ({ plan, skipped }) => !skipped && plan !== null && isWanted(plan.kind),
    );
  }

  #progress(
    phase: 'probing' | 'clients' | 'operations',
    { source }: FileDraft,
    bytes: number,
    records: number,
  ): void {
    this.#hooks.onProgress({ phase, name: source.name, bytes, records, pass: this.#pass });
  }
}

const isClients = (kind: string): boolean => kind === 'clients';
