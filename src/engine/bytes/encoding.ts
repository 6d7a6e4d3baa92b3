import type { Outcome } from '../kernel/fault.ts';
import { cyrillicEvidence } from './cyrillic-evidence.ts';
import { sniffFormat, sniffText } from './sniff-format.ts';
import { CUT, utf8SequenceLength } from './utf8-sequence.ts';
import { widePattern } from './wide-pattern.ts';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

export interface Encoding {
  readonly name: EncodingName;
  readonly bom: boolean;
  /**
   * What decided. `only-ascii`: the bytes fit any encoding here, a later part of the file may show
   * otherwise. `assumed`: windows-1251 with too few letters to rule its relatives out.
   */
  readonly by: 'bom' | 'only-ascii' | 'validated' | 'nul-pattern' | 'letters' | 'assumed';
}

interface EncodingRefusal {
  readonly code: 'not-text' | 'encoding-unsupported';
  /** What it is instead: a format (PNG, XLSX, …, '' for unknown) or an encoding ('' for unknown). */
  readonly name: string;
}

type Decision = Outcome<Encoding, EncodingRefusal>;

/**
 * Tells a file's encoding from its first bytes; `complete` when they are the whole file. Meant for
 * a head of some 64 KiB and more: the more of the file's words it holds, the surer the answer.
 */
export const detectEncoding = (head: Uint8Array, complete: boolean): Decision => {
  const format = sniffFormat(head);
  if (format !== null) return refuse('not-text', format);

  const bom = BOMS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (bom !== undefined) {
    return bom.supported
      ? textOrRefusal(head.subarray(bom.bytes.length), bom.name, { bom: true, by: 'bom' })
      : refuse('encoding-unsupported', bom.name);
  }

  const wide = widePattern(head);
  if (wide === 'UTF-32') return refuse('encoding-unsupported', wide);
  if (wide !== null) return textOrRefusal(head, wide, { bom: false, by: 'nul-pattern' });

  const census = plainCensus(head) ?? takeCensus(head, complete);
  if (isBinary(census, head.length)) return refuse('not-text', '');
  const text = sniffText(latin1.decode(head.subarray(0, SNIFFED)));
  if (text !== null) return refuse('not-text', text);
  return decideNarrow(head, census);
};

const BOMS: readonly (
  | { readonly bytes: readonly number[]; readonly supported: true; readonly name: EncodingName }
  | { readonly bytes: readonly number[]; readonly supported: false; readonly name: string }
)[] = [
  { bytes: [0xef, 0xbb, 0xbf], supported: true, name: 'utf-8' },
  // Before UTF-16, whose BOM this one starts with.
  { bytes: [0xff, 0xfe, 0, 0], supported: false, name: 'UTF-32' },
  { bytes: [0, 0, 0xfe, 0xff], supported: false, name: 'UTF-32' },
  { bytes: [0xff, 0xfe], supported: true, name: 'utf-16le' },
  { bytes: [0xfe, 0xff], supported: true, name: 'utf-16be' },
  { bytes: [0x2b, 0x2f, 0x76, 0x38], supported: false, name: 'UTF-7' },
  { bytes: [0x84, 0x31, 0x95, 0x33], supported: false, name: 'GB18030' },
];

/** Bytes of a file's beginning in which HTML, XML and JSON are looked for. */
const SNIFFED = 4096;

const latin1 = new TextDecoder('latin1');

const refuse = (code: EncodingRefusal['code'], name: string): Decision => ({
  ok: false,
  fault: { code, name },
});

const textOrRefusal = (
  body: Uint8Array,
  name: EncodingName,
  rest: Omit<Encoding, 'name'>,
): Decision => {
  const format = sniffText(new TextDecoder(name).decode(body.subarray(0, SNIFFED)));
  return format === null ? { ok: true, value: { name, ...rest } } : refuse('not-text', format);
};

interface Census {
  /** Bytes in well-formed sequences of two and more; where nothing is odd, 1 stands for any number of them. */
  readonly multibyte: number;
  readonly illFormed: number;
  readonly nul: number;
  /** Control characters but NUL and white space. */
  readonly control: number;
}

/** That of plain text, as nearly all is: the host's decoder looks at its bytes sooner than a cold loop. */
const plainCensus = (head: Uint8Array): Census | null => {
  try {
    const text = strict.decode(head);
    if (CONTROL.test(text)) return null;
    return { multibyte: BEYOND_ASCII.test(text) ? 1 : 0, illFormed: 0, nul: 0, control: 0 };
  } catch {
    return null;
  }
};

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Below the space, but for white space. */
const CONTROL = /[^\P{Cc}\t-\r\x7f-\x9f]/u;
const BEYOND_ASCII = /[^\0-\x7f]/;

const takeCensus = (head: Uint8Array, complete: boolean): Census => {
  let multibyte = 0;
  let illFormed = 0;
  let nul = 0;
  let control = 0;
  for (let p = 0; p < head.length;) {
    const byte = head[p];
    if (byte < 0x80) {
      if (byte === 0) nul++;
      else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) control++;
      p++;
      continue;
    }
    const length = utf8SequenceLength(head, p, head.length);
    if (length === CUT) {
      if (complete) illFormed++;
      break;
    }
    if (length > 1) multibyte += length;
    else illFormed++;
    p += Math.max(1, length);
  }
  return { multibyte, illFormed, nul, control };
};

const isBinary = ({ nul, control, illFormed }: Census, length: number): boolean =>
  nul > length * 0.3 || (control > 16 && control > length * (illFormed > 0 ? 0.05 : 0.3));

const decideNarrow = (head: Uint8Array, { multibyte, illFormed }: Census): Decision => {
  // A few damaged bytes flag their rows; they do not make a file another encoding.
  if (multibyte > illFormed || illFormed === 0) {
    const by = multibyte === 0 ? 'only-ascii' : 'validated';
    return { ok: true, value: { name: 'utf-8', bom: false, by } };
  }
  const { name, proven } = cyrillicEvidence(head);
  if (name !== 'windows-1251') return refuse('encoding-unsupported', name);
  return { ok: true, value: { name, bom: false, by: proven ? 'letters' : 'assumed' } };
};
