import { join } from 'node:path';
import type { Explanation } from '../../engine/export/explanations.ts';
import { ApiError } from '../api-error.ts';
import { findClient } from '../data/find-client.ts';
import { openResults } from '../data/open-results.ts';
import { RowFile } from '../data/row-file.ts';
import { RESULT_FILES } from '../jobs/result-files.ts';
import type { Route, Service } from './route.ts';

/** GET /recommendations/:client_code: the top four of one client, and why. */
export const recommendations =
  ({ data, processing }: Service): Route =>
  async (request) => {
    const code = request.req.param('client_code') ?? '';
    const found = await openResults(data, processing, (folder) => findIn(folder, code));
    if (found === null) throw new ApiError('unknown-client', 'There is no client with this code');
    const { client, explanation } = found;
    return request.json({
      client_code: client.client_code,
      client_name: client.name,
      send: explanation.send,
      no_offer: explanation.no_offer,
      recommendations: explanation.products.map(({ product, benefit, expected, ...why }, at) => ({
        product,
        benefit_kzt_per_month: benefit,
        expected_kzt_per_month: expected,
        rank: explanation.top[at].rank,
        lead: explanation.top[at].lead,
        ...why,
      })),
    });
  };

/** A client's row stands at the same place in both files. */
const findIn = async (folder: string, code: string) => {
  const clients = await RowFile.open(join(folder, RESULT_FILES.clients));
  try {
    const found = await findClient(clients, code);
    if (found === null) return null;
    const explanations = await RowFile.open(join(folder, RESULT_FILES.recommendations));
    try {
      const [explanation] = await explanations.rows(found.at, found.at + 1);
      return { client: found.client, explanation: explanation as Explanation };
    } finally {
      await explanations.close();
    }
  } finally {
    await clients.close();
  }
};
