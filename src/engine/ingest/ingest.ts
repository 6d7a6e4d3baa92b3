import type { ByteSource } from '../bytes/byte-source.ts';
import type { Aggregates } from '../features/aggregates.ts';
import { ClientTable } from '../features/client-table.ts';
import { type Fault } from '../kernel/fault.ts';
import { valueKey } from '../kernel/text-key.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { type Decision, settle } from './decisions.ts';
import { FileDraft } from './file-draft.ts';
import { importFault, operationFaults, writeReport } from './finish-report.ts';
import { detectLateEncoding } from './late-encoding.ts';
import { scanLocally } from './local-scanner.ts';
import {
  addMonthRows,
  type MonthRows,
  type MonthWindow,
  windowOf,
  windowsDiffer,
} from './month-window.ts';
import { probeFile } from './probe.ts';
import { readClients } from './read-clients.ts';
import type { ReadingChoices } from './reading-choices.ts';
import type { ImportReport } from './report.ts';
import { haveSameBytes } from './same-bytes.ts';
import type { ScanOutcome, Scanner } from './scan-job.ts';

export interface IngestInput {
  readonly sources: readonly ByteSource[];
  readonly vocabulary: Vocabulary;
  readonly choices: ReadingChoices;
  /** Currencies that have a rate, the home currency included. */
  readonly currencies: readonly string[];
  /** What sums are divided by; null: as many months as the data have. */
  readonly months: number | null;
}

export interface IngestHooks {
  readonly signal: AbortSignal;
  /** Called often; `file` is a position among the sources in order of name. */
  onProgress(progress: IngestProgress): void;
  /** Reads the operations; the calling thread does when it is left out. */
  readonly scanner?: Scanner;
}

export interface IngestProgress {
  readonly phase: 'probing' | 'clients' | 'operations';
  readonly name: string;
  /** Since the last call. Counts again from the start in a second pass. */
  readonly bytes: number;
  readonly records: number;
  /** 1, or more when the data had to be read again with what the first pass proved. */
  readonly pass: number;
}

export type IngestResult =
  | {
      readonly outcome: 'ready';
      readonly report: ImportReport;
      readonly clients: ClientTable;
      readonly aggregates: Aggregates;
    }
  | { readonly outcome: 'refused'; readonly report: ImportReport; readonly fault: Fault }
  | { readonly outcome: 'cancelled' };

/** Every pass settles something for good, so a handful is plenty. */
const MAX_PASSES = 6;

/**
 * From files to aggregates and a report on every record. Reads with what the heads of the files
 * suggest; where the rest proves otherwise, reads again with what was proved.
 */
export const ingest = async (input: IngestInput, hooks: IngestHooks): Promise<IngestResult> => {
  const sources = [...input.sources].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
  const decisions = new Map<number, Decision>();
  let window: MonthWindow | null = null;
  for (let pass = 1; ; pass++) {
    const attempt = await readOnce(sources, input, hooks, decisions, window, pass);
    if (attempt === null) return { outcome: 'cancelled' };
    const changed = pass < MAX_PASSES && (await settleAll(attempt, input.choices, decisions));
    const settled = windowOf(attempt.monthRows);
    const moved = pass < MAX_PASSES && windowsDiffer(attempt.window, settled, attempt.monthRows);
    if (moved) window = settled;
    if (changed || moved) continue;
    return conclude(attempt, input);
  }
};

/** One reading of everything, under what has been decided so far. */
interface Attempt {
  readonly drafts: readonly FileDraft[];
  readonly encodingOpen: ReadonlySet<FileDraft>;
  readonly clients: ClientTable;
  readonly scan: ScanOutcome | null;
  readonly window: MonthWindow;
  readonly monthRows: MonthRows;
}

const readOnce = async (
  sources: readonly ByteSource[],
  input: IngestInput,
  hooks: IngestHooks,
  decisions: ReadonlyMap<number, Decision>,
  knownWindow: MonthWindow | null,
  pass: number,
): Promise<Attempt | null> => {
  const { vocabulary } = input;
  const drafts = sources.map((source) => new FileDraft(source));
  const encodingOpen = new Set<FileDraft>();
  const guessedMonths: MonthRows = {};
  for (const [file, draft] of drafts.entries()) {
    if (hooks.signal.aborted) return null;
    hooks.onProgress({ phase: 'probing', name: draft.source.name, bytes: 0, records: 0, pass });
    const choices = { ...input.choices, ...decisions.get(file) };
    const probe = await probeFile(draft, file, choices, vocabulary);
    if (probe.encodingOpen) encodingOpen.add(draft);
    addMonthRows(guessedMonths, probe.monthRows);
  }
  await skipCopies(drafts);

  const window = knownWindow ?? windowOf(guessedMonths);
  const clients = new ClientTable();
  const attempt = { drafts, encodingOpen, clients, window };
  if (findRefusal(drafts)) return { ...attempt, scan: null, monthRows: {} };
  for (const draft of usable(drafts).filter(({ plan }) => plan?.kind === 'clients')) {
    const { name } = draft.source;
    const read = await readClients(
      draft,
      drafts,
      clients,
      vocabulary,
      hooks.signal,
      (bytes, records) => hooks.onProgress({ phase: 'clients', name, bytes, records, pass }),
    );
    if (!read) return null;
  }

  const operations = usable(drafts).filter(({ plan }) => plan !== null && plan.kind !== 'clients');
  if (clients.size === 0 || operations.length === 0 || findRefusal(drafts)) {
    return { ...attempt, scan: null, monthRows: {} };
  }
  const scan = await (hooks.scanner ?? scanLocally)(
    {
      setup: {
        vocabulary,
        layout: {
          clients: clients.size,
          categories: vocabulary.categories.map((label) => ({ key: valueKey(label), label })),
          transferColumns: vocabulary.transferTypes.length + 2,
        },
        codes: clients.codes,
        window,
        currencies: input.currencies,
      },
      files: operations.map((draft) => ({ source: draft.source, plan: draft.plan! })),
    },
    {
      signal: hooks.signal,
      onProgress: ({ file, bytes, records }) =>
        hooks.onProgress({
          phase: 'operations',
          name: operations[file].source.name,
          bytes,
          records,
          pass,
        }),
    },
  );
  if (scan === null) return null;
  const monthRows: MonthRows = {};
  for (const range of scan.ranges) {
    drafts[range.file].add(range);
    addMonthRows(monthRows, range.monthRows);
  }
  return { ...attempt, scan, monthRows };
};

const usable = (drafts: readonly FileDraft[]): FileDraft[] =>
  drafts.filter(({ skipped }) => !skipped);

const findRefusal = (drafts: readonly FileDraft[]): Fault | null =>
  drafts.find(({ refusal }) => refusal !== null)?.refusal ?? null;

/** The same bytes twice count once: the file that comes later by name is skipped. */
const skipCopies = async (drafts: readonly FileDraft[]): Promise<void> => {
  const bySize = new Map<number, FileDraft[]>();
  for (const draft of usable(drafts)) {
    const { size } = draft.source;
    if (draft.plan === null || size === null) continue;
    const twins = bySize.get(size) ?? [];
    bySize.set(size, twins);
    let copyOf: FileDraft | null = null;
    for (const twin of twins) {
      if (await haveSameBytes(twin.source, draft.source)) copyOf = twin;
    }
    if (copyOf) draft.report('duplicate-file', 0, '', copyOf.source.name);
    else twins.push(draft);
  }
};

/** Adds to `decisions` what the whole data prove; true when that asks for another pass. */
const settleAll = async (
  { drafts, encodingOpen }: Attempt,
  choices: ReadingChoices,
  decisions: Map<number, Decision>,
): Promise<boolean> => {
  let changed = false;
  for (const [file, draft] of drafts.entries()) {
    if (draft.skipped) continue;
    let decision: Decision | null = null;
    if (encodingOpen.has(draft) && draft.evidence.badUtf8 > 0) {
      const encoding = await detectLateEncoding(draft.source);
      if (encoding !== null && encoding !== 'utf-8') decision = { encoding };
    }
    decision ??= settle(draft, choices);
    if (decision === null) continue;
    decisions.set(file, { ...decisions.get(file), ...decision });
    changed = true;
  }
  return changed;
};

const conclude = (attempt: Attempt, input: IngestInput): IngestResult => {
  const { drafts, clients, scan } = attempt;
  const faults = scan === null ? [] : operationFaults(drafts, scan);
  let refusal = findRefusal(drafts);
  if (refusal === null && clients.size === 0) refusal = importFault('no-clients');
  else if (refusal === null && scan === null) refusal = importFault('no-operations');
  const importFaults = refusal !== null && refusal.file === '' ? [refusal, ...faults] : faults;
  const report = writeReport({
    drafts,
    faults: importFaults,
    refused: refusal !== null,
    clients: clients.size,
    monthRows: attempt.monthRows,
    window: attempt.window,
    months: input.months,
  });
  if (refusal !== null || scan === null) {
    return { outcome: 'refused', report, fault: refusal ?? importFault('no-operations') };
  }
  return { outcome: 'ready', report, clients, aggregates: scan.aggregates };
};
