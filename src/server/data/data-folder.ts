import { randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { FileKind } from '../../engine/rows/vocabulary.ts';
import {
  type DataIndex,
  INDEX,
  KINDS,
  NEW_INDEX,
  NOTHING,
  readIndex,
  type StoredFile,
  writeIndex,
} from './data-index.ts';
import { lockData } from './data-lock.ts';
import { freeName } from './free-name.ts';

const LOCK = 'lock';
const INCOMING = 'incoming';
const UPLOADS = 'uploads';
const RESULTS = 'results';
/** What may stand in a folder that has no index yet: a start that was interrupted. */
const FIRST = new Set([LOCK, NEW_INDEX]);

/** A file that has arrived and is not kept yet. */
export interface ArrivedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly records: number;
}

/**
 * Where uploads and results live, private to the user. Everything arrives under `incoming`, is moved
 * in one step, and counts once the index names it; so a process killed at any moment leaves rubbish
 * at worst, which the next start sweeps away.
 */
export class DataFolder {
  readonly #path: string;
  readonly #unlock: () => Promise<void>;
  #index: DataIndex;
  /** Files that are being read: replaced ones stay until this is empty. */
  #pinned: ReadonlySet<string> = new Set();
  #changes: Promise<unknown> = Promise.resolve();

  private constructor(path: string, index: DataIndex, unlock: () => Promise<void>) {
    this.#path = path;
    this.#index = index;
    this.#unlock = unlock;
  }

  /** Opens the folder or makes it; a fault is the sentence that says why it cannot be used. */
  static async open(path: string): Promise<Outcome<DataFolder, string>> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const stranger = await strangerFault(path);
    if (stranger !== null) return failed(`The data folder "${path}" ${stranger}`);
    await chmod(path, 0o700);
    const lock = await lockData(join(path, LOCK));
    if (!lock.ok) {
      return failed(`The data folder "${path}" is in use by process ${lock.fault}: ${ADVICE}`);
    }
    const index = await readIndex(path);
    if (index === null) {
      await lock.value();
      return failed(`The data folder "${path}" was written by another version: ${ADVICE}`);
    }
    const folder = new DataFolder(path, index, lock.value);
    await folder.#start();
    return done(folder);
  }

  async #start(): Promise<void> {
    await this.#save(await this.#whatIsThere());
    await rm(join(this.#path, INCOMING), { recursive: true, force: true });
    for (const name of [INCOMING, UPLOADS, RESULTS]) {
      await mkdir(join(this.#path, name), { recursive: true, mode: 0o700 });
    }
    await this.#sweep();
  }

  /** The index without what is no longer on disk as it was. */
  async #whatIsThere(): Promise<DataIndex> {
    const { files, result } = this.#index;
    const isWhole = async ({ id, bytes }: StoredFile): Promise<boolean> => {
      const found = await stat(this.pathOf(id)).catch(() => null);
      return found?.size === bytes;
    };
    const kept = { ...files };
    for (const kind of KINDS) {
      const whole = await Promise.all(files[kind].map(isWhole));
      kept[kind] = files[kind].filter((_, at) => whole[at]);
    }
    const folder = result === null ? null : await stat(this.#resultPath(result)).catch(() => null);
    return { ...this.#index, files: kept, result: folder === null ? null : result };
  }

  get path(): string {
    return this.#path;
  }

  get files(): Readonly<Record<FileKind, readonly StoredFile[]>> {
    return this.#index.files;
  }

  /** The folder of the last results. */
  get result(): string | null {
    return this.#index.result === null ? null : this.#resultPath(this.#index.result);
  }

  pathOf(id: string): string {
    return join(this.#path, UPLOADS, id);
  }

  #resultPath(id: string): string {
    return join(this.#path, RESULTS, id);
  }

  /** A path for something that arrives: a file, or a folder of results. */
  newPath(): string {
    return join(this.#path, INCOMING, randomUUID());
  }

  /** Keeps arrived files in the place of what there was of this kind, or beside it. */
  keepFiles(kind: FileKind, arrived: readonly ArrivedFile[], append: boolean): Promise<void> {
    return this.#change(async () => {
      const before = append ? this.#index.files[kind] : [];
      const others = KINDS.filter((other) => other !== kind).flatMap((other) => this.files[other]);
      const names = new Set([...others, ...before].map(({ name }) => name));
      const kept: StoredFile[] = [...before];
      for (const { path, name, bytes, records } of arrived) {
        const id = randomUUID();
        await rename(path, this.pathOf(id));
        kept.push({ id, name: freeName(name, names), bytes, records });
      }
      await this.#save({ ...this.#index, files: { ...this.#index.files, [kind]: kept } });
    });
  }

  /** Makes an arrived folder the results. */
  keepResult(arrived: string): Promise<void> {
    return this.#change(async () => {
      const result = randomUUID();
      await rename(arrived, this.#resultPath(result));
      await this.#save({ ...this.#index, result });
    });
  }

  /** Forgets everything. */
  clear(): Promise<void> {
    return this.#change(() => this.#save(NOTHING));
  }

  /** Runs while the files of this moment stay readable, whatever is uploaded meanwhile. */
  async reading<T>(read: (files: readonly StoredFile[]) => Promise<T>): Promise<T> {
    const files = KINDS.flatMap((kind) => this.#index.files[kind]);
    this.#pinned = new Set(files.map(({ id }) => id));
    try {
      return await read(files);
    } finally {
      this.#pinned = new Set();
      await this.#change(() => Promise.resolve());
    }
  }

  /** Removes what is under way and lets another server in. */
  async close(): Promise<void> {
    await this.#changes;
    await rm(join(this.#path, INCOMING), { recursive: true, force: true });
    await this.#unlock();
  }

  /** One change after the other; each leaves nothing behind that the index does not name. */
  #change<T>(change: () => Promise<T>): Promise<T> {
    const changed = this.#changes.then(async () => {
      const value = await change();
      await this.#sweep();
      return value;
    });
    this.#changes = changed.catch(() => undefined);
    return changed;
  }

  async #save(index: DataIndex): Promise<void> {
    await writeIndex(this.#path, index);
    this.#index = index;
  }

  async #sweep(): Promise<void> {
    const ids = KINDS.flatMap((kind) => this.#index.files[kind]).map(({ id }) => id);
    await removeOthers(join(this.#path, UPLOADS), new Set([...ids, ...this.#pinned]));
    await removeOthers(join(this.#path, RESULTS), new Set([this.#index.result]));
  }
}

const removeOthers = async (folder: string, kept: ReadonlySet<string | null>): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (!kept.has(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
};

/** Why a folder is not for this program: nothing in it may be touched then. */
const strangerFault = async (path: string): Promise<string | null> => {
  const found = await lstat(path);
  // In a temporary folder that everybody shares, another user may have been here first.
  const own = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !own) return `belongs to somebody else: ${ADVICE}`;
  const names = await readdir(path);
  const isOurs = names.includes(INDEX) || names.every((name) => FIRST.has(name));
  return isOurs ? null : `holds other files: ${ADVICE}`;
};

const ADVICE = 'name another one in VYGODA_DATA';
