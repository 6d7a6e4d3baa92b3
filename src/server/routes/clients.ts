import { join } from 'node:path';
import { openResults } from '../data/open-results.ts';
import { RowFile } from '../data/row-file.ts';
import { streamRows } from '../http/stream-rows.ts';
import { RESULT_FILES } from '../jobs/result-files.ts';
import type { Route, Service } from './route.ts';

/** GET /clients?limit&offset: the processed clients, in natural order of code. */
export const clients =
  ({ data, processing }: Service): Route =>
  async (request) => {
    const rows = await openResults(data, processing, (folder) =>
      RowFile.open(join(folder, RESULT_FILES.clients)),
    );
    return streamRows(request, rows, 'clients', { total_count: rows.count });
  };
