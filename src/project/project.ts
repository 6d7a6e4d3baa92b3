import { JsonReader } from '../engine/benefits/json-reader.ts';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import type { Journal } from './journal.ts';
import { NO_DECISIONS } from './read-decisions.ts';
import { readJournal } from './read-journal.ts';
import { readSample, readSources, type Sample, type SourceMark } from './sources.ts';
import { readWork, type Work } from './work.ts';

/** The version of the shape below; FORMATS.md says what changed. */
export const PROJECT_FORMAT = 3;

export interface Project {
  readonly format: typeof PROJECT_FORMAT;
  /** Version of the program that wrote it. */
  readonly program: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly sources: readonly SourceMark[];
  /** Not null: the clients are generated, and there are no files. */
  readonly sample: Sample | null;
  readonly work: Work;
  readonly journal: Journal;
}

/** Where a project is not one: a path, and a code as catalogues have them. */
export interface ProjectFlaw {
  readonly path: string;
  readonly code: string;
}

const KEYS = 'format program savedAt sources sample work journal'.split(' ');

/** A project built anew from what was checked; nothing of `value` is kept unread. */
export const readProject = (value: unknown): Outcome<Project, ProjectFlaw> => {
  const reader = new JsonReader();
  const source = reader.object(upgraded(value), '', KEYS);
  const work = readWork(source.work, reader);
  const project = {
    format: reader.oneOf(source.format, 'format', [PROJECT_FORMAT]),
    program: reader.text(source.program, 'program'),
    savedAt: reader.text(source.savedAt, 'savedAt'),
    sources: readSources(source.sources, reader),
    sample: readSample(source.sample, reader),
    journal: readJournal(source.journal, reader),
  };
  if (work !== null && reader.faults.length === 0) return done({ ...project, work });
  const [{ path, code }] = reader.faults;
  return failed({ path, code });
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What older formats did not know is as if nobody had used it; the reader judges all the rest. */
const upgraded = (value: unknown): unknown => {
  if (!isFields(value)) return value;
  // What format 3 has beside, clients, stands outside of this.
  if (value.format === 2) return { ...value, format: PROJECT_FORMAT };
  if (value.format !== 1 || !isFields(value.work)) return value;
  const work = { ...value.work, suppressed: [], texts: NO_DECISIONS };
  return { ...value, work, format: PROJECT_FORMAT, sample: null };
};
