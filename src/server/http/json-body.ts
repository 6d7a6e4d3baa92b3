import type { IncomingMessage } from 'node:http';
import type { Bytes } from '../../engine/kernel/units.ts';
import { ApiError } from '../api-error.ts';
import { patientChunks } from './patient-chunks.ts';

/** A catalogue of the greatest length, in any script. */
export const MAX_JSON: Bytes = 4 * 1024 * 1024;

/** The JSON a request carries; undefined when it carries nothing. */
export const jsonBody = async (incoming: IncomingMessage): Promise<unknown> => {
  if (Number(incoming.headers['content-length'] ?? 0) > MAX_JSON) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of patientChunks(incoming)) {
    length += chunk.length;
    if (length > MAX_JSON) throw tooLarge();
    chunks.push(chunk);
  }
  if (length === 0) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) {
    throw new ApiError('unsupported-type', 'Send the options as Content-Type: application/json');
  }
  return parse('The body', () =>
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)),
  );
};

/** The JSON in a field of a form; undefined when there is none. */
export const jsonField = (fields: ReadonlyMap<string, string>, name: string): unknown => {
  const text = fields.get(name) ?? '';
  return text.trim() === '' ? undefined : parse(`The field "${name}"`, () => text);
};

const parse = (name: string, read: () => string): unknown => {
  try {
    return JSON.parse(read());
  } catch {
    throw new ApiError('bad-json', `${name} is not JSON in UTF-8`);
  }
};

const tooLarge = (): ApiError =>
  new ApiError('too-large', `The body is larger than ${MAX_JSON} bytes`);
