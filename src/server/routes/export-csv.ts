import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiError } from '../api-error.ts';
import { openResults } from '../data/open-results.ts';
import { RowFile } from '../data/row-file.ts';
import { jsonText } from '../http/json-text.ts';
import { streamFile } from '../http/stream-file.ts';
import { RESULT_FILES } from '../jobs/result-files.ts';
import type { Route, Service } from './route.ts';

const SAMPLE = 5;

/** GET /export/csv: the three-column file, byte for byte as the command line writes it. */
export const exportCsv =
  ({ data, processing }: Service): Route =>
  async (request) => {
    const format = request.req.query('format') ?? 'csv';
    if (format !== 'csv' && format !== 'json') {
      throw new ApiError('bad-parameter', 'Give format as csv or json');
    }
    const { file, size, sample, count } = await openResults(data, processing, openOffers);
    if (format === 'csv') {
      return streamFile(
        request,
        { file, start: 0, end: size, before: '', after: '' },
        {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': 'attachment; filename="vygoda-offers.csv"',
          'Content-Length': String(size),
        },
      );
    }
    const fields = JSON.stringify({ message: `There are ${count} offers`, sample });
    const before = `${fields.slice(0, -1)},"csv_content":"`;
    return streamFile(
      request,
      { file, start: 0, end: size, before, after: '"}', map: jsonText() },
      { 'Content-Type': 'application/json' },
    );
  };

const openOffers = async (folder: string) => {
  const rows = await RowFile.open(join(folder, RESULT_FILES.notifications));
  try {
    const sample = await rows.rows(0, Math.min(SAMPLE, rows.count));
    const file = await open(join(folder, RESULT_FILES.offers), 'r');
    return { file, size: (await file.stat()).size, sample, count: rows.count };
  } finally {
    await rows.close();
  }
};
