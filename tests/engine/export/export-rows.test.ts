import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Export } from '../../../src/engine/export/export.ts';
import {
  benefitsExport,
  type FailedText,
  offersExport,
  tableExport,
  topExport,
} from '../../../src/engine/export/export-rows.ts';
import { explainWhole, writeExplanations } from '../../../src/engine/export/explanations.ts';
import { writeCsv, writeJson } from '../../../src/engine/export/write-export.ts';
import { toRef } from '../../../src/engine/benefits/metric-ref.ts';
import { codePoints } from '../../../src/engine/texts/code-points.ts';
import { naturalOrder } from '../../../src/engine/kernel/natural-order.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { demoSources } from '../../fixtures/demo-sources.ts';
import { adviseSources } from '../../fixtures/read-demo.ts';

let advice: Awaited<ReturnType<typeof adviseSources>>;

beforeAll(async () => {
  advice = await adviseSources(demoSources(120), standard);
});

type Write = (clients: Uint32Array, sink: (chunk: Uint8Array<ArrayBuffer>) => void) => void;

const written = (write: Write): string => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  write(naturalOrder(advice.codes), (chunk) => (text += decoder.decode(chunk, { stream: true })));
  return text;
};

const csvOf = (what: Export): string =>
  written((clients, sink) => void writeCsv(what, clients, sink));

const rowsOf = (csv: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

const failures: FailedText[] = [];
const offers = (): Export =>
  offersExport(advice.advisor, advice.texts, (text) => failures.push(text));

describe('the exports', () => {
  it('offers: one row for each client with an offer, and no text that fails a check', () => {
    failures.length = 0;
    const rows = rowsOf(csvOf(offers()));
    const sent = rowsOf(csvOf(topExport(advice.advisor))).filter((row) => row.send === 'yes');
    expect(Object.keys(rows[0])).toEqual(['client_code', 'product', 'push_notification']);
    expect(failures).toEqual([]);
    expect(rows.map((row) => [row.client_code, row.product])).toEqual(
      sent.map((row) => [row.client_code, row.product]),
    );
    for (const { push_notification: text } of rows) {
      expect(codePoints(text)).toBeGreaterThanOrEqual(180);
      expect(codePoints(text)).toBeLessThanOrEqual(220);
    }
  });

  it('top: ranks 1 to 4 for every client, send on rank 1 alone', () => {
    const rows = rowsOf(csvOf(topExport(advice.advisor)));
    expect(rows).toHaveLength(4 * advice.codes.length);
    for (const [at, row] of rows.entries()) {
      expect(row.rank).toBe(String((at % 4) + 1));
      if (row.rank !== '1') expect(row.send).toBe('no');
    }
  });

  it('top and benefits say the same of a product', () => {
    const benefits = new Map(
      rowsOf(csvOf(benefitsExport(advice.advisor))).map((row) => [
        `${row.client_code}/${row.product}`,
        row,
      ]),
    );
    expect(benefits.size).toBe(advice.codes.length * standard.products.length);
    for (const row of rowsOf(csvOf(topExport(advice.advisor)))) {
      const other = benefits.get(`${row.client_code}/${row.product}`)!;
      expect(row.benefit_kzt_per_month).toBe(other.benefit_kzt_per_month);
      expect(row.fit).toBe(other.fit);
      if (row.benefit_kzt_per_month !== '') {
        expect(Number(row.expected_kzt_per_month)).toBe(
          Number(row.benefit_kzt_per_month) * Number(row.fit),
        );
      }
    }
  });

  it('need products have an empty cell for money, never a zero', () => {
    const loans = rowsOf(csvOf(benefitsExport(advice.advisor))).filter(
      ({ product }) => standard.products.find(({ name }) => name === product)!.lane !== 'value',
    );
    expect(loans.length).toBeGreaterThan(0);
    expect(new Set(loans.map((row) => row.benefit_kzt_per_month))).toEqual(new Set(['']));
  });

  it('comes in natural order of code, whatever order the clients were read in', () => {
    const codes = rowsOf(csvOf(tableExport(advice.advisor, advice.texts))).map((row) =>
      Number(row.client_code),
    );
    expect(codes).toEqual([...codes].sort((a, b) => a - b));
    expect(codes).toHaveLength(120);
  });

  it('JSON holds what CSV holds, with null for an empty cell', () => {
    const what = topExport(advice.advisor);
    const json = JSON.parse(
      written((clients, sink) => void writeJson(what, clients, sink)),
    ) as Record<string, string | number | null>[];
    const asText = json.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)]),
      ),
    );
    expect(asText).toEqual(rowsOf(csvOf(what)));
  });

  it('explanations carry the numbers of the benefits file', () => {
    const explained = JSON.parse(
      written((clients, sink) => writeExplanations(explainWhole(advice.advisor), clients, sink)),
    ) as {
      client_code: string;
      products: { product: string; benefit: number | null; fit: number }[];
    }[];
    const flat = explained.flatMap(({ client_code, products }) =>
      products.map(({ product, benefit, fit }) => [
        client_code,
        product,
        benefit === null ? '' : String(benefit),
        String(fit),
      ]),
    );
    const rows = rowsOf(csvOf(benefitsExport(advice.advisor)));
    expect(flat).toEqual(
      rows.map((row) => [row.client_code, row.product, row.benefit_kzt_per_month, row.fit]),
    );
  });

  it('an explanation is whole: every condition, sign and line, the margin and what would flip it', () => {
    const explain = explainWhole(advice.advisor);
    let flips = 0;
    for (let client = 0; client < 40; client++) {
      const { top, margin, flip, products } = explain(client);
      expect(margin).toMatchObject({ over: top[1].product });
      if (margin?.measure === 'tenge') {
        const [first, second] = top.map(({ product }) =>
          products.find((p) => p.product === product),
        );
        expect(margin.amount).toBeCloseTo(
          (first?.expected ?? NaN) - (top[1].lead === 'value' ? (second?.expected ?? NaN) : 0),
          9,
        );
      }
      if (flip !== null) {
        flips++;
        expect(flip.first).not.toBe(top[0].product);
      }
      for (const [at, { gates, signals, lines, benefit }] of products.entries()) {
        const product = standard.products[at];
        expect(gates.map(({ asks }) => asks)).toEqual(product.gates);
        expect(signals).toEqual(
          product.signals.map((signal) => expect.objectContaining(toRef(signal)) as unknown),
        );
        const terms = product.benefit.flatMap((part) => part.lines.map(({ of }) => of));
        expect(lines.filter(({ rate }) => rate !== null)).toEqual(
          terms.map((of) => expect.objectContaining(of) as unknown),
        );
        const sum = lines.reduce((total, { amount }) => total + amount, 0);
        if (benefit !== null) expect(Math.max(0, sum)).toBeCloseTo(benefit, 6);
      }
    }
    expect(flips).toBeGreaterThan(20);
  });

  it('writes a header and nothing else for nobody', () => {
    let text = '';
    const rows = writeCsv(
      topExport(advice.advisor),
      [],
      (chunk) => (text += new TextDecoder().decode(chunk)),
    );
    expect(rows).toBe(0);
    expect(text.split('\n')).toHaveLength(2);
  });
});
