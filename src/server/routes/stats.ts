import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openResults } from '../data/open-results.ts';
import { RESULT_FILES } from '../jobs/result-files.ts';
import type { Route, Service } from './route.ts';

/** GET /stats: the figures of the page's charts. */
export const stats =
  ({ data, processing }: Service): Route =>
  async (request) => {
    const text = await openResults(data, processing, (folder) =>
      readFile(join(folder, RESULT_FILES.statistics), 'utf8'),
    );
    return request.body(text, 200, { 'Content-Type': 'application/json' });
  };
