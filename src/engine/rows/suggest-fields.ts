import { headingKey, valueKey } from '../kernel/text-key.ts';
import { readAmount } from './amount.ts';
import { readDate } from './date.ts';
import { foldLookAlikes } from './look-alikes.ts';
import { FIELDS, type Field, type Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

/** Shorter words are parts of too many others. */
const MIN_PART = 4;

/**
 * What the columns of a file may be, for a person to confirm: by a heading that holds a known one or
 * is held by it, else by values that are all words or forms of one field. Null: no idea. `rows` are
 * the first rows of the file.
 */
export const suggestFields = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  vocabulary: Vocabulary,
): (Field | null)[] => {
  const taken = new Set<Field>();
  return headings.map((heading, column) => {
    const values = rows.map((cells) => cells[column] ?? '').filter((cell) => cell !== '');
    const field = byHeading(heading, vocabulary) ?? byValues(values, vocabulary);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
};

const byHeading = (heading: string, vocabulary: Vocabulary): Field | null => {
  const key = foldLookAlikes(headingKey(heading));
  if (key.length < MIN_PART) return null;
  const alike = FIELDS.flatMap((field) =>
    [field, ...vocabulary.headings[field]]
      .map((known) => foldLookAlikes(headingKey(known)))
      .filter((known) => known.length >= MIN_PART && (key.includes(known) || known.includes(key)))
      .map((known) => ({ field, length: Math.min(known.length, key.length) })),
  );
  // The longest word in common says most.
  return alike.sort((a, b) => b.length - a.length).at(0)?.field ?? null;
};

const byValues = (values: readonly string[], vocabulary: Vocabulary): Field | null => {
  if (values.length === 0) return null;
  const { categories, types } = wordIndex(vocabulary);
  const all = (is: (value: string) => boolean): boolean => values.every(is);
  if (all((value) => readDate(value, null).kind !== 'bad')) return 'date';
  if (all((value) => categories.has(valueKey(value)))) return 'category';
  if (all((value) => types.has(valueKey(value)))) return 'type';
  const isMoney = (value: string): boolean =>
    /[.,]/.test(value) && readAmount(value, null, vocabulary).kind !== 'bad';
  return all(isMoney) ? 'amount' : null;
};
