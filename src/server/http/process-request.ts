import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Bytes } from '../../engine/kernel/units.ts';
import { ApiError } from '../api-error.ts';
import type { ProcessOptions } from '../jobs/processing.ts';
import type { Uploads } from '../jobs/uploads.ts';
import { jsonBody, jsonField, MAX_JSON } from './json-body.ts';
import { processOptions } from './process-options.ts';
import { isForm } from './receive-files.ts';

/** The largest side file that is read, and the options beside it. */
const MAX_FORM: Bytes = 260 * 1024 * 1024;

interface ProcessRequest {
  readonly options: ProcessOptions;
  /** Removes what came with the request. */
  readonly discard: () => Promise<void>;
}

/** What POST /process is asked: JSON, or a form with that JSON as `options` and a file of `holdings`. */
export const processRequest = async (
  incoming: IncomingMessage,
  uploads: Uploads,
): Promise<ProcessRequest> => {
  if (!isForm(incoming)) {
    const options = processOptions(await jsonBody(incoming));
    return { options, discard: () => Promise.resolve() };
  }
  const rules = { field: 'holdings', maxBytes: MAX_FORM, maxValue: MAX_JSON };
  const { files, fields } = await uploads.receive(incoming, rules);
  const discard = async (): Promise<void> => {
    for (const { path } of files) await rm(path, { force: true });
  };
  try {
    if (files.length > 1) throw new ApiError('unexpected-part', 'Send one file of holdings');
    const options = processOptions(jsonField(fields, 'options'));
    return { options: { ...options, holdings: files.at(0)?.path ?? options.holdings }, discard };
  } catch (error) {
    await discard();
    throw error;
  }
};
