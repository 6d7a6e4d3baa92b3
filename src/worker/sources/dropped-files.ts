/** A file with its path inside what was dropped. */
export interface DroppedFile {
  readonly name: string;
  readonly file: File;
}

/** What is needed of a DataTransferItem; a worker's types know none. */
export interface DroppedItem {
  readonly kind: string;
  getAsFile(): File | null;
  webkitGetAsEntry?(): DroppedEntry | null;
}

/** What is needed of a FileSystemEntry, of either kind. */
export interface DroppedEntry {
  readonly isDirectory: boolean;
  readonly name: string;
  file?(done: (file: File) => void, failed: (error: unknown) => void): void;
  createReader?(): {
    readEntries(done: (entries: DroppedEntry[]) => void, failed: (error: unknown) => void): void;
  };
}

/**
 * All files of a drop, those in folders and their folders included. Call it while the drop event is
 * being handled: afterwards its items are empty. What cannot be read is left out and named.
 */
export const droppedFiles = async (
  items: Iterable<DroppedItem>,
): Promise<{ files: DroppedFile[]; unreadable: string[] }> => {
  const files: DroppedFile[] = [];
  const unreadable: string[] = [];
  const tops = Array.from(items)
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));

  const visit = async (entry: DroppedEntry, folder: string): Promise<void> => {
    const name = folder + entry.name;
    try {
      if (entry.isDirectory) {
        for (const child of await entriesOf(entry)) await visit(child, `${name}/`);
      } else {
        files.push({ name, file: await fileOf(entry) });
      }
    } catch {
      unreadable.push(name);
    }
  };

  for (const { entry, file } of tops) {
    if (entry?.isDirectory === true) await visit(entry, '');
    else if (file !== null) files.push({ name: file.name, file });
  }
  return { files, unreadable };
};

const fileOf = (entry: DroppedEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    if (entry.file === undefined) reject(new Error('not a file'));
    else entry.file(resolve, reject);
  });

/** A folder gives its entries a hundred at a time, until it gives none. */
const entriesOf = async (folder: DroppedEntry): Promise<DroppedEntry[]> => {
  const reader = folder.createReader?.();
  const entries: DroppedEntry[] = [];
  if (reader === undefined) return entries;
  for (;;) {
    const batch = await new Promise<DroppedEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return entries;
    entries.push(...batch);
  }
};
