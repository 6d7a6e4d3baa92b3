import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { Project, ProjectFault, Settings, Work } from '../../worker/contract.ts';
import { useCatalogueAnswers } from './catalogue-answers.ts';
import { useCatalogueEditor } from './catalogue-editor.ts';
import { useDesk } from './desk.ts';
import { useJournal } from './journal.ts';
import { PROGRAM_VERSION } from './program-version.ts';
import { useSelection } from './selection.ts';
import { useSession } from './session.ts';
import { useSettings } from './settings.ts';
import { useSources } from './sources.ts';
import { useTextReview } from './text-review.ts';

/** The part of the work that is about single clients: the worker holds it. */
type Decisions = Pick<Work, 'suppressed' | 'texts'>;

/** The whole work as one file, and back. */
export const useProject = defineStore('project', () => {
  const session = useSession();
  const settings = useSettings();
  const sources = useSources();
  const selection = useSelection();
  const review = useTextReview();
  const answers = useCatalogueAnswers();
  const journal = useJournal();
  // It owns the catalogue that is edited: its part of the work must be there.
  useCatalogueEditor();
  const fault = shallowRef<ProjectFault | null>(null);
  /** What was opened last. */
  const opened = shallowRef<Project | null>(null);
  /** Decisions of an opened project that wait for its clients. */
  const waiting = shallowRef<Decisions | null>(null);

  const decisions = async (): Promise<Decisions> =>
    waiting.value ?? {
      suppressed: await useDesk().mailing.suppressedCodes(),
      texts: await useDesk().review.snapshot(),
    };
  /** `settings` are the draft for a project, and what was scored with for an export. */
  const workOf = async ({ catalogue, fx, language, channel, months, reading }: Settings) => ({
    ...{ catalogue, fx, language, channel, months, reading },
    holdings: answers.choice,
    ...(await decisions()),
  });
  const present = async (): Promise<Project> => {
    const before = session.summary === null ? opened.value : null;
    return {
      format: 3,
      program: PROGRAM_VERSION,
      savedAt: new Date().toISOString(),
      sources: before?.sources ?? sources.present(),
      sample: before?.sample ?? session.sample,
      // A catalogue that is being edited wrongly stays out: the draft has the last right one.
      work: await workOf(settings.draft),
      journal: journal.entries,
    };
  };
  /** What was decided about the clients of the project is put upon those that are there. */
  const decide = async (wanted: Decisions): Promise<void> => {
    await selection.setSuppressed(wanted.suppressed);
    await review.restore(wanted.texts);
    if (waiting.value === wanted) waiting.value = null;
  };
  watch(
    () => session.report,
    () => {
      if (waiting.value !== null) void decide(waiting.value);
      if (opened.value !== null && session.sample === null) void sources.know();
    },
  );
  /** Names of an opened project's files that were not among those loaded after it. */
  const missing = computed<readonly string[]>(() => {
    const { known } = sources;
    if (opened.value === null || session.kept || known?.of !== session.files) return [];
    const there = new Set(known.marks.map(({ sha256 }) => sha256));
    return opened.value.sources
      .filter(({ sha256 }) => sha256 !== null && !there.has(sha256))
      .map(({ name }) => name);
  });

  return {
    fault,
    opened,
    missing,
    workOf,
    /** A file with the whole work, the sources known by what is in them; the clients too if wanted. */
    save: async (withClients: boolean): Promise<Blob> => {
      await sources.know();
      return useDesk().project.write(await present(), withClients);
    },
    /** The same with what is known at once, and never with clients. */
    write: async (): Promise<Blob> => useDesk().project.write(await present(), false),
    /** Opens one; on a fault nothing changes. */
    async open(file: Blob): Promise<boolean> {
      const read = await useDesk().project.read(file);
      fault.value = read.ok ? null : read.fault;
      if (!read.ok) return false;
      const { project, hasClients } = read.value;
      opened.value = project;
      const { reading, suppressed, texts, ...parts } = project.work;
      settings.change({ reading });
      waiting.value = { suppressed, texts };
      await journal.open(parts, project.journal);
      if (hasClients) await session.openKept(project.sources);
      else if (project.sample !== null) await session.openDemo(project.sample);
      else if (session.summary !== null) await decide(waiting.value);
      return true;
    },
  };
});
