import type { EncodingName } from '../bytes/encoding.ts';
import { createTranscoder } from '../bytes/transcoder.ts';
import { readAmount } from '../rows/amount.ts';
import { readDate } from '../rows/date.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { decimalText } from './decimal-text.ts';

/** What a person is shown to choose between: by answer, what a text of the file would be. */
export type Readings = Readonly<Record<string, string>>;

/** A text like `1,289` under either decimal mark, as decimal numbers with a point. */
export const amountReadings = (text: string, vocabulary: Vocabulary): Readings => {
  const reading = readAmount(text, null, vocabulary);
  if (reading.kind !== 'ambiguous') return {};
  return {
    '.': decimalText(BigInt(reading.asPoint)),
    ',': decimalText(BigInt(reading.asComma)),
  };
};

/** A text like `03/04/2025` in either order, as ISO dates. */
export const dateReadings = (text: string): Readings => {
  const reading = readDate(text, null);
  if (reading.kind !== 'ambiguous') return {};
  const iso = ({ month, day }: typeof reading.asDmy): string =>
    [Math.floor(month / 12), (month % 12) + 1, day]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return { dmy: iso(reading.asDmy), mdy: iso(reading.asMdy) };
};

const AROUND = 40;
const CHOICES = ['utf-8', 'windows-1251'] as const satisfies readonly EncodingName[];

/** The first letters beyond ASCII in some bytes, and what stands around them in their line, in either encoding. */
export const encodingReadings = (bytes: Uint8Array): Readings => {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  if (at < 0) return {};
  const isEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d;
  const before = bytes.subarray(Math.max(0, at - AROUND), at);
  const behind = bytes.subarray(at, at + AROUND);
  const end = behind.findIndex(isEnd);
  const line = bytes.subarray(
    at - before.length + before.findLastIndex(isEnd) + 1,
    at + (end < 0 ? behind.length : end),
  );
  return Object.fromEntries(CHOICES.map((encoding) => [encoding, textOf(line, encoding)]));
};

const textOf = (bytes: Uint8Array, encoding: EncodingName): string => {
  const transcoder = createTranscoder(encoding);
  const start = decoder.decode(transcoder.push(bytes).slice());
  return start + decoder.decode(transcoder.end());
};

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
