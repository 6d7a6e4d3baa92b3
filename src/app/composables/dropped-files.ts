/** A file with its path inside what was dropped or chosen. */
export interface DroppedFile {
  readonly name: string;
  readonly file: File;
}

/** Leftovers of file managers, never anybody's data. */
const isLitter = (name: string): boolean =>
  name
    .split('/')
    .some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db');

export const filesOfInput = (input: HTMLInputElement): DroppedFile[] =>
  Array.from(input.files ?? [], (file) => ({
    name: file.webkitRelativePath || file.name,
    file,
  })).filter(({ name }) => !isLitter(name));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** A directory hands out its entries in portions, until an empty one. */
const entriesOf = async (directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const walk = async (entry: FileSystemEntry): Promise<DroppedFile[]> => {
  const name = entry.fullPath.replace(/^\//, '');
  if (isLitter(name)) return [];
  if (entry.isFile) return [{ name, file: await fileOf(entry as FileSystemFileEntry) }];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(walk))).flat();
};

/** All files of a drop, folders walked. Call it inside the drop event: later the list is empty. */
export const filesOfDrop = (transfer: DataTransfer): Promise<DroppedFile[]> => {
  const dropped = Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const walked = dropped.map(({ entry, file }) => {
    if (entry) return walk(entry);
    return Promise.resolve(file ? [{ name: file.name, file }] : []);
  });
  return Promise.all(walked).then((lists) => lists.flat());
};
