import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from '../../../src/engine/stream/code-point-order.ts';
import { LineSplitter } from '../../../src/engine/stream/line-splitter.ts';
import { escapeCell, unescapeCell } from '../../../src/engine/stream/tsv-cell.ts';
import { tsvRow } from '../../../src/engine/stream/tsv-row.ts';

const texts = fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'n', 't', 'N', 'я', '0') });

const split = (bytes: Uint8Array, cuts: readonly number[]): (string | null)[] => {
  const lines: (string | null)[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  [...ends, bytes.length].reduce((from, to) => {
    splitter.push(bytes.subarray(from, to));
    return to;
  }, 0);
  splitter.end();
  return lines;
};

const encoder = new TextEncoder();

describe('cells', () => {
  it('come back as they went, on one line and without a tab', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = escapeCell(text);
        expect(cell).not.toMatch(/[\t\n\r]/);
        expect(cell).not.toBe('\\N');
        expect(unescapeCell(cell)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('name the escape that there is none of', () => {
    expect(unescapeCell('a\\tb\\x')).toEqual({ ok: false, fault: '\\x' });
    expect(unescapeCell('a\\')).toEqual({ ok: false, fault: '\\' });
  });

  it('are null where there is no figure', () => {
    expect(tsvRow(['7', '', 1.5, 'a\tb'])).toBe('7\t\\N\t1.5\ta\\tb\n');
  });
});

describe('lines', () => {
  it('are the same for bytes in any pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zя😀\t]{0,9}$/u), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (lines, cuts) => {
          const text = lines.map((line) => `${line}\n`).join('');
          expect(split(encoder.encode(text), cuts)).toEqual(lines);
        },
      ),
    );
  });

  it('end with a carriage return too, and the last one with nothing', () => {
    expect(split(encoder.encode('a\r\nb'), [])).toEqual(['a', 'b']);
  });

  it('that are too long are left out, whole, and the next ones are not', () => {
    const long = 'x'.repeat((1 << 24) + 1);
    expect(split(encoder.encode(`a\n${long}\nb\n${long}`), [5, 1 << 22, 1 << 23])).toEqual([
      'a',
      null,
      'b',
      null,
    ]);
  });
});

describe('the order of codes', () => {
  it('is that of their UTF-8 bytes', () => {
    const codes = fc.string({
      unit: fc.constantFrom('a', '1', 'я', '\ud7ff', '\uffee', '😀'),
      maxLength: 5,
    });
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareCodePoints(a, b))).toBe(bytes);
      }),
    );
  });
});
