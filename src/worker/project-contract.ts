import type { Outcome } from '../engine/kernel/fault.ts';
import type { ProjectFault } from '../project/project-file.ts';
import type { Project, SourceMark } from '../project/project.ts';

export type { Project, ProjectFault, SourceMark };

/** What the page may ask of the desk about files of a whole work. */
export interface ProjectDesk {
  /** A project file. */
  write(project: Project): Promise<Blob>;
  /** What is in one, or why it is refused. */
  read(file: Blob): Promise<Outcome<Project, ProjectFault>>;
  /** Reads files whole for their SHA-256, in pieces: other questions are answered in between. */
  marks(
    files: readonly { readonly name: string; readonly file: Blob }[],
    onProgress: (bytesDone: number) => void,
  ): Promise<readonly SourceMark[]>;
}
