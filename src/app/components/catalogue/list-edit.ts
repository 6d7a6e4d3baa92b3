/** Lists are changed by making new ones: the old one is what undo goes back to. */
export const replaceAt = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((old, index) => (index === at ? item : old));

export const removeAt = <T>(list: readonly T[], at: number): T[] =>
  list.filter((_, index) => index !== at);

export const swapWithNext = <T>(list: readonly T[], at: number): T[] =>
  list.map((old, index) => (index === at ? list[at + 1] : index === at + 1 ? list[at] : old));

/** Without its fields that are undefined: left out is how a catalogue says "none". */
export const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** «a; b» → its parts, trimmed, none empty. */
export const splitList = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
