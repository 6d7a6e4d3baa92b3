import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/engine/features/ledger.ts';
import { createLedger } from '../../../src/engine/features/create-ledger.ts';
import type { StreamFacts } from '../../../src/engine/stream/settle-stats.ts';
import { settleStats } from '../../../src/engine/stream/settle-stats.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { csvOf, type DrawnRows, drawnRows } from '../../fixtures/draw-rows.ts';
import { ingestTexts, populationOf, type Ready } from '../../fixtures/ingest-texts.ts';
import { openLines, statsOf } from '../../fixtures/read-stream.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';
import { streamLines } from '../../fixtures/stream-lines.ts';
import { sumLines } from '../../fixtures/sum-lines.ts';

const TEXTS = ['Кредит', 'карта', 'Карта', 'salary', 'биз'];
const catalogue = catalogueOf([
  product('a', {
    gates: [
      { metric: 'productSeen', texts: TEXTS, min: 1 },
      { anyOf: [{ metric: 'typeSeen', texts: TEXTS, min: 1 }] },
    ],
  }),
]);

/** What a ledger shows, in words that do not depend on how its frame numbers currencies and traits. */
const observed = (ledger: Ledger): unknown => {
  const { frame, categoryCount } = ledger;
  const slots = frame.months.length;
  const byCurrency: Record<string, unknown> = {};
  frame.currencies.forEach((code, at) => {
    if (ledger.currencyCount[at] === 0) return;
    const sums = [...ledger.foreignSpend.subarray(at * slots, (at + 1) * slots)];
    byCurrency[code] = [ledger.currencyCount[at], ...sums];
  });
  const traits = [...ledger.traitIds.subarray(0, ledger.traitCount)].map((id) => frame.traits[id]);
  const seen = TEXTS.map((text) =>
    (['product', 'type'] as const).map((source) =>
      traits.some((trait) => trait.source === source && trait.text.includes(text)),
    ),
  );
  return {
    profile: [ledger.name, ledger.status, ledger.city, ledger.age, ledger.balance, ledger.language],
    categories: [...ledger.categoryIds.subarray(0, categoryCount)].map(
      (id) => frame.categories[id],
    ),
    spend: [...ledger.spend.subarray(0, categoryCount * slots)],
    spendCount: [...ledger.spendCount.subarray(0, categoryCount)],
    transfers: [...ledger.transfers],
    transferCount: [...ledger.transferCount],
    byCurrency,
    seen,
  };
};

interface Observed {
  readonly frame: unknown;
  readonly clients: Readonly<Record<string, unknown>>;
}

const observeFiles = (ready: Ready): Observed => {
  const population = populationOf(ready);
  const ledger = createLedger(population.frame);
  const clients = Array.from({ length: population.size }, (_, client) => {
    population.open(client, ledger);
    return [ledger.code, observed(ledger)] as const;
  });
  const { months, dated, periodMonths, categories } = population.frame;
  return {
    frame: { months, dated, periodMonths, categories },
    clients: Object.fromEntries(clients),
  };
};

const observeStream = (lines: readonly string[], facts: StreamFacts): Observed => {
  const clients: (readonly [string, unknown])[] = [];
  const { population } = openLines(lines, facts, catalogue, (ledger) =>
    clients.push([ledger.code, observed(ledger)]),
  );
  const { months, dated, periodMonths, categories } = population.frame;
  return {
    frame: { months, dated, periodMonths, categories },
    clients: Object.fromEntries(clients),
  };
};

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
  }, 60_000);
});
