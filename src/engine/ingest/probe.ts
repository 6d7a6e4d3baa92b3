import type { ByteSource } from '../bytes/byte-source.ts';
import { detectDialect, type Dialect } from '../bytes/dialect.ts';
import { detectEncoding, type EncodingName } from '../bytes/encoding.ts';
import { createTranscoder } from '../bytes/transcoder.ts';
import type { Bytes } from '../kernel/units.ts';
import { type Header, readHeader, scoreHeader } from '../rows/header.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { provenDecimal, provenOrder } from './evidence.ts';
import type { FileDraft } from './file-draft.ts';
import type { MonthRows } from './month-window.ts';
import type { ReadingChoices } from './reading-choices.ts';
import { sampleEvidence } from './sample-evidence.ts';

const HEAD: Bytes = 1 << 18;

/** What a first look at a file came to; its plan and faults are in the draft. */
export interface Probe {
  /** Nothing beyond ASCII was seen: the rest of the file may be in another encoding. */
  readonly encodingOpen: boolean;
  readonly monthRows: MonthRows;
}

/** Looks at the head of a file and plans how to read it. */
export const probeFile = async (
  draft: FileDraft,
  file: number,
  choices: ReadingChoices,
  vocabulary: Vocabulary,
): Promise<Probe> => {
  const nothing: Probe = { encodingOpen: false, monthRows: {} };
  const { head, complete } = await readHead(draft.source);
  if (head.length === 0) {
    draft.report('empty-file', 0);
    return nothing;
  }
  const encoding = chooseEncoding(draft, head, complete, choices.encoding);
  if (encoding === null) return nothing;
  draft.encoding = encoding.name;

  const text = transcodeHead(head, encoding.name, complete);
  const dialect = chooseDialect(draft, text, complete, choices, vocabulary);
  if (dialect === null) return nothing;
  draft.delimiter = String.fromCharCode(dialect.delimiter);
  draft.headings = dialect.header;
  for (const { line, text: preamble } of dialect.preambleLines)
    draft.report('preamble', line, '', preamble);

  const header = readHeader(dialect.header, vocabulary, { map: choices.headings });
  reportHeader(draft, header, dialect);
  if (header.kind === null || draft.skipped) return nothing;

  const { evidence, monthRows } = sampleEvidence(
    text,
    dialect.dataStart,
    complete,
    dialect.delimiter,
    header.columns,
    vocabulary,
  );
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
    decimal: choices.decimal ?? provenDecimal(evidence),
    dateOrder: choices.dateOrder ?? provenOrder(evidence),
  };
  return { encodingOpen: encoding.open, monthRows };
};

const readHead = async (source: ByteSource): Promise<{ head: Uint8Array; complete: boolean }> => {
  const head = new Uint8Array(HEAD);
  let length = 0;
  for await (const chunk of source.read(
    0,
    source.size === null ? undefined : Math.min(HEAD, source.size),
  )) {
    const taken = chunk.subarray(0, HEAD - length);
    head.set(taken, length);
    length += taken.length;
    if (length === HEAD) return { head, complete: source.size === HEAD };
  }
  return { head: head.subarray(0, length), complete: true };
};

interface ChosenEncoding {
  readonly name: EncodingName;
  readonly bom: boolean;
  readonly open: boolean;
}

const chooseEncoding = (
  draft: FileDraft,
  head: Uint8Array,
  complete: boolean,
  choice: EncodingName | null,
): ChosenEncoding | null => {
  const detected = detectEncoding(head, complete);
  if (choice !== null) {
    return { name: choice, bom: detected.ok && detected.value.bom, open: false };
  }
  if (!detected.ok) {
    const { code, name } = detected.fault;
    draft.report(code === 'not-text' ? 'not-csv' : code, 0, '', name);
    return null;
  }
  const { name, bom, by } = detected.value;
  return { name, bom, open: by === 'only-ascii' };
};

const transcodeHead = (head: Uint8Array, encoding: EncodingName, complete: boolean): Uint8Array => {
  const transcoder = createTranscoder(encoding);
  const text = transcoder.push(head).slice();
  if (!complete) return text;
  const rest = transcoder.end();
  return rest.length === 0 ? text : Uint8Array.from([...text, ...rest]);
};

const chooseDialect = (
  draft: FileDraft,
  text: Uint8Array,
  complete: boolean,
  choices: ReadingChoices,
  vocabulary: Vocabulary,
): Dialect | null => {
  const found = detectDialect(
    text,
    complete,
    (cells) => scoreHeader(cells, vocabulary),
    choices.delimiter?.charCodeAt(0),
  );
  if (found.ok) return found.value;
  const { code, guess } = found.fault;
  // Headings mapped by hand may be all that tells the header.
  if (
    guess !== null &&
    readHeader(guess.header, vocabulary, { map: choices.headings }).kind !== null
  ) {
    return guess;
  }
  if (guess !== null) draft.headings = guess.header;
  draft.report(code, guess?.headerLine ?? 0, '', guess?.header.join(' | ') ?? '');
  return null;
};

const reportHeader = (draft: FileDraft, header: Header, dialect: Dialect): void => {
  const line = dialect.headerLine;
  const heading = (column: number): string => dialect.header[column];
  if (header.kind === null) {
    draft.report('unknown-kind', line, '', dialect.header.join(' | '));
    return;
  }
  for (const field of header.missingNeeded)
    draft.report('needed-column-missing', line, field, dialect.header.join(' | '));
  for (const { code, field } of header.missingExpected) draft.report(code, line, field);
  for (const column of header.unrecognised)
    draft.report('unrecognised-column', line, heading(column), heading(column));
  for (const column of header.lookAlikes)
    draft.report('look-alike-heading', line, heading(column), heading(column));
  for (const { columns, needed } of header.duplicates) {
    if (!needed) draft.report('duplicate-column', line, heading(columns[1]), heading(columns[1]));
  }
};
