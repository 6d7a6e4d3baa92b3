import { sha256 } from '@noble/hashes/sha2.js';
import { type ProxyMarked, proxyMarker } from 'comlink';
import { bytesToHex } from '@noble/hashes/utils.js';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';
import type { KeptClients } from '../../project/clients/kept-clients.ts';
import { readClients } from '../../project/clients/read-clients.ts';
import { writeClients } from '../../project/clients/write-clients.ts';
import type { Journal } from '../../project/journal.ts';
import { writeJournal } from '../../project/journal-file.ts';
import {
  MAX_FILE,
  type ProjectFault,
  readProjectFile,
  writeProjectFile,
} from '../../project/project-file.ts';
import type { Project } from '../../project/project.ts';
import type { SourceMark } from '../../project/sources.ts';
import type { Opened, Settings } from '../open-contract.ts';
import type { ProjectDesk, ReadProject } from '../project-contract.ts';
import { BlobParts } from './blob-parts.ts';
import { fileTools } from '../file-tools.ts';

/** Hashed in one go: some 20 ms. */
const PIECE = 4 * 1024 * 1024;

/** What the desk gives to whoever writes and opens its work. */
export interface ProjectDeskParts {
  readonly vocabulary: Vocabulary;
  readonly codes: ProjectDesk['codes'];
  readonly present: () => KeptClients | null;
  readonly open: (kept: KeptClients, settings: Settings) => Opened;
}

/** Files of a whole work: written, read, and the marks by which sources are known again. */
export class ProjectFiles implements ProjectDesk, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly codes: ProjectDesk['codes'];
  readonly #desk: ProjectDeskParts;
  /** Of the file that was read last. */
  #waiting: KeptClients | null = null;

  constructor(desk: ProjectDeskParts) {
    this.#desk = desk;
    this.codes = desk.codes;
  }

  async write(project: Project, withClients: boolean): Promise<Blob> {
    const { vocabulary, present } = this.#desk;
    const kept = withClients ? present() : null;
    const clients = kept && writeClients(kept, vocabulary);
    const file = await writeProjectFile({ project, clients }, fileTools);
    return new Blob([file], { type: 'application/octet-stream' });
  }

  async read(file: Blob): Promise<Outcome<ReadProject, ProjectFault>> {
    this.#waiting = null;
    if (file.size > MAX_FILE) return failed({ code: 'too-large', flaw: null });
    const read = await readProjectFile(new Uint8Array(await file.arrayBuffer()), fileTools);
    if (!read.ok) return read;
    const { project, clients } = read.value;
    if (clients === null) return done({ project, hasClients: false });
    const kept = this.#clientsIn(clients);
    if (!kept.ok) return kept;
    this.#waiting = kept.value;
    return done({ project, hasClients: true });
  }

  #clientsIn(bytes: Uint8Array): Outcome<KeptClients, ProjectFault> {
    try {
      const read = readClients(bytes, this.#desk.vocabulary);
      return read.ok ? read : failed(clientsFault(read.fault));
    } catch (error) {
      // The memory for what they promise is not there.
      if (error instanceof RangeError) return failed({ code: 'too-large', flaw: null });
      throw error;
    }
  }

  openClients(settings: Settings): Promise<Opened> {
    const kept = this.#waiting;
    this.#waiting = null;
    return Promise.resolve(
      kept === null ? { outcome: 'cancelled' } : this.#desk.open(kept, settings),
    );
  }

  clear(): void {
    this.#waiting = null;
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

const clientsFault = (part: string): ProjectFault =>
  part === 'columns'
    ? { code: 'other-lists', flaw: null }
    : { code: 'wrong', flaw: { path: `clients.${part}`, code: 'wrong-form' } };
