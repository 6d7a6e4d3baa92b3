import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import { OPEN_API } from '../../src/server/openapi/open-api.ts';
import type { Schema } from '../../src/server/openapi/schema.ts';
import type { Service } from '../../src/server/routes/route.ts';
import { ask } from './tools/ask.ts';
import { checkSchema } from './tools/check-schema.ts';
import { testServer } from './tools/test-server.ts';

const schemas: Readonly<Record<string, Schema>> = OPEN_API.components.schemas;

describe('the description', () => {
  it('is served, and names exactly the endpoints there are', async () => {
    const { base } = await testServer();
    expect((await ask(base, 'GET /openapi.json')).json).toEqual(
      JSON.parse(JSON.stringify(OPEN_API)),
    );
    const app = createApp({} as Service, {
      host: '',
      hosts: [],
      origins: [],
      pageFiles: new Map(),
      log: () => undefined,
    });
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '*' && path !== '/*')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/, '{$1}')}`);
    const described = Object.entries(OPEN_API.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual(described.sort());
  });

  it('refers only to schemas it has, and to each of them', () => {
    const text = JSON.stringify(OPEN_API);
    const used = new Set(
      [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name),
    );
    // Sent as the text of a form field, which a schema of its own describes.
    expect([...used].sort()).toEqual(Object.keys(schemas).sort());
  });
});

describe('the check of answers', () => {
  const person: Schema = {
    type: 'object',
    properties: {
      name: { type: ['string', 'null'] },
      age: { type: 'integer', minimum: 0, maximum: 9 },
    },
    required: ['name'],
    additionalProperties: false,
  };
  const cases: readonly (readonly [value: unknown, schema: Schema, complaints: number])[] = [
    [{ name: 'a', age: 3 }, person, 0],
    [{ name: null }, person, 0],
    [{ age: 3 }, person, 1],
    [{ name: 1 }, person, 1],
    [{ name: 'a', age: 1.5 }, person, 1],
    [{ name: 'a', age: -1 }, person, 1],
    [{ name: 'a', age: 10 }, person, 1],
    [{ name: 'a', more: 1 }, person, 1],
    [[], person, 1],
    [null, person, 1],
    [[1, 'a', 2], { type: 'array', items: { type: 'number' }, maxItems: 2 }, 2],
    [{ a: 1, b: 'x' }, { type: 'object', additionalProperties: { type: 'number' } }, 1],
    ['b', { enum: ['a', null] }, 1],
    [null, { enum: ['a', null] }, 0],
    ['2026-01-01', { type: 'string', format: 'date-time' }, 1],
    [{ name: 1 }, { $ref: '#/components/schemas/Person' }, 1],
  ];

  it.each(cases)('%j against %j', (value, schema, complaints) => {
    expect(checkSchema(value, schema, { Person: person })).toHaveLength(complaints);
  });

  it('does not pass over what it does not know', () => {
    expect(() => checkSchema(1, { pattern: 'a' } as Schema, {})).toThrow('pattern');
    expect(() => checkSchema(1, { $ref: '#/components/schemas/None' }, {})).toThrow('None');
  });
});
