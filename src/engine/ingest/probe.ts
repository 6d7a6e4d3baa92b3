import type { ByteSource } from '../bytes/byte-source.ts';
import { detectDialect, type Dialect } from '../bytes/dialect.ts';
import type { EncodingName } from '../bytes/encoding.ts';
import { createTranscoder } from '../bytes/transcoder.ts';
import type { Bytes } from '../kernel/units.ts';
import { readHeader, scoreHeader } from '../rows/header.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { chooseEncoding, type ChosenEncoding } from './choose-encoding.ts';
import { provenDecimal, provenOrder } from './evidence.ts';
import type { FileDraft } from './file-draft.ts';
import type { MonthRows } from './month-window.ts';
import type { ReadingChoices } from './reading-choices.ts';
import { encodingReadings } from './readings.ts';
import { reportHeader } from './report-header.ts';
import { sampleEvidence } from './sample-evidence.ts';
import type { FileText } from './settled-import.ts';
import { headKeyOf } from './skip-copies.ts';

const HEAD: Bytes = 1 << 16;

/** What a first look at a file came to; its plan and faults are in the draft. */
export interface Probe {
  /** Nothing beyond ASCII was seen: the rest of the file may be in another encoding. */
  readonly encodingOpen: boolean;
  readonly monthRows: MonthRows;
}

const NOTHING: Probe = { encodingOpen: false, monthRows: {} };

/** Looks at the head of a file and plans how to read it. */
export const probeFile = async (
  draft: FileDraft,
  file: number,
  choices: ReadingChoices,
  vocabulary: Vocabulary,
): Promise<Probe> => {
  const { head, complete } = await readHead(draft.source);
  if (head.length === 0) {
    draft.report('empty-file', 0);
    return NOTHING;
  }
  draft.headKey = headKeyOf(head);
  const encoding = chooseEncoding(draft, head, complete, choices.encoding);
  if (encoding === null) return NOTHING;
  draft.encoding = encoding.name;

  const text = transcodeHead(head, encoding.name, complete);
  const { dialect, guess } = chooseDialect(draft, text, complete, choices, vocabulary);
  if (guess !== null) draft.text = textOf(encoding, guess);
  if (dialect === null) return NOTHING;
  draft.delimiter = String.fromCharCode(dialect.delimiter);
  draft.headings = dialect.header;
  for (const { line, text: preamble } of dialect.preambleLines) {
    draft.report('preamble', line, '', preamble);
  }

  const header = readHeader(dialect.header, vocabulary, { map: choices.headings });
  reportHeader(draft, header, dialect);
  if (header.kind === null || draft.skipped) return NOTHING;

  const sample = sampleEvidence(text, complete, dialect, header.columns, vocabulary);
  if (encoding.assumed && !sample.vouchesForEncoding && hasLettersBeyondAscii(text)) {
    draft.report('encoding-ambiguous', 0, '', encoding.name, { readings: encodingReadings(head) });
    return NOTHING;
  }
  draft.plan = {
    file,
    name: draft.source.name,
    kind: header.kind,
    encoding: encoding.name,
    bom: encoding.bom,
    delimiter: dialect.delimiter,
    dataStart: dialect.dataStart,
    firstDataLine: dialect.firstDataLine,
    headings: dialect.header,
    columns: header.columns,
    twins: header.duplicates.filter(({ needed }) => needed),
    decimal: choices.decimal ?? provenDecimal(sample.evidence),
    dateOrder: choices.dateOrder ?? provenOrder(sample.evidence),
  };
  return { encodingOpen: encoding.open, monthRows: sample.monthRows };
};

const readHead = async (source: ByteSource): Promise<{ head: Uint8Array; complete: boolean }> => {
  const end = source.size === null ? undefined : Math.min(HEAD, source.size);
  const head = new Uint8Array(end ?? HEAD);
  let length = 0;
  for await (const chunk of source.read(0, end)) {
    const taken = chunk.subarray(0, head.length - length);
    head.set(taken, length);
    length += taken.length;
    if (length === HEAD) return { head, complete: source.size === HEAD };
  }
  return { head: head.subarray(0, length), complete: true };
};

const transcodeHead = (head: Uint8Array, encoding: EncodingName, complete: boolean): Uint8Array => {
  const transcoder = createTranscoder(encoding);
  const text = transcoder.push(head).slice();
  if (!complete) return text;
  const rest = transcoder.end();
  return rest.length === 0 ? text : Uint8Array.from([...text, ...rest]);
};

interface ChosenDialect {
  /** null when no row looks like a header, which has been reported. */
  readonly dialect: Dialect | null;
  /** The likeliest reading; null when there is no row at all. */
  readonly guess: Dialect | null;
}

const chooseDialect = (
  draft: FileDraft,
  text: Uint8Array,
  complete: boolean,
  choices: ReadingChoices,
  vocabulary: Vocabulary,
): ChosenDialect => {
  const found = detectDialect(
    text,
    complete,
    (cells) => scoreHeader(cells, vocabulary, { map: choices.headings }),
    choices.delimiter?.charCodeAt(0),
  );
  if (found.ok) return { dialect: found.value, guess: found.value };
  const { code, guess } = found.fault;
  if (guess !== null) {
    draft.headings = guess.header;
    draft.delimiter = String.fromCharCode(guess.delimiter);
  }
  // No row was found in a head that goes on: its first line is longer than any header.
  const isLongLine = code === 'empty-file' && !complete;
  const shown = guess?.header.join(' | ') ?? '';
  draft.report(isLongLine ? 'no-header' : code, guess?.headerLine ?? 0, '', shown);
  return { dialect: null, guess };
};

const textOf = (
  { name, bom }: ChosenEncoding,
  { delimiter, headerLine, header }: Dialect,
): FileText => ({ encoding: name, bom, delimiter, headerLine, headings: header });

const hasLettersBeyondAscii = (text: Uint8Array): boolean =>
  /[^\P{L}a-z]/iu.test(decoder.decode(text));

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
