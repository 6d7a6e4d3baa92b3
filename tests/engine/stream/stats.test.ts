import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimCell } from '../../../src/engine/kernel/text-key.ts';
import { mergeStats } from '../../../src/engine/stream/merge-stats.ts';
import { parseStats } from '../../../src/engine/stream/parse-stats.ts';
import { settleStats } from '../../../src/engine/stream/settle-stats.ts';
import { MAX_SPELLINGS, type StreamStats } from '../../../src/engine/stream/stream-stats.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { drawnRows } from '../../fixtures/draw-rows.ts';
import { statsOf } from '../../fixtures/read-stream.ts';
import { streamLines } from '../../fixtures/stream-lines.ts';

const mergeAll = (parts: readonly StreamStats[]): StreamStats =>
  parts.reduce((sum, part) => {
    const merged = mergeStats(sum, part);
    if (!merged.ok) throw new Error(merged.fault);
    return merged.value;
  });

const partOf = (lines: readonly string[], part: number): string[] =>
  lines.filter((line) => {
    const code = trimCell(line.slice(0, line.indexOf('\t')));
    return (
      Array.from(code, (letter) => letter.charCodeAt(0)).reduce((a, b) => a + b, 0) % 3 === part
    );
  });

const survey = (clients: number, dump: [number, number][]): StreamStats['surveys'][number] => ({
  ...{ catalogue: 'c', frame: 'f', clients },
  metrics: { spend: dump },
});

describe('statistics', () => {
  it('of parts, merged in any order, are those of the whole, to the byte', () => {
    fc.assert(
      fc.property(drawnRows, fc.constantFrom([0, 1, 2], [2, 0, 1], [1, 2, 0]), (drawn, order) => {
        const lines = streamLines({ ...drawn });
        const parts = order.map((part) => statsOf(partOf(lines, part)));
        const whole = JSON.stringify(mergeAll([statsOf(lines), statsOf([])]));
        expect(JSON.stringify(mergeAll(parts))).toBe(whole);
        const [a, b, c] = parts;
        expect(JSON.stringify(mergeAll([a, mergeAll([b, c])]))).toBe(whole);
        expect(parseStats(whole)).toEqual({ ok: true, value: JSON.parse(whole) as unknown });
      }),
    );
  });

  it('merge surveys of one catalogue and frame, and keep others apart', () => {
    const none = { ...statsOf([]), period: null };
    const a = { ...none, surveys: [survey(2, [[3, 2]])] };
    const b = {
      ...none,
      surveys: [
        survey(3, [
          [3, 1],
          [7, 2],
        ]),
        { ...survey(1, []), frame: 'g' },
      ],
    };
    for (const merged of [mergeAll([a, b]), mergeAll([b, a])]) {
      expect(merged.surveys).toEqual([
        survey(5, [
          [3, 3],
          [7, 2],
        ]),
        { ...survey(1, []), frame: 'g' },
      ]);
      expect(merged.period).toBeNull();
    }
  });

  it('of two populations do not merge', () => {
    const a = statsOf([]);
    const other = (choices: Partial<StreamStats['choices']>): StreamStats => ({
      ...a,
      choices: { ...a.choices, ...choices },
    });
    expect(mergeStats(a, other({ fx: { KZT: 1 } }))).toEqual({ ok: false, fault: 'fx' });
    expect(mergeStats(other({ months: 3 }), other({ months: 4 }))).toMatchObject({
      fault: 'months',
    });
    expect(mergeStats(other({ months: 3 }), a)).toMatchObject({
      value: { choices: { months: 3 } },
    });
  });

  it('give up on free text for a category, whatever the order', () => {
    const lines = (from: number, to: number): string[] => [
      '1\tclients',
      ...Array.from(
        { length: to - from },
        (_, i) => `1\ttransactions\t2025-06-01\tx${from + i}\t1`,
      ),
    ];
    const half = Math.ceil(MAX_SPELLINGS / 2) + 1;
    const [a, b] = [statsOf(lines(0, half)), statsOf(lines(half, 2 * half))];
    expect(a.period?.spellings).toHaveLength(half);
    expect(mergeAll([a, b]).period?.spellings).toBeNull();
    expect(statsOf(lines(0, MAX_SPELLINGS + 1)).period?.spellings).toBeNull();
  });

  it('that are broken say where', () => {
    const broken = (change: (json: Record<string, never>) => void): string => {
      const json = JSON.parse(JSON.stringify(statsOf([]))) as Record<string, never>;
      change(json);
      const parsed = parseStats(JSON.stringify(json));
      return parsed.ok ? '' : parsed.fault;
    };
    expect(parseStats('{')).toEqual({ ok: false, fault: 'not-json' });
    expect(broken(() => undefined)).toBe('');
    expect(broken((json) => Object.assign(json, { vygoda_stats: 2 }))).toContain('vygoda_stats');
    expect(broken((json) => Object.assign(json.choices, { fx: { USD: 'x' } }))).toContain(
      'choices.fx',
    );
    expect(broken((json) => Object.assign(json.period, { months: { '2025-13': 1 } }))).toContain(
      'months',
    );
    expect(broken((json) => Object.assign(json.period, { clients: -1 }))).toContain('clients');
    expect(broken((json) => Object.assign(json.period, { spellings: [1] }))).toContain('spellings');
  });
});

describe('what the whole decides', () => {
  const one = (...rows: string[]) => settleStats(statsOf(['1\tclients', ...rows]), VOCABULARY);
  const row = (date: string, amount = '1', kind = 'transactions'): string =>
    `1\t${kind}\t${date}\tТакси\t${amount}\t\\N\t\\N\tin`;

  it('is the window around the busiest month, and the period in it', () => {
    const facts = one(row('2025-06-01'), row('2025-06-02'), row('2024-06-01'), row('2024-05-01'));
    const months = [2024 * 12 + 5, 2025 * 12 + 5];
    expect(facts).toMatchObject({ ok: true, value: { months, periodMonths: 2 } });
  });

  it('is three months where there are no dates', () => {
    expect(one(row('\\N'))).toMatchObject({ value: { months: [-1], periodMonths: 3 } });
  });

  it('is the order of day and month, or a question', () => {
    const doubtful = row('03/04/2025');
    expect(one(doubtful)).toMatchObject({
      fault: { code: 'date-order-ambiguous', kind: 'transactions', example: '03/04/2025' },
    });
    expect(one(doubtful, row('04/13/2025'))).toMatchObject({
      value: { months: [2025 * 12 + 2, 2025 * 12 + 3] },
    });
    expect(one(doubtful, row('13/04/2025'))).toMatchObject({ value: { months: [2025 * 12 + 3] } });
    expect(one(doubtful, row('13/04/2025', '1', 'transfers'))).toMatchObject({ ok: false });
    expect(one(doubtful, row('13/04/2025'), row('04/13/2025'))).toMatchObject({
      fault: { code: 'date-order-conflict' },
    });
  });

  it('is the decimal mark, or a question', () => {
    const doubtful = row('2025-06-01', '1,289');
    expect(one(doubtful)).toMatchObject({ fault: { code: 'decimal-ambiguous', example: '1,289' } });
    expect(one(doubtful, row('2025-06-01', '1,5'))).toMatchObject({
      value: { reading: { marks: { transactions: ',' } } },
    });
    expect(one(doubtful, row('2025-06-01', '1,5'), row('2025-06-01', '1.5'))).toMatchObject({
      fault: { code: 'decimal-conflict' },
    });
  });

  it('is nothing when only surveys are there', () => {
    expect(settleStats({ ...statsOf([]), period: null }, VOCABULARY)).toMatchObject({
      fault: { code: 'no-period' },
    });
  });
});
