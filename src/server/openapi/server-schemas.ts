import { ERROR_STATUS } from '../api-error.ts';
import { count, flag, list, object, oneOf, record, ref, type Schema, text } from './schema.ts';

/** What the server says of itself and of what went wrong. */
export const SERVER_SCHEMAS: Readonly<Record<string, Schema>> = {
  Error: {
    ...object(
      {
        error: text,
        code: { enum: Object.keys(ERROR_STATUS) },
        faults: list({ type: 'object' }),
        files: list(ref('FileFacts')),
        report: ref('Report'),
      },
      ['faults', 'files', 'report'],
    ),
    description: 'A sentence that says what to do, and a code that stays the same.',
  },
  Health: object({
    status: oneOf('healthy'),
    timestamp: { type: 'string', format: 'date-time' },
    files: ref('Breakdown'),
    processed: flag,
    processing: ref('Processing'),
  }),
  Processing: {
    ...object({
      phase: oneOf('probing', 'clients', 'operations', 'scoring'),
      bytes_done: count,
      bytes_total: count,
      rows_done: count,
      clients_done: count,
      elapsed_ms: count,
    }),
    type: ['object', 'null'],
  },
  Held: {
    type: 'object',
    description: 'What a client has already and is not offered; a product by its name or code.',
    properties: { client_code: { type: ['integer', 'string'] }, product: text },
    required: ['client_code', 'product'],
  },
  ProcessOptions: object(
    {
      catalogue: { type: ['string', 'object', 'null'] },
      language: oneOf('ru', 'kk'),
      fx: record({ type: 'number', minimum: 0 }),
      months: { type: ['integer', 'null'], minimum: 1, maximum: 120 },
      reading: ref('Reading'),
      holdings: list(ref('Held')),
    },
    ['catalogue', 'language', 'fx', 'months', 'reading', 'holdings'],
  ),
};
