/** One value that became another; the path leads to it from the whole work. */
export interface Change {
  readonly path: readonly (string | number)[];
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * One action of a person. An `undo` or `redo` carries out the changes of entry `of` backwards or
 * again, and is an entry like any other: nothing is ever taken out of a journal. `load`: other files
 * were read, or the same ones otherwise; what had been decided about clients before is history.
 * `open`: the same with the work of a project file, and all before it is history.
 */
export interface Entry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: 'change' | 'undo' | 'redo' | 'load' | 'open';
  /** Position of the entry meant; null for what was done anew. */
  readonly of: number | null;
  readonly changes: readonly Change[];
}

export type Journal = readonly Entry[];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What makes `after` of `before`, as deep inside as their shapes are the same. */
export const changesBetween = (
  before: unknown,
  after: unknown,
  path: Change['path'] = [],
): Change[] => {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((value, at) => changesBetween(value, after[at], [...path, at]));
  }
  // The order of keys is a part of the shape: what is taken back is the same to the letter.
  if (isFields(before) && isFields(after) && sameKeys(before, after)) {
    return Object.keys(before).flatMap((key) =>
      changesBetween(before[key], after[key], [...path, key]),
    );
  }
  return [{ path, before, after }];
};

const sameKeys = (one: Fields, other: Fields): boolean => {
  const keys = Object.keys(other);
  const found = Object.keys(one);
  return found.length === keys.length && found.every((key, at) => key === keys[at]);
};

/** The work with the changes made, or unmade; what is not changed is shared. */
export const withChanges = (
  work: unknown,
  changes: readonly Change[],
  which: 'before' | 'after',
): unknown => changes.reduce((made, { path, [which]: value }) => put(made, path, value), work);

const put = (into: unknown, path: Change['path'], value: unknown): unknown => {
  if (path.length === 0) return value;
  const [key, ...rest] = path;
  if (Array.isArray(into)) {
    return into.map((item: unknown, at) => (at === key ? put(item, rest, value) : item));
  }
  const fields = isFields(into) ? into : {};
  return Object.fromEntries(
    Object.entries(fields).map(([name, item]) => [
      name,
      name === key ? put(item, rest, value) : item,
    ]),
  );
};

/** Where the next undo and redo would lead: positions of entries, null where there is nothing. */
export const steps = (journal: Journal): { undo: number | null; redo: number | null } => {
  let done: number[] = [];
  let undone: number[] = [];
  journal.forEach(({ kind, of }, at) => {
    if (kind === 'change') {
      done.push(at);
      undone = [];
    } else if (kind === 'open') {
      done.length = 0;
      undone = [];
    } else if (kind === 'load') {
      done = done.filter((step) => !isAboutClients(journal[step]));
      undone = [];
    } else if (kind === 'undo') {
      done.pop();
      undone.push(of ?? at);
    } else {
      undone.pop();
      done.push(of ?? at);
    }
  });
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
};

/** Parts of the work that are about single clients, and end with them. */
const OF_CLIENTS: readonly unknown[] = ['texts', 'suppressed'];

const isAboutClients = ({ changes }: Entry): boolean =>
  changes.some(({ path }) => OF_CLIENTS.includes(path[0]));

/** The same change the other way round. */
export const reversed = ({ path, before, after }: Change): Change => ({
  path,
  before: after,
  after: before,
});
