import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { ImportReport } from '../../engine/ingest/report.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import type {
  NamedFile,
  Opened,
  Progress,
  Sample,
  Settings,
  SourceMark,
  Summary,
} from '../../worker/contract.ts';
import { useDesk } from './desk.ts';
import { useJournal } from './journal.ts';
import { useMapping } from './mapping.ts';
import { useSettings } from './settings.ts';

export interface Refusal {
  readonly fault: Fault;
  readonly report: ImportReport;
}

const DEMO: Sample = { clients: 300, seed: 2025 };

/** What clients come from in the place of files. */
interface Origin {
  readonly sample: Sample | null;
  /** The files of a project that holds their clients, but not themselves. */
  readonly kept: readonly SourceMark[] | null;
}
const FROM_FILES: Origin = { sample: null, kept: null };

/** What is loaded: the last accepted import, and the one under way. */
export const useSession = defineStore('session', () => {
  const settings = useSettings();
  const mapping = useMapping();
  const journal = useJournal();
  const report = shallowRef<ImportReport | null>(null);
  const summary = shallowRef<Summary | null>(null);
  const progress = shallowRef<Progress | null>(null);
  const refusal = shallowRef<Refusal | null>(null);
  const cancelled = shallowRef(false);
  /** Not null: the clients are those of the sample. */
  const sample = shallowRef<Sample | null>(null);
  /** Not null: the clients are out of a project, and these files are not here. */
  const kept = shallowRef<Origin['kept']>(null);
  /** Goes up with every new result, so that whoever shows one knows to ask again. */
  const revision = shallowRef(0);
  /** The files of the present result; none for the sample. */
  const files = shallowRef<readonly NamedFile[]>([]);
  let lastFiles: readonly NamedFile[] = [];
  let standsOn: { sources: unknown; reading: unknown } = { sources: null, reading: null };
  /** Number of the reading that may speak; one that was overtaken keeps silent. */
  let latest = 0;

  const accept = (made: Summary, used: Settings): void => {
    settings.markApplied(used);
    summary.value = made;
    revision.value += 1;
  };

  /** What the result stands on beside the settings; the journal has what it stood on before. */
  const remember = (origin: Origin, { reading }: Settings): void => {
    const before = { ...standsOn };
    sample.value = origin.sample;
    kept.value = origin.kept;
    files.value = origin.sample === null && origin.kept === null ? lastFiles : [];
    const sources =
      origin.kept?.map(({ name, bytes }) => ({ name, bytes })) ??
      files.value.map(({ name, file }) => ({ name, bytes: file.size }));
    standsOn = { sources: origin.sample ?? sources, reading };
    journal.loaded(
      (['sources', 'reading'] as const).map((part) => ({
        path: [part],
        before: before[part],
        after: standsOn[part],
      })),
    );
  };

  const read = async (
    start: (used: Settings, onProgress: (step: Progress) => void) => Promise<Opened>,
    origin = FROM_FILES,
  ): Promise<Opened['outcome']> => {
    latest += 1;
    const mine = latest;
    const overtaking = progress.value !== null;
    const used = settings.draft;
    refusal.value = null;
    cancelled.value = false;
    progress.value = BEGINNING;
    if (overtaking) await useDesk().cancel();
    try {
      const opened = await start(
        used,
        proxy((step: Progress) => {
          if (mine === latest && progress.value !== null) progress.value = step;
        }),
      );
      if (mine !== latest) return 'cancelled';
      if (opened.outcome === 'ready') {
        report.value = opened.report;
        remember(origin, used);
        accept(opened.summary, used);
      } else if (opened.outcome === 'refused') {
        refusal.value = { fault: opened.fault, report: opened.report };
      } else {
        cancelled.value = true;
      }
      return opened.outcome;
    } finally {
      if (mine === latest) progress.value = null;
    }
  };

  const openFiles = (files: readonly NamedFile[]): Promise<Opened['outcome']> => {
    lastFiles = files;
    return read((used, onProgress) => useDesk().open(files, used, onProgress));
  };

  /** Files whose columns the person has named before are read with those names. */
  const openKnown = async (files: readonly NamedFile[]): Promise<Opened['outcome']> => {
    const outcome = await openFiles(files);
    const seen = outcome === 'ready' ? report.value : (refusal.value?.report ?? null);
    if (outcome === 'cancelled' || seen === null) return outcome;
    const headings = mapping.knownFor(seen.files, settings.draft.reading.headings);
    if (headings === null) return outcome;
    settings.changeReading({ headings });
    return openFiles(files);
  };

  return {
    report,
    summary,
    progress,
    refusal,
    cancelled,
    demo: computed(() => sample.value !== null),
    sample,
    kept,
    files,
    revision,
    reading: computed(() => progress.value !== null),
    openFiles(files: readonly NamedFile[]): Promise<Opened['outcome']> {
      settings.forgetReading();
      return openKnown(files);
    },
    /** The same files, after the person has answered a question about them. */
    openAgain: () => openFiles(lastFiles),
    openDemo: (wanted = DEMO) =>
      read((used, onProgress) => useDesk().openDemo(wanted, used, onProgress), {
        sample: wanted,
        kept: null,
      }),
    /** The clients of the project file that the desk has read last. */
    openKept: (marks: readonly SourceMark[]) =>
      read((used) => useDesk().project.openClients(used), { sample: null, kept: marks }),
    cancel: () => useDesk().cancel(),
    dismissRefusal(): void {
      refusal.value = null;
    },
    /** Other offers than were scored: a person has decided about the mailing. */
    mailingChanged({ offers, expectedTotal }: Pick<Summary, 'offers' | 'expectedTotal'>): void {
      if (summary.value) summary.value = { ...summary.value, offers, expectedTotal };
    },
    /** Scores what is loaded with the draft; the fault, if any, is returned. */
    async rescore(): Promise<Fault | null> {
      const used = settings.draft;
      const outcome = await useDesk().rescore(used);
      if (!outcome.ok) return outcome.fault;
      accept(outcome.value, used);
      return null;
    },
  };
});

const BEGINNING: Progress = {
  phase: 'probing',
  file: '',
  files: [],
  bytesDone: 0,
  bytesTotal: null,
  rowsDone: 0,
  elapsedMs: 0,
};
