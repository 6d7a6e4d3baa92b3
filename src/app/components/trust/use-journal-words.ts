import { useLanguage } from '../../composables/use-language.ts';
import type { JournalEntry } from './journal-entry.ts';

/** More changes than this are counted, not listed. */
const MAX_LISTED = 4;
const MAX_VALUE = 90;
/** Of a list of files or of clients. */
const MAX_NAMES = 5;

interface JournalLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What a decision about many texts makes of them. */
const OF_MANY: Readonly<Record<string, 'approved' | 'rejected' | 'new' | undefined>> = {
  approve: 'approved',
  reject: 'rejected',
  reset: 'new',
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const nameIn = (value: unknown): string =>
  isFields(value) && typeof value.name === 'string' ? value.name : String(value);
/** What a person has not answered is not worth a word. */
const isAnswered = (value: unknown): boolean =>
  value !== null && !(isFields(value) && Object.keys(value).length === 0);

/** What a person reads of an entry. Values are somebody's text: cut short, never acted on. */
export const useJournalWords = () => {
  const { words, format, fill } = useLanguage();

  const listOf = (values: readonly unknown[]): string => {
    const names = values.slice(0, MAX_NAMES).map(nameIn).join(', ');
    const more = values.length - MAX_NAMES;
    const { record } = words.value.project;
    return more > 0 ? `${names} ${fill(record.more, { n: format.value.number(more) })}` : names;
  };
  /** The state of a text, with a person's own words; or what was done to many of them. */
  const textOf = ({ state, text, kind, clients }: Fields): string => {
    const { stateOf, state: statesOf, count } = words.value.texts.reviewing;
    if (typeof state === 'string' && Object.hasOwn(stateOf, state)) {
      const name = stateOf[state as keyof typeof stateOf];
      return state === 'edited' ? `${name}: ${String(text)}` : name;
    }
    const became = OF_MANY[String(kind)];
    const texts = format.value.count(count, Number(clients));
    return became === undefined ? texts : `${statesOf[became]}: ${texts}`;
  };
  const plain = (value: unknown, part: unknown): string | null => {
    if (Array.isArray(value)) return value.length === 0 ? null : listOf(value);
    if (!isFields(value)) return isAnswered(value) ? String(value) : null;
    if (part === 'texts') return textOf(value);
    if (part === 'sources') return words.value.app.empty.demo;
    const answered = Object.entries(value).filter(([, answer]) => isAnswered(answer));
    return answered.length === 0
      ? null
      : answered.map(([name, answer]) => `${name}: ${JSON.stringify(answer)}`).join(', ');
  };
  const valueOf = (value: unknown, part: unknown): string => {
    const text = plain(value, part) ?? words.value.project.record.nothing;
    return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
  };
  const nameOf = ([part, ...rest]: readonly (string | number)[]): string => {
    const { parts } = words.value.project.record;
    const name = Object.hasOwn(parts, part) ? parts[part as keyof typeof parts] : String(part);
    return rest.length === 0 ? name : `${name} · ${rest.join('.')}`;
  };

  return {
    linesOf: ({ kind, changes }: JournalEntry): JournalLine[] => {
      const { record } = words.value.project;
      const begin = kind === 'change' ? '' : record.kinds[kind];
      const lines = changes.slice(0, MAX_LISTED).map(({ path, before, after }) => ({
        what: [begin, nameOf(path)].filter(Boolean).join(': '),
        before: valueOf(before, path[0]),
        after: valueOf(after, path[0]),
      }));
      const seen = kind === 'load' ? lines.filter(({ before, after }) => before !== after) : lines;
      if (seen.length === 0) return [{ what: begin, before: '', after: '' }];
      if (changes.length <= MAX_LISTED) return seen;
      const more = fill(record.more, { n: format.value.number(changes.length - MAX_LISTED) });
      return [...seen, { what: more, before: '', after: '' }];
    },
  };
};
