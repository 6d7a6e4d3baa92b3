import { sha256 } from '@noble/hashes/sha2.js';
import { type ProxyMarked, proxyMarker } from 'comlink';
import { bytesToHex } from '@noble/hashes/utils.js';
import { failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { Journal } from '../../project/journal.ts';
import { writeJournal } from '../../project/journal-file.ts';
import {
  type ProjectFault,
  readProjectFile,
  writeProjectFile,
} from '../../project/project-file.ts';
import type { Project } from '../../project/project.ts';
import type { SourceMark } from '../../project/sources.ts';
import type { ProjectDesk } from '../project-contract.ts';
import { BlobParts } from './blob-parts.ts';
import { fileTools } from '../file-tools.ts';

/** Larger files are refused before a byte of them is read. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Hashed in one go: some 20 ms. */
const PIECE = 4 * 1024 * 1024;

/** Files of a whole work: written, read, and the marks by which sources are known again. */
export class ProjectFiles implements ProjectDesk, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly codes: ProjectDesk['codes'];

  constructor(codes: ProjectDesk['codes']) {
    this.codes = codes;
  }

  async write(project: Project): Promise<Blob> {
    const type = 'application/octet-stream';
    return new Blob([await writeProjectFile(project, fileTools)], { type });
  }

  async read(file: Blob): Promise<Outcome<Project, ProjectFault>> {
    if (file.size > MOST_BYTES) return failed({ code: 'too-large', flaw: null });
    return readProjectFile(new Uint8Array(await file.arrayBuffer()), fileTools);
  }

  journal(journal: Journal): Blob {
    const parts = new BlobParts();
    writeJournal(journal, (chunk) => parts.add(chunk));
    return parts.blob('text/csv');
  }

  async marks(
    files: readonly { readonly name: string; readonly file: Blob }[],
    onProgress: (bytesDone: number) => void,
  ): Promise<readonly SourceMark[]> {
    const marks: SourceMark[] = [];
    let done = 0;
    for (const { name, file } of files) {
      const hash = sha256.create();
      for (let at = 0; at < file.size; at += PIECE) {
        hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
        onProgress((done += Math.min(PIECE, file.size - at)));
      }
      marks.push({ name, bytes: file.size, sha256: bytesToHex(hash.digest()) });
    }
    return marks;
  }
}
