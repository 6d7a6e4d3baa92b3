import { describe, expect, it } from 'vitest';
import { type DateOrder, readDate } from '../../../src/engine/rows/date.ts';

const SEPTEMBER = 2025 * 12 + 8;

const found = (month: number, day: number, evidence: DateOrder | null = null) => ({
  kind: 'date',
  month,
  day,
  evidence,
});

describe('readDate: one way to read it', () => {
  it.each([
    '2025-09-07',
    '2025-9-7',
    '2025/09/07',
    '2025.09.07',
    '20250907',
    '07.09.2025',
    '7.9.2025',
    ' \uFEFF2025-09-07\u00A0',
    '2025-09-07T10:15',
    '2025-09-07T10:15:30',
    '2025-09-07t10:15:30z',
    '2025-09-07 10:15:30.123456789',
    '2025-09-07 10:15:30,5',
    '2025-09-07T23:59:59Z',
    '2025-09-07T00:00:00+05:00',
    '2025-09-07T00:00:00-0500',
    '2025-09-07T00:00:00\u221205',
    '2025-09-07 10:15:30 +05:00',
    '2025-09-07 10:15:30 UTC',
    '2025-09-07T24:00:00',
    '2025-09-07T23:59:60Z',
    '20250907T101530Z',
    '20250907 10:15',
    '07.09.2025 9:15',
    '07.09.2025  09:15:00',
    '07.09.2025 9:15 PM',
  ])('%s is 7 September, as written', (text) => {
    for (const order of [null, 'dmy', 'mdy'] as const) {
      expect(readDate(text, order)).toEqual(found(SEPTEMBER, 7));
    }
  });

  it.each([
    ['25/09/2025', 25, 'dmy'],
    ['25-09-2025', 25, 'dmy'],
    ['13/9/2025 10:00', 13, 'dmy'],
    ['09/25/2025', 25, 'mdy'],
    ['9-25-2025', 25, 'mdy'],
    ['09/09/2025', 9, null],
  ] as const)('%s proves its order, whatever the column says', (text, day, evidence) => {
    for (const order of [null, 'dmy', 'mdy'] as const) {
      expect(readDate(text, order)).toEqual(found(SEPTEMBER, day, evidence));
    }
  });

  it.each([
    ['1990-01-01', 1990 * 12, 1],
    ['2100-12-31', 2100 * 12 + 11, 31],
    ['2024-02-29', 2024 * 12 + 1, 29],
    ['2000-02-29', 2000 * 12 + 1, 29],
    ['2025-04-30', 2025 * 12 + 3, 30],
    ['2025-06-30', 2025 * 12 + 5, 30],
    ['2025-11-30', 2025 * 12 + 10, 30],
    ['2025-01-31', 2025 * 12, 31],
  ])('%s exists', (text, month, day) => {
    expect(readDate(text, null)).toEqual(found(month, day));
  });
});

describe('readDate: only the column can tell', () => {
  it.each(['03/04/2025', '3-4-2025', '03/04/2025 12:00'])('%s', (text) => {
    const asDmy = { month: 2025 * 12 + 3, day: 3 };
    const asMdy = { month: 2025 * 12 + 2, day: 4 };
    expect(readDate(text, null)).toEqual({ kind: 'ambiguous', asDmy, asMdy });
    expect(readDate(text, 'dmy')).toEqual(found(asDmy.month, asDmy.day));
    expect(readDate(text, 'mdy')).toEqual(found(asMdy.month, asMdy.day));
  });
});

describe('readDate: what is no date says why', () => {
  it.each([
    ['', 'date-missing'],
    [' \u200B', 'date-missing'],
    ['31.02.2025', 'date-impossible'],
    ['2025-02-29', 'date-impossible'],
    ['2100-02-29', 'date-impossible'],
    ['2025-04-31', 'date-impossible'],
    ['2025-06-31', 'date-impossible'],
    ['2025-09-31', 'date-impossible'],
    ['2025-11-31', 'date-impossible'],
    ['2025-12-32', 'date-impossible'],
    ['2025-00-10', 'date-impossible'],
    ['2025-13-10', 'date-impossible'],
    ['2025-10-00', 'date-impossible'],
    ['0000-00-00', 'date-impossible'],
    ['1989-12-31', 'date-impossible'],
    ['2101-01-01', 'date-impossible'],
    ['20251301', 'date-impossible'],
    ['09.25.2025', 'date-impossible'],
    ['31/02/2025', 'date-impossible'],
    ['02/31/2025', 'date-impossible'],
    ['13/13/2025', 'date-impossible'],
    ['0/5/2025', 'date-impossible'],
    ['03/04/1980', 'date-impossible'],
    ['2025-09-07T25:00', 'date-impossible'],
    ['2025-09-07T10:60', 'date-impossible'],
    ['2025-09-07T10:00:61', 'date-impossible'],
    ['вчера', 'date-unreadable'],
    ['7 сентября 2025', 'date-unreadable'],
    ['07.09.25', 'date-unreadable'],
    ['2025-09', 'date-unreadable'],
    ['2025-09/07', 'date-unreadable'],
    ['07/09-2025', 'date-unreadable'],
    ['2025-09-07T', 'date-unreadable'],
    ['2025-09-07 x', 'date-unreadable'],
    ['2025-09-07T10:00:00+05:00[Asia/Almaty]', 'date-unreadable'],
    ['45907', 'date-unreadable'],
    ['1757203200', 'date-unreadable'],
    ['٢٠٢٥-٠٩-٠٧', 'date-unreadable'],
    [`2025-09-07${' '.repeat(60)}x`, 'date-unreadable'],
    ['9'.repeat(1e7), 'date-unreadable'],
  ])('%.40s → %s', (text, code) => {
    for (const order of [null, 'dmy', 'mdy'] as const) {
      expect(readDate(text, order)).toEqual({ kind: 'bad', code });
    }
  });
});
