import { describe, expect, it, vi } from 'vitest';
import { MAX_QUOTED, MAX_RECORD, readRecord } from '../../../src/engine/bytes/record.ts';
import {
  CONTROL,
  ESCAPED,
  MALFORMED,
  NON_ASCII,
  QUOTED,
  RecordSpan,
  STRAY_QUOTE,
} from '../../../src/engine/bytes/record-span.ts';
import { bytesOf, cellsOf, readAll } from './records.ts';

// The largest records there are, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const COMMA = 0x2c;

const read = (
  text: string,
  { pos = 0, atEnd = true }: { pos?: number; atEnd?: boolean } = {},
): { status: string; span: RecordSpan } => {
  const span = new RecordSpan();
  const buf = bytesOf(text);
  return { status: readRecord(buf, pos, buf.length, atEnd, COMMA, span), span };
};

describe('fields', () => {
  it('are what stands between delimiters', () => {
    expect(cellsOf(readAll('a,b,\n,,c'))).toEqual([
      ['a', 'b', ''],
      ['', '', 'c'],
    ]);
  });

  it.each([',', ';', '\t', '|'])('may be separated by %j', (delimiter) => {
    const others = [',', ';', '\t', '|'].filter((other) => other !== delimiter).join('');
    expect(cellsOf(readAll(`a${others}${delimiter}"b${delimiter}"`, delimiter))).toEqual([
      [`a${others}`, `b${delimiter}`],
    ]);
  });

  it('keep the spaces around them, but for those outside quotes', () => {
    expect(cellsOf(readAll(' a , " b " ,\t"c"\n'))).toEqual([[' a ', ' b ', 'c']]);
  });

  it('may hold delimiters, line ends and doubled quotes inside quotes', () => {
    const [row] = readAll('"a,""b""","c\r\nd\re\nf",""\n');
    expect(row.cells).toEqual(['a,"b"', 'c\r\nd\re\nf', '']);
    expect(row.flags).toEqual([QUOTED | ESCAPED, QUOTED, QUOTED]);
  });

  it('hold quotes literally when they do not start with one', () => {
    const [row] = readAll('a"b",c""');
    expect(row.cells).toEqual(['a"b"', 'c""']);
    expect(row.flags).toEqual([STRAY_QUOTE, STRAY_QUOTE]);
  });

  it('with text after the closing quote are flagged and stay as they are', () => {
    const [row, next] = readAll('"a"b,"c" d"",x\n1,2,3\n');
    expect(row.cells).toEqual(['"a"b', '"c" d""', 'x']);
    expect(row.flags).toEqual([MALFORMED, MALFORMED | STRAY_QUOTE, 0]);
    expect(next.cells).toEqual(['1', '2', '3']);
    expect(next.line).toBe(2);
  });

  it('are flagged for what they hold', () => {
    const [row] = readAll('a\0,"\x1f\n",ж,"é\x7f",\x01"a,"\x02"b');
    expect(row.flags).toEqual([
      CONTROL,
      QUOTED | CONTROL,
      NON_ASCII,
      QUOTED | CONTROL | NON_ASCII,
      CONTROL | STRAY_QUOTE,
      MALFORMED | CONTROL,
    ]);
  });

  it('may be more than the span has room for', () => {
    const span = new RecordSpan();
    const row = Array.from({ length: 1000 }, (_, i) => String(i)).join(',');
    const buf = bytesOf(`${row}\n`);
    expect(readRecord(buf, 0, buf.length, true, COMMA, span)).toBe('record');
    expect(span.count).toBe(1000);
    expect(span.ends[999] - span.starts[999]).toBe(3);
    expect(readAll(`${row}\n`)[0].cells).toEqual(row.split(','));
  });

  it('sum up their flags', () => {
    const { span } = read('a,"b"x,\0\n');
    expect(span.anyFlags).toBe(MALFORMED | CONTROL);
  });
});

describe('line ends', () => {
  it('are LF, CRLF, CR, as they come', () => {
    const seen = readAll('a\nb\r\nc\rd\r\r\ne');
    expect(seen.map(({ status, line }) => [status, line])).toEqual([
      ['record', 1],
      ['record', 2],
      ['record', 3],
      ['record', 4],
      ['blank', 5],
      ['record', 6],
    ]);
  });

  it('count as physical lines inside quotes too', () => {
    const seen = readAll('"a\r\nb\rc\n",1\nd\n');
    expect(seen.map(({ line }) => line)).toEqual([1, 5]);
  });

  it.each(['\n', '\r\n', '\r', ''])('end a quoted field as %j', (lineEnd) => {
    const seen = readAll(`"a"${lineEnd}`);
    expect(cellsOf(seen)).toEqual([['a']]);
  });

  it('are known to be missing', () => {
    expect(read('a\n').span.terminated).toBe(true);
    expect(read('a').span.terminated).toBe(false);
    expect(read('a\r').span.terminated).toBe(true);
    expect(read('"a\r').status).toBe('unclosed-quote');
  });
});

describe('blank records', () => {
  it.each([
    '\n',
    ' \n',
    ',,\n',
    '\t, ,\r',
    '\u00a0,\u200b\n',
    '\ufeff\n',
    '\u202f\u2060',
    '\u3000',
    '\v',
    ' ',
  ])('%j is one', (text) => {
    expect(read(text).status).toBe('blank');
  });

  it.each(['a', ',0', '""', '-', 'ж', '\u00a1', '\u2014', '\ufeffa', '\uffff', '\u3042', '😀'])(
    '%j is none',
    (text) => {
      expect(read(text).status).toBe('record');
    },
  );

  it('is none when only half a space stands there', () => {
    const halves = [[0xc2], [0xe2, 0x80], [0xef, 0xbb], [0xef, 0xbc, 0xbf]];
    halves.push([0xef, 0x7b, 0xbf], [0xe2, 0x80, 0x4b], [0xc2, 0x41], [0xff, 0xbb, 0xbf]);
    for (const bytes of halves) {
      const span = new RecordSpan();
      const buf = Uint8Array.from(bytes);
      expect(readRecord(buf, 0, buf.length, true, COMMA, span)).toBe('record');
    }
  });
});

describe('a buffer that ends early', () => {
  it.each([
    'a', // no line end
    'a\r', // perhaps CRLF
    '"a', // in quotes
    '"a"', // perhaps a doubled quote
    '"a\r', // perhaps CRLF, in quotes
    '"a" ', // perhaps malformed
    '"a"\r',
    '   ',
    'a,',
  ])('%j asks for more', (text) => {
    expect(read(text, { atEnd: false }).status).toBe('need-more');
  });

  it('is enough when the record is whole', () => {
    expect(read('a\n', { atEnd: false }).status).toBe('record');
    expect(read('a\rb', { atEnd: false }).status).toBe('record');
  });

  it('changes nothing, however small its steps', () => {
    const text = 'a,"b""\r\nc" ,d\r\n\r"e"f,\r\n"x\ny"z\n"never\nclosed';
    const whole = readAll(text);
    for (let chunk = 1; chunk < text.length; chunk++) {
      expect(readAll(text, ',', chunk)).toEqual(whole);
    }
  });
});

describe('an unclosed quote', () => {
  it('costs the line where it opened', () => {
    const seen = readAll('1,"a\n2,b\n3,c\n');
    expect(seen.map(({ status, line }) => [status, line])).toEqual([
      ['unclosed-quote', 1],
      ['record', 2],
      ['record', 3],
    ]);
    expect(seen[0].cells).toEqual(['1']);
  });

  it('in the last line costs that line', () => {
    expect(readAll('1,a\n2,"b').map(({ status }) => status)).toEqual(['record', 'unclosed-quote']);
  });

  it('is told from the opening quote of a later cell', () => {
    const seen = readAll('1,"a\n2,"b",x\n3,c\n');
    expect(seen.map(({ status, line, cells }) => [status, line, cells])).toEqual([
      ['unclosed-quote', 1, ['1']],
      ['record', 2, ['2', 'b', 'x']],
      ['record', 3, ['3', 'c']],
    ]);
  });

  it('below the first line of its record is named by its own line', () => {
    const { status, span } = read('"a\r\nb","c\rd\n');
    expect(status).toBe('unclosed-quote');
    expect([span.quoteLine, span.lineEnds, span.next]).toEqual([1, 2, 10]);
  });

  it('is one after MAX_QUOTED bytes, whatever follows', () => {
    const opened = bytesOf(`1,"a\n2,${'x'.repeat(MAX_QUOTED)}"\n3,c\n`);
    expect(readAll(opened).map(({ status, line }) => [status, line])).toEqual([
      ['unclosed-quote', 1],
      ['record', 2],
      ['record', 3],
    ]);
  });

  // Quadratic time would be hours, not the seconds a test may take.
  it.each(['1,"a\n', '1,"""a\n', '1,"a""\n', '"\n', '",\n'])(
    'in each of many lines %j does not add up',
    (line) => {
      const seen = readAll(line.repeat(200_000));
      expect(seen.length).toBeGreaterThan(50_000);
    },
  );
});

describe('sizes to be survived', () => {
  it('a cell of 10 MB and a line of 5 MB', () => {
    const cell = 'x\n'.repeat(5 * 1024 * 1024);
    const line = 'y'.repeat(5 * 1024 * 1024);
    const seen = readAll(`1,"${cell}"\n2,${line}\n3,z\n`, ',', 4 * 1024 * 1024);
    expect(seen.map(({ cells }) => cells[1].length)).toEqual([cell.length, line.length, 1]);
    expect(seen[2].line).toBe(5 * 1024 * 1024 + 3);
  });

  const span = new RecordSpan();
  const long = new Uint8Array(MAX_RECORD + 10).fill(0x78);

  it('a record beyond MAX_RECORD is too long, seen at once or by and by', () => {
    expect(readRecord(long, 0, long.length, true, COMMA, span)).toBe('too-long');
    expect(span.next).toBe(MAX_RECORD);
    expect(readRecord(long, 0, MAX_RECORD, false, COMMA, span)).toBe('need-more');
    expect(readRecord(long, 0, MAX_RECORD + 1, false, COMMA, span)).toBe('too-long');
    expect(readRecord(long, 10, long.length, true, COMMA, span)).toBe('record');
  });

  it('a quoted line beyond MAX_QUOTED is too long, not unclosed', () => {
    const quoted = long.slice();
    quoted[0] = 0x22;
    expect(readRecord(quoted, 0, quoted.length, true, COMMA, span)).toBe('too-long');
    expect(span.next).toBe(MAX_QUOTED + 1);
    expect(readRecord(quoted, 0, MAX_QUOTED + 1, false, COMMA, span)).toBe('need-more');
    expect(readRecord(quoted, 0, MAX_QUOTED + 1, true, COMMA, span)).toBe('unclosed-quote');
  });

  it.each([
    ['a quote', '"', ''],
    ['a CR in quotes', '"', '\r'],
    ['a closing quote', '"', '"'],
    ['a space after it', '"', '" '],
    ['a CR', '', '\r'],
  ])('%s at the very border is too long', (_, open, close) => {
    const record = new Uint8Array(MAX_RECORD + 10).fill(0x78);
    record[MAX_RECORD - 10] = COMMA;
    record.set(bytesOf(open), MAX_RECORD - 9);
    record.set(bytesOf(close), MAX_RECORD - close.length);
    expect(readRecord(record, 0, record.length, true, COMMA, span)).toBe('too-long');
    expect(span.next).toBeLessThanOrEqual(MAX_RECORD);
  });
});
