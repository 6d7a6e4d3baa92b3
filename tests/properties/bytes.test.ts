import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CsvWriter } from '../../src/engine/bytes/csv-writer.ts';
import { defuse } from '../../src/engine/bytes/csv-row.ts';
import type { CsvCell } from '../../src/engine/bytes/csv-row.ts';
import { detectDialect } from '../../src/engine/bytes/dialect.ts';
import { detectEncoding } from '../../src/engine/bytes/encoding.ts';
import type { EncodingName } from '../../src/engine/bytes/encoding.ts';
import { guessRecordStart } from '../../src/engine/bytes/line-start.ts';
import { createTranscoder } from '../../src/engine/bytes/transcoder.ts';
import { bytesOf, cellsOf, readAll } from '../engine/bytes/records.ts';

const delimiters = fc.constantFrom(',', ';', '\t', '|');
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
const chunkSizes = fc.integer({ min: 1, max: 40 });

/** Few characters, and those the ones that matter, so that they meet. */
const nasty = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom(
      '"',
      '"',
      ',',
      ';',
      '|',
      '\n',
      '\r',
      ' ',
      '\t',
      'a',
      '7',
      'ж',
      '😀',
      '\0',
      '=',
    ),
    maxLength,
  });

/** Every file RFC 4180 allows, with any delimiter and line end; a cell is quoted if it must be, or at will. */
const rfc4180 = fc
  .record({
    delimiter: delimiters,
    lineEnd: lineEnds,
    rows: fc.array(
      fc.array(fc.record({ text: nasty(8), quote: fc.boolean() }), { minLength: 1, maxLength: 5 }),
      { minLength: 1, maxLength: 8 },
    ),
    terminated: fc.boolean(),
  })
  .map(({ delimiter, lineEnd, rows, terminated }) => {
    const field = ({ text, quote }: { text: string; quote: boolean }): string =>
      quote || /["\r\n]/.test(text) || text.includes(delimiter)
        ? `"${text.replaceAll('"', '""')}"`
        : text;
    const lines = rows.map((row) => row.map(field).join(delimiter));
    const cells = rows.map((row) => row.map(({ text }) => text));
    // Nothing without a line end after it is no row.
    if (!terminated && lines.at(-1) === '') cells.pop();
    return { delimiter, lineEnd, cells, text: lines.join(lineEnd) + (terminated ? lineEnd : '') };
  })
  .filter(({ text }) => text !== '');

describe('the reader', () => {
  it('gives what was written', () => {
    fc.assert(
      fc.property(rfc4180, ({ text, delimiter, cells }) => {
        expect(cellsOf(readAll(text, delimiter))).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with Papa Parse on every RFC 4180 file, at any chunk size', () => {
    fc.assert(
      fc.property(rfc4180, chunkSizes, ({ text, delimiter, lineEnd }, chunk) => {
        const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: lineEnd });
        // Papa takes the nothing after the last line end for a row.
        if (data.at(-1)?.join() === '' && text.endsWith(lineEnd)) data.pop();
        expect(errors).toEqual([]);
        expect(cellsOf(readAll(text, delimiter))).toEqual(data);
        expect(cellsOf(readAll(text, delimiter, chunk))).toEqual(data);
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same of any text at any chunk size', () => {
    fc.assert(
      fc.property(nasty(60), chunkSizes, delimiters, (text, chunk, delimiter) => {
        expect(readAll(text, delimiter, chunk)).toEqual(readAll(text, delimiter));
      }),
      { numRuns: 2000 },
    );
  });

  it('counts physical lines, whatever the text', () => {
    fc.assert(
      fc.property(nasty(60), (text) => {
        const whole = `${text}\n`;
        const lines = whole.split(/\r\n|\r|\n/).length - 1;
        const last = readAll(`${whole}x\n`).at(-1);
        if (last?.status === 'record' && last.cells[0] === 'x') expect(last.line).toBe(lines + 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), chunkSizes, (bytes, chunk) => {
        expect(readAll(bytes, ',', chunk)).toEqual(readAll(bytes));
      }),
    );
  });
});

describe('the writer', () => {
  const cells = fc.array(
    fc.array(
      fc.oneof(
        fc
          .string({ unit: 'binary' })
          .map((text) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text))),
        nasty(6),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  );

  it('and the reader together change nothing but formulas', () => {
    fc.assert(
      fc.property(
        cells,
        delimiters,
        fc.integer({ min: 1, max: 50 }),
        (rows, delimiter, chunkSize) => {
          const bytes: number[] = [];
          const writer = new CsvWriter((chunk) => bytes.push(...chunk), { delimiter, chunkSize });
          for (const row of rows) writer.write(row);
          writer.end();
          const textOf = (cell: CsvCell): string =>
            typeof cell === 'number' ? String(cell) : defuse(cell);
          const transcoder = createTranscoder('utf-8');
          const records = readAll(transcoder.push(Uint8Array.from(bytes)).slice(), delimiter);
          expect(records.map(({ status }) => status)).toEqual(rows.map(() => 'record'));
          expect(cellsOf(records)).toEqual(rows.map((row) => row.map(textOf)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('lets no text through that starts a formula', () => {
    const before = fc.string({
      unit: fc.constantFrom('\ufeff', '\u200b', '\u00a0', '"', '\u0003'),
    });
    fc.assert(
      fc.property(
        before,
        fc.constantFrom(...Array.from('=+-@＝＋－＠\t\r\n\0')),
        nasty(5),
        (skipped, sign, rest) => {
          const text = defuse(skipped + sign + rest);
          expect(text.startsWith("'") || /^[\t\r\n\0]/.test(sign)).toBe(true);
          expect(text).not.toMatch(/^[\p{Cc}\p{Cf}\u00a0"]*[=+\-@＝＋－＠]/u);
        },
      ),
    );
  });
});

describe('encodings', () => {
  const encode = (text: string, name: EncodingName, bom: boolean): Uint8Array => {
    const whole = (bom ? '\ufeff' : '') + text;
    if (name === 'utf-8') return bytesOf(whole);
    const bytes = new DataView(new ArrayBuffer(whole.length * 2));
    for (let i = 0; i < whole.length; i++) {
      bytes.setUint16(i * 2, whole.charCodeAt(i), name === 'utf-16le');
    }
    return new Uint8Array(bytes.buffer);
  };

  const transcoded = (name: EncodingName, bytes: Uint8Array, chunk: number): Uint8Array => {
    const transcoder = createTranscoder(name);
    const out: number[] = [];
    for (let p = 0; p < bytes.length; p += chunk) {
      out.push(...transcoder.push(bytes.subarray(p, p + chunk)));
    }
    out.push(...transcoder.end());
    return Uint8Array.from(out);
  };

  const names = fc.constantFrom<EncodingName>('utf-8', 'utf-16le', 'utf-16be');

  it('of Unicode are told by their BOM and give back every text at any chunk size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), names, chunkSizes, (text, name, chunk) => {
        const bytes = encode(text, name, true);
        // NUL right after the BOM of UTF-16 is the BOM of UTF-32, and HTML is no table.
        const outcome = detectEncoding(bytes, true);
        if (outcome.ok) expect(outcome.value).toEqual({ name, bom: true, by: 'bom' });
        expect(transcoded(name, bytes, chunk)).toEqual(bytesOf(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('without a BOM are told all the same when rows of a table follow', () => {
    const cell = fc.string({
      unit: fc.constantFrom(...Array.from('абвгежиклмнопрст ABCxyz019')),
      maxLength: 9,
    });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, names, (table, name) => {
        const text = ['client_code;name;city', ...table.map((row) => row.join(';'))].join('\n');
        expect(detectEncoding(encode(text, name, false), true)).toMatchObject({
          ok: true,
          value: { name, bom: false },
        });
      }),
    );
  });

  it('of 8 bits give what TextDecoder gives', () => {
    fc.assert(
      fc.property(fc.uint8Array(), chunkSizes, (bytes, chunk) => {
        const expected = bytesOf(new TextDecoder('windows-1251').decode(bytes));
        expect(transcoded('windows-1251', bytes, chunk)).toEqual(expected);
      }),
    );
  });

  it('of any bytes are decided without a stumble', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, complete) => {
        detectEncoding(bytes, complete);
        detectDialect(bytes, complete, (cells) => Number(cells.includes('a')));
      }),
    );
  });
});

describe('a guessed record start', () => {
  it('is a true one when no cell holds a line end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '7', ' ', '""'), maxLength: 4 });
    const row = fc.tuple(cell, cell, cell).map((cells) => cells.map((text) => `"${text}"`).join());
    fc.assert(
      fc.property(fc.array(row, { minLength: 2 }), fc.nat(100), (rows, at) => {
        const buf = bytesOf(`${rows.join('\n')}\n`);
        const pos = Math.min(at, buf.length - 1);
        const start = guessRecordStart(buf, pos, buf.length, true, 0x2c, 3);
        expect(start).toBe(buf.indexOf(0x0a, pos) + 1);
      }),
    );
  });
});
