import type { JsonReader } from '../engine/benefits/json-reader.ts';

/** Any text up to a length, for what a person's files are called and say. */
export const longText = (
  value: unknown,
  path: string,
  most: number,
  reader: JsonReader,
): string => {
  if (typeof value !== 'string') reader.note('wrong-type', path, '');
  else if (value.length > most) reader.note('too-long', path, '');
  else return value;
  return '';
};
