import type { FileKind } from '../../engine/rows/vocabulary.ts';
import { ApiError } from '../api-error.ts';
import { KINDS } from '../data/data-index.ts';
import type { Route, Service } from './route.ts';

/** POST /upload/clients, …: takes files of one kind in the place of those before, or beside them. */
export const upload =
  ({ data, uploads }: Service, kind: FileKind): Route =>
  async (request) => {
    const append = request.req.query('append');
    // Taken for a replacement, a misspelt wish to add would lose what is there.
    if (append !== undefined && append !== '1') {
      throw new ApiError('bad-parameter', 'Give append as 1, or leave it out');
    }
    const { files, sample } = await uploads.take(request.env.incoming, kind, append === '1');
    const facts = files.flat();
    const breakdown = Object.fromEntries(
      KINDS.map((one) => [one, data.files[one].reduce((sum, { records }) => sum + records, 0)]),
    );
    return request.json({
      message: `Received ${facts.length} ${facts.length === 1 ? 'file' : 'files'} of ${kind}`,
      total_records: Object.values(breakdown).reduce((sum, records) => sum + records, 0),
      breakdown,
      columns: [...new Set(facts.flatMap(({ columns }) => columns))],
      sample,
      files: facts,
    });
  };
