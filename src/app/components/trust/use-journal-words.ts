import { useLanguage } from '../../composables/use-language.ts';
import type { JournalEntry } from './journal-entry.ts';

/** More changes than this are counted, not listed. */
const MAX_LISTED = 4;
const MAX_VALUE = 90;

interface JournalLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What a person reads of an entry. Values are somebody's text: cut short, never read as anything. */
export const useJournalWords = () => {
  const { words, fill } = useLanguage();

  const valueOf = (value: unknown): string => {
    const empty = Array.isArray(value) ? value.length === 0 : value === null || value === undefined;
    if (empty) return words.value.project.record.nothing;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
  };
  const nameOf = ([part, ...rest]: readonly (string | number)[]): string => {
    const { parts } = words.value.project.record;
    const name = part in parts ? parts[part as keyof typeof parts] : String(part);
    return rest.length === 0 ? name : `${name} · ${rest.join('.')}`;
  };

  return {
    linesOf: ({ kind, changes }: JournalEntry): JournalLine[] => {
      const { record } = words.value.project;
      const before = kind === 'change' ? '' : record.kinds[kind];
      const lines = changes
        .filter(({ before: was, after }) => JSON.stringify(was) !== JSON.stringify(after))
        .slice(0, MAX_LISTED)
        .map((change) => ({
          what: [before, nameOf(change.path)].filter(Boolean).join(': '),
          before: valueOf(change.before),
          after: valueOf(change.after),
        }));
      if (lines.length === 0) return [{ what: before, before: '', after: '' }];
      if (changes.length <= MAX_LISTED) return lines;
      const more = fill(record.more, { n: String(changes.length - MAX_LISTED) });
      return [...lines, { what: more, before: '', after: '' }];
    },
  };
};
