import { jsonBody } from '../http/json-body.ts';
import { processOptions } from '../http/process-options.ts';
import type { Route, Service } from './route.ts';

/** POST /process: scores everything uploaded, and answers when it is done. */
export const process =
  ({ processing }: Service): Route =>
  async (request) => {
    const options = processOptions(await jsonBody(request.env.incoming));
    const answer = await processing.run(options);
    return request.body(answer, 200, { 'Content-Type': 'application/json' });
  };

/** DELETE /process: stops it; the results before stand. */
export const cancel =
  ({ processing }: Service): Route =>
  async (request) => {
    await processing.cancel();
    return request.body(null, 204);
  };
