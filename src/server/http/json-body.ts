import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { patientChunks } from './patient-chunks.ts';

/** A catalogue of the greatest length, in any script. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The JSON a request carries; undefined when it carries nothing. */
export const jsonBody = async (incoming: IncomingMessage): Promise<unknown> => {
  if (Number(incoming.headers['content-length'] ?? 0) > MAX_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of patientChunks(incoming)) {
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  if (length === 0) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) {
    throw new ApiError('unsupported-type', 'Send the options as Content-Type: application/json');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new ApiError('bad-json', 'The body is not JSON in UTF-8');
  }
};

const tooLarge = (): ApiError =>
  new ApiError('too-large', `The body is larger than ${MAX_BYTES} bytes`);
