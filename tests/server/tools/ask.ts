import { expect } from 'vitest';
import { OPEN_API } from '../../../src/server/openapi/open-api.ts';
import type { Operation } from '../../../src/server/openapi/paths.ts';
import { checkSchema } from './check-schema.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer as JSON; null when it is none. */
  readonly json: Readonly<Record<string, unknown>> | null;
}

/** Asks, and holds the answer against the description of the endpoint. */
export const ask = async (
  base: string,
  request: string,
  init: RequestInit = {},
): Promise<Answer> => {
  const [method, path] = request.split(' ');
  const response = await fetch(`${base}${path}`, { ...init, method });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const isJson = type.startsWith('application/json') && text !== '';
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : null;
  expect(
    complaints(method, path, response.status, type, json ?? text),
    `${request}: ${text.slice(0, 300)}`,
  ).toEqual([]);
  return { status: response.status, headers: response.headers, text, json };
};

const complaints = (
  method: string,
  path: string,
  status: number,
  type: string,
  body: unknown,
): string[] => {
  const { responses } = operationOf(method, path);
  const described = Object.hasOwn(responses, status) ? responses[status] : responses.default;
  if (method === 'HEAD' || described.content === undefined)
    return body === '' ? [] : ['has a body'];
  const content = Object.entries(described.content).find(([name]) => type.startsWith(name))?.[1];
  if (content === undefined) return [`${status} ${type} is not described`];
  return checkSchema(body, content.schema, OPEN_API.components.schemas);
};

/** Errors are the same everywhere, also where there is no endpoint. */
const anywhere: Operation = OPEN_API.paths['/health'].get;

const operationOf = (method: string, path: string): Operation => {
  const [bare] = path.split('?');
  const found = Object.entries(OPEN_API.paths).find(([name]) =>
    new RegExp(`^${name.replace(/\{\w+\}/g, '[^/]+')}$`).test(bare),
  );
  return found?.[1][method === 'HEAD' ? 'get' : method.toLowerCase()] ?? anywhere;
};

/** A form with files, as curl and browsers send it. */
export const form = (
  ...files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]
): FormData => {
  const data = new FormData();
  for (const [name, content] of files) data.append('file', new Blob([content]), name);
  return data;
};
