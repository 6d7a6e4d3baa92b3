import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleStats } from '../../../src/engine/stream/settle-stats.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { csvOf, type DrawnRows, drawnRows } from '../../fixtures/draw-rows.ts';
import { ingestTexts } from '../../fixtures/ingest-texts.ts';
import { observeFiles, observeStream } from '../../fixtures/observe-ledgers.ts';
import { statsOf } from '../../fixtures/read-stream.ts';
import { streamLines } from '../../fixtures/stream-lines.ts';
import { sumLines } from '../../fixtures/sum-lines.ts';

const textsOf = ({ clients, transactions, transfers }: DrawnRows): Record<string, string> => ({
  'clients.csv': csvOf(clients),
  'transactions.csv': csvOf(transactions),
  'transfers.csv': csvOf(transfers),
});

/** Files that no stream can stand for: which one they are is not told by their columns. */
const isReadable = ({ transfers }: DrawnRows): boolean => 'direction' in transfers[0];

/** The amount of a row without a client proves the decimal mark that another row asks for. */
const PROOF_OF_NOBODY: DrawnRows = {
  clients: [{ client_code: '1', name: 'Анна' }],
  transactions: [{ client_code: '1', date: '2025-05-01', category: 'Кино', amount: '1' }],
  transfers: [
    { client_code: '', date: '2025-05-01', type: 'salary_in', direction: 'in', amount: '0.50' },
    { client_code: '1', date: '2025-05-01', type: 'salary_in', direction: '', amount: '1,289' },
  ],
};

const QUESTIONS = /^(?:decimal|date-order)-/;

describe('a stream of the same rows', () => {
  it('opens the same ledgers, bit by bit, raw and summed, or asks the same', async () => {
    let scored = 0;
    await fc.assert(
      fc.asyncProperty(drawnRows.filter(isReadable), async (drawn) => {
        const files = await ingestTexts(textsOf(drawn));
        const raw = streamLines({ ...drawn });
        for (const lines of [raw, sumLines(raw)]) {
          const facts = settleStats(statsOf(lines), VOCABULARY);
          if (files.outcome === 'ready') {
            expect(facts.ok, JSON.stringify(facts)).toBe(true);
            if (facts.ok) expect(observeStream(lines, facts.value)).toEqual(observeFiles(files));
            scored++;
          } else if (files.outcome === 'refused' && QUESTIONS.test(files.fault.code)) {
            expect(facts.ok ? '' : facts.fault.code).toMatch(QUESTIONS);
          }
        }
      }),
      { numRuns: 300, examples: [[PROOF_OF_NOBODY]] },
    );
    expect(scored).toBeGreaterThan(100);
  }, 600_000);
});
