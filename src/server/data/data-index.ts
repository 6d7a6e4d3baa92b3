import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../engine/kernel/units.ts';
import type { FileKind } from '../../engine/rows/vocabulary.ts';
import { systemCode } from '../api-error.ts';

export const KINDS: readonly FileKind[] = ['clients', 'transactions', 'transfers'];

/** One uploaded file. */
export interface StoredFile {
  /** Its name in the data folder: nothing a client sends becomes a path. */
  readonly id: string;
  /** As the person calls it; no other stored file is called so. */
  readonly name: string;
  readonly bytes: Bytes;
  readonly records: number;
}

/** What the data folder holds; whatever it does not name is rubbish. */
export interface DataIndex {
  readonly version: 1;
  readonly files: Readonly<Record<FileKind, readonly StoredFile[]>>;
  /** Name of the folder of the last results; null before the first. */
  readonly result: string | null;
}

export const NOTHING: DataIndex = {
  version: 1,
  files: { clients: [], transactions: [], transfers: [] },
  result: null,
};

export const INDEX = 'index.json';
export const NEW_INDEX = 'index.json.new';

/** The index of a folder, an empty one where there is none; null: this version did not write it. */
export const readIndex = async (folder: string): Promise<DataIndex | null> => {
  try {
    const index = JSON.parse(await readFile(join(folder, INDEX), 'utf8')) as { version: number };
    return isOurs(index) ? index : null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return NOTHING;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

const isOurs = (index: { readonly version: number }): index is DataIndex =>
  index.version === NOTHING.version;

/** Replaces the index in one step: whoever reads it, whenever, sees the old one or the new one. */
export const writeIndex = async (folder: string, index: DataIndex): Promise<void> => {
  const file = await open(join(folder, NEW_INDEX), 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(index));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(join(folder, NEW_INDEX), join(folder, INDEX));
};
