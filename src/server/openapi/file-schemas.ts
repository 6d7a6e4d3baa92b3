import {
  count,
  list,
  number,
  object,
  oneOf,
  record,
  ref,
  type Schema,
  text,
  textOrNull,
} from './schema.ts';

const kind = oneOf('clients', 'transactions', 'transfers', null);

const fileFacts: Readonly<Record<string, Schema>> = {
  name: text,
  kind,
  encoding: text,
  delimiter: text,
  decimal: oneOf('.', ',', null),
  dateOrder: oneOf('dmy', 'mdy', null),
  bytes: count,
  columns: list(text),
  records: count,
  faults: list(ref('Fault')),
  faultCounts: record(count),
};

/** Files, what was found in them, and what became of every record. */
export const FILE_SCHEMAS: Readonly<Record<string, Schema>> = {
  Breakdown: object({ clients: count, transactions: count, transfers: count }),
  Fault: object(
    {
      code: text,
      severity: oneOf('info', 'warning', 'error'),
      file: text,
      line: count,
      column: text,
      text,
      count,
      amount: number,
      readings: record(text),
    },
    ['count', 'amount', 'readings'],
  ),
  FileFacts: object(fileFacts),
  FileReport: object({ ...fileFacts, used: count, reported: count, sums: record(text) }),
  Totals: object({
    files: count,
    bytes: count,
    records: count,
    used: count,
    reported: count,
    clients: count,
    transactions: count,
    transfers: count,
  }),
  Report: {
    ...object({
      outcome: oneOf('ok', 'warned', 'refused'),
      months: number,
      period: list(text),
      files: list(ref('FileReport')),
      faults: list(ref('Fault')),
      totals: ref('Totals'),
    }),
    description: 'Lists the first 100 faults of each file; faultCounts are exact.',
  },
  Reading: {
    ...object(
      {
        encoding: oneOf('utf-8', 'utf-16le', 'utf-16be', 'windows-1251', null),
        delimiter: oneOf(',', ';', '\t', '|', null),
        decimal: oneOf('.', ',', null),
        dateOrder: oneOf('dmy', 'mdy', null),
        headings: record(textOrNull),
      },
      ['encoding', 'delimiter', 'decimal', 'dateOrder', 'headings'],
    ),
    description:
      'Answers where the data do not decide; headings: heading → field, null leaves it out.',
  },
};
