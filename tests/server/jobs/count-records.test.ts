import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileDraft } from '../../../src/engine/ingest/file-draft.ts';
import { probeFile } from '../../../src/engine/ingest/probe.ts';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { readFiles } from '../../../src/engine/pipeline.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { countRecords } from '../../../src/server/jobs/count-records.ts';
import { memorySource } from '../../../src/worker/sources/memory-source.ts';

const source = (name: string, text: string) => memorySource(name, new TextEncoder().encode(text));

const counted = async (text: string): Promise<{ records: number; cells: string[][] }> => {
  const draft = new FileDraft(source('t.csv', text));
  await probeFile(draft, 0, NO_CHOICES, VOCABULARY);
  const cells: string[][] = [];
  const records = await countRecords(draft.source, draft.plan!, 2, (row) => cells.push([...row]));
  return { records, cells };
};

/** What the report of a scoring says. */
const reported = async (text: string): Promise<number> => {
  const sources = [source('c.csv', 'client_code,name\n1,a\n'), source('t.csv', text)];
  const result = await readFiles(
    sources,
    { vocabulary: VOCABULARY, choices: NO_CHOICES, fx: { KZT: 1 }, months: null },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  const files = result.outcome === 'cancelled' ? [] : result.report.files;
  return files.find(({ name }) => name === 't.csv')!.records;
};

describe('counting records', () => {
  it('says what the report will say, whatever the lines look like', async () => {
    const line = fc.constantFrom(
      ...[
        '1,Такси,5',
        '1,"Та\nкси",5',
        '"1","Такси","5"',
        '',
        '   ',
        '# note',
        '#',
        ',,',
        ' 1,Такси,5',
        '1,"a""b",5',
      ],
      ...[
        '1',
        'client_code,category,amount',
        'Итого,,5',
        '1,Такси,5,',
        '\u00a0',
        '1,a\rb,5',
        '~',
        '$,$,$',
        ';',
        '1,',
      ],
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, end), { maxLength: 30 }), async (lines) => {
        const text = `client_code,category,amount\n1,Такси,100\n${lines.flat().join('')}`;
        expect((await counted(text)).records).toBe(await reported(text));
      }),
      { numRuns: 150 },
    );
  });

  it('hands over the cells of the first ones', async () => {
    const { records, cells } = await counted(
      'client_code,category,amount\n1, "a, b" ,5\n2,"c\nd",6\n3,e,7\n',
    );
    expect(records).toBe(3);
    expect(cells).toEqual([
      ['1', 'a, b', '5'],
      ['2', 'c\nd', '6'],
    ]);
  });
});
