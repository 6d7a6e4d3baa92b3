import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/engine/export/write-export.ts';
import { findClient } from '../../../src/server/data/find-client.ts';
import { RowFile } from '../../../src/server/data/row-file.ts';
import { RowWriter } from '../../../src/server/jobs/row-writer.ts';
import { naturalOrder } from '../../../src/engine/kernel/natural-order.ts';
import { tempFolder } from '../tools/test-server.ts';

/** Rows as the exporters write them, texts with every kind of line end among them. */
const written = async (names: readonly string[]): Promise<RowFile> => {
  const path = join(tempFolder(), 'rows.json');
  const writer = new RowWriter(path);
  const what = {
    header: ['client_code', 'name'],
    rows: (at: number) => [[names[at], 'a\nb\r\nё'.repeat(at % 3)]],
  };
  writer.closeRows(writeJson(what, names.keys(), writer.add));
  return RowFile.open(path);
};

describe('rows of a file', () => {
  it.each([0, 1, 2, 3, 5000])('%i of them, by any page', async (count) => {
    const rows = await written(Array.from({ length: count }, (_, at) => String(at)));
    expect(rows.count).toBe(count);
    const all = await rows.rows(0, count);
    expect(all).toHaveLength(count);
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [count - 1, count],
      [count, count],
      [0, 0],
    ]) {
      const page = from < 0 || to > count ? [] : await rows.rows(from, to);
      expect(page).toEqual(all.slice(Math.max(0, from), Math.min(to, count)));
    }
    await rows.close();
  });

  it('are found by code', async () => {
    const codes = ['b', '7', '07', '007', 'a9', 'a10', '__proto__', '9007199254740993', '12'];
    const sorted = Array.from(naturalOrder(codes), (at) => codes[at]);
    const rows = await written(sorted);
    for (const [at, code] of sorted.entries()) {
      expect(await findClient(rows, code)).toMatchObject({ at, client: { client_code: code } });
    }
    for (const code of ['', '8', 'a', '0007', 'zz'])
      expect(await findClient(rows, code)).toBeNull();
    await rows.close();
  });
});
