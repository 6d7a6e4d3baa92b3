import { beforeEach, describe, expect, it } from 'vitest';
import { undecided } from '../../../src/engine/export/text-rows.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import type { BuildProgress, ExportRequest } from '../../../src/worker/contract.ts';
import { FileBuilder, type Results } from '../../../src/worker/desk/file-builder.ts';
import { demoSources } from '../../fixtures/demo-sources.ts';
import { adviseSources } from '../../fixtures/read-demo.ts';
import { builtText } from './built-file.ts';

const CLIENTS = 60;
const offers: ExportRequest = {
  what: 'offers',
  scope: 'all',
  format: 'csv',
  delimiter: ',',
  bom: true,
};
const { read, advisor, texts } = await adviseSources(demoSources(CLIENTS, 7), standard);
const results: Results = { advisor, texts, report: read.report };
const choices = {
  decisionOf: undecided,
  members: () => Uint32Array.from({ length: CLIENTS }, (_, client) => client),
};
let present: Results | null;
/** `slice` 0: it looks up after every client. */
const builder = (slice: number): FileBuilder => new FileBuilder(() => present, choices, slice);

beforeEach(() => {
  present = results;
});

describe('a file', () => {
  it.each(['csv', 'json'] as const)('is the same in however many pieces, as %s', async (format) => {
    for (const what of ['offers', 'texts', 'table', 'top', 'benefits'] as const) {
      const request = { ...offers, what, format };
      const whole = await builtText({ files: builder(Infinity) }, request);
      expect(whole.length).toBeGreaterThan(1000);
      expect(await builtText({ files: builder(0) }, request)).toBe(whole);
    }
  });

  it('says how far it is', async () => {
    const steps: BuildProgress[] = [];
    await builder(0).build(offers, (step) => steps.push(step));
    expect(steps.map(({ done }) => done)).toEqual(
      Array.from({ length: CLIENTS }, (_, at) => at + 1),
    );
    expect(new Set(steps.map(({ of }) => of))).toEqual(new Set([CLIENTS]));
  });

  it('is not finished when it is cancelled', async () => {
    const files = builder(0);
    let last = 0;
    const file = await files.build(offers, ({ done }) => {
      last = done;
      if (done === 5) files.cancel();
    });
    expect([file, last]).toEqual([null, 5]);
    expect(await builtText({ files }, offers)).toContain('client_code');
  });

  it('gives way to the next one', async () => {
    const files = builder(0);
    const first = files.build(offers, () => undefined);
    const second = builtText({ files }, { ...offers, what: 'table' });
    expect(await first).toBeNull();
    expect(await second).toContain('avg_monthly_balance_KZT');
  });

  it('is not made of two results', async () => {
    const other = await adviseSources(demoSources(CLIENTS, 8), standard);
    const file = await builder(0).build(offers, () => {
      present = { ...results, advisor: other.advisor };
    });
    expect(file).toBeNull();
    present = null;
    expect(await builder(0).build(offers, () => undefined)).toBeNull();
  });
});
