import type { Outcome } from '../engine/kernel/fault.ts';
import type { ProjectFault } from '../project/project-file.ts';
import type { Answer } from './answer.ts';
import type { Journal } from '../project/journal.ts';
import type { Opened, Settings } from './open-contract.ts';
import type { Project } from '../project/project.ts';
import type { Sample, SourceMark } from '../project/sources.ts';
import type { Work } from '../project/work.ts';

export type { Project, ProjectFault, Sample, SourceMark, Work };

export interface ReadProject {
  readonly project: Project;
  /** The clients are in the file too. */
  readonly hasClients: boolean;
}

/** What the page may ask of the desk about files of a whole work. */
export interface ProjectDesk {
  /** A project file; with the clients that are loaded, no files are needed to open it. */
  write(project: Project, withClients: boolean): Promise<Blob>;
  /** What is in one, or why it is refused; its clients wait here for `openClients`. */
  read(file: Blob): Promise<Outcome<ReadProject, ProjectFault>>;
  /** Scores the clients of the file that was read last, in the place of what is loaded. */
  openClients(settings: Settings): Promise<Opened>;
  /** Reads files whole for their SHA-256, in pieces: other questions are answered in between. */
  marks(
    files: readonly { readonly name: string; readonly file: Blob }[],
    onProgress: (bytesDone: number) => void,
  ): Promise<readonly SourceMark[]>;
  /** The journal as a CSV. */
  journal(journal: Journal): Answer<Blob>;
  /** Codes of the clients that an export of this scope is made for, in its order. */
  codes(scope: 'all' | 'view' | 'selection'): Answer<readonly string[]>;
}
