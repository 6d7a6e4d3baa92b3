import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadError } from '../../../src/engine/bytes/read-error.ts';
import { inspectFile } from '../../../src/engine/ingest/inspect-file.ts';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { readFiles } from '../../../src/engine/pipeline.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { memorySource } from '../../../src/worker/sources/memory-source.ts';

const source = (name: string, text: string) => memorySource(name, new TextEncoder().encode(text));

const stop = new AbortController();
const TWO = { choices: NO_CHOICES, vocabulary: VOCABULARY, sample: 2 };
const inspect = (text: string, signal = stop.signal) =>
  inspectFile(source('t.csv', text), { ...TWO, signal });

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

describe('inspecting a file', () => {
  it('counts the records that its report will have, whatever the lines look like', async () => {
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
        expect((await inspect(text)).facts.records).toBe(await reported(text));
      }),
      { numRuns: 150 },
    );
  });

  it('shows the cells of the first ones', async () => {
    const { facts, sample } = await inspect(
      'client_code,category,amount\n1, "a, b" ,5\n2,"c\nd",6\n3,e,7\n',
    );
    expect(facts).toMatchObject({ kind: 'transactions', records: 3, delimiter: ',' });
    expect(Object.keys(facts.faultCounts)).toEqual(['no-currency-column', 'no-date-column']);
    expect(sample).toEqual([
      ['1', 'a, b', '5'],
      ['2', 'c\nd', '6'],
    ]);
  });

  it('says why a file would be refused', async () => {
    const { facts, sample, refusal } = await inspect('a,b\n1,2\n');
    expect(refusal).toMatchObject({ code: 'no-header', file: 't.csv' });
    expect([facts.records, facts.kind, sample]).toEqual([0, null, []]);
  });

  it('can be cancelled', async () => {
    const text = 'client_code,category,amount\n1,Такси,5\n';
    await expect(inspect(text, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  it('takes a source that breaks off for a refusal, and a bug for a bug', async () => {
    const fault = { ...NO_FAULT, code: 'file-unreadable' };
    const broken = (error: Error) => ({
      ...source('t.csv', ''),
      read: () => {
        throw error;
      },
    });
    const choice = { ...TWO, signal: stop.signal };
    const inspected = await inspectFile(broken(new ReadError(fault)), choice);
    expect([inspected.refusal, inspected.facts.faults]).toEqual([fault, [fault]]);
    await expect(inspectFile(broken(new Error('a bug')), choice)).rejects.toThrow('a bug');
  });
});

const NO_FAULT = { severity: 'error', file: 't.csv', line: 0, column: '', text: '' } as const;
