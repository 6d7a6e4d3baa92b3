import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { RowFile } from '../data/row-file.ts';
import { paging } from './paging.ts';
import { streamFile } from './stream-file.ts';

/** Answers `{…fields, "name": [rows]}` with the rows that `?limit&offset` ask for; takes the file over. */
export const streamRows = async (
  context: Context<{ Bindings: HttpBindings }>,
  rows: RowFile,
  name: string,
  fields: Readonly<Record<string, string | number>>,
): Promise<Response> => {
  try {
    const { from, to } = paging(context, rows.count);
    const { start, end } = await rows.span(from, to);
    const before = `${JSON.stringify(fields).slice(0, -1)},${JSON.stringify(name)}:[`;
    const file = await rows.take();
    const type = { 'Content-Type': 'application/json' };
    return await streamFile(context, { file, start, end, before, after: ']}' }, type);
  } catch (error) {
    await rows.close();
    throw error;
  }
};
