import { describe, expect, it } from 'vitest';
import { readRecordsAt } from '../../../../src/engine/ingest/reread/file-lines.ts';
import { ingestTexts, type TextOptions } from '../../../fixtures/ingest-texts.ts';

const HEAD = 'client_code,category,amount';
const hooks = { signal: new AbortController().signal, onBytes: () => undefined };

const recordAt = async (
  text: string | Uint8Array,
  line: number,
  count = 1,
  options: TextOptions = {},
) => {
  const result = await ingestTexts({ 't.csv': text }, options);
  if (result.outcome === 'cancelled') throw new Error('cancelled');
  return readRecordsAt(result.settled.files[0], line, count, hooks);
};

describe('a line read again', () => {
  it.each(['\n', '\r\n', '\r'])('is found by its number where lines end with %j', async (end) => {
    const text = [HEAD, '1,Такси,5', '', '2,"Кафе, бар",x', '3,a,b', ''].join(end);
    for (const chunk of [1, 2, 3, 7, 1000]) {
      expect(await recordAt(text, 4, 1, { chunk })).toEqual([
        { line: 4, cells: ['2', 'Кафе, бар', 'x'], isRecord: true },
      ]);
    }
  });

  it('counts physical lines inside quotes', async () => {
    const text = `${HEAD}\n1,"a\r\nb\rc",5\n2,x,y\n`;
    expect(await recordAt(text, 2)).toMatchObject([{ cells: ['1', 'a\r\nb\rc', '5'] }]);
    expect(await recordAt(text, 5)).toMatchObject([{ cells: ['2', 'x', 'y'] }]);
  });

  it('is there in a file that was refused, in its encoding', async () => {
    const cyrillic = Uint8Array.from('Клиент;Сумма;Дата\n1;2;3\n', (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
    const options = { choices: { encoding: 'windows-1251' } as const };
    expect(await recordAt(cyrillic, 1, 3, options)).toEqual([
      { line: 1, cells: ['Клиент', 'Сумма', 'Дата'], isRecord: true },
      { line: 2, cells: ['1', '2', '3'], isRecord: true },
    ]);
  });

  it('has a long cell cut, and a line that is no record whole', async () => {
    const text = `${HEAD}\n1,${'я'.repeat(5000)},5\n1,"never,5\n2,b,c\n`;
    const [long, open] = (await recordAt(text, 2, 5))!;
    expect(long.cells[1]).toHaveLength(200);
    expect(long.cells[2]).toBe('5');
    expect(open).toEqual({ line: 3, cells: ['1,"never,5'], isRecord: false });
  });

  it('is cut where a record is longer than anybody reads', async () => {
    const found = await recordAt(`${HEAD}\n1,"${'x'.repeat(1 << 20)}",5\n`, 2);
    expect(found).toMatchObject([{ line: 2, isRecord: false }]);
    expect(found?.[0].cells[0]).toHaveLength(1000);
  });

  it('is nothing behind the end of the file, and null when stopped', async () => {
    expect(await recordAt(`${HEAD}\n`, 9)).toEqual([]);
    const result = await ingestTexts({ 't.csv': HEAD });
    if (result.outcome === 'cancelled') throw new Error('cancelled');
    const stopped = { ...hooks, signal: AbortSignal.abort() };
    expect(await readRecordsAt(result.settled.files[0], 1, 1, stopped)).toBeNull();
  });
});
