import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** Bytes of all children of this process and theirs, without the pages of programs on disk. */
export const residentBytes = (): number =>
  sum(
    children().flatMap((id) =>
      [...read(`/proc/${id}/status`).matchAll(/Rss(?:Anon|Shmem):\s+(\d+)/g)].map(
        ([, kibibytes]) => Number(kibibytes) * 1024,
      ),
    ),
  );

/** Seconds of processor time that the children there are now have taken. */
export const processorSeconds = (): number =>
  sum(
    children().map((id) => {
      const fields = statOf(id);
      return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
    }),
  );

const children = (): string[] => {
  const byParent = new Map<string, string[]>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = statOf(id)[1];
    byParent.set(parent, [...(byParent.get(parent) ?? []), id]);
  }
  const found = [...(byParent.get(String(process.pid)) ?? [])];
  for (const id of found) found.push(...(byParent.get(id) ?? []));
  return found;
};

/** From the state on: the name before it stands in parentheses and may hold anything. */
const statOf = (id: string): string[] => {
  const text = read(`/proc/${id}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** A process may end at any moment. */
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
