import { join } from 'node:path';
import { openResults } from '../data/open-results.ts';
import { RowFile } from '../data/row-file.ts';
import { streamRows } from '../http/stream-rows.ts';
import { RESULT_FILES } from '../jobs/result-files.ts';
import type { Route, Service } from './route.ts';

/** POST /push-notifications?limit&offset: the texts for everybody who has an offer. */
export const pushNotifications =
  ({ data, processing }: Service): Route =>
  async (request) => {
    const rows = await openResults(data, processing, (folder) =>
      RowFile.open(join(folder, RESULT_FILES.notifications)),
    );
    const fields = { message: `There are ${rows.count} notifications`, total_count: rows.count };
    return streamRows(request, rows, 'notifications', fields);
  };
