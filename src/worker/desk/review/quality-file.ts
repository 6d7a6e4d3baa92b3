import { CsvWriter } from '../../../engine/bytes/csv-writer.ts';
import type { CsvCell } from '../../../engine/bytes/csv-row.ts';
import type { ExportedFile } from '../../contract.ts';
import type { QualityReport } from '../../review-contract.ts';

/** The report as a file: JSON whole, CSV as one long table of figures with what they are about. */
export const qualityFile = (report: QualityReport, format: 'csv' | 'json'): ExportedFile => {
  const name = `vygoda-text-quality.${format}`;
  if (format === 'json') {
    const blob = new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: 'application/json' });
    return { name, blob, rows: report.texts };
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const writer = new CsvWriter((chunk) => chunks.push(chunk), {});
  writer.write(['section', 'item', 'figure', 'value']);
  const rows = figuresOf(report);
  for (const row of rows) writer.write(row);
  writer.end();
  return { name, blob: new Blob(chunks, { type: 'text/csv;charset=utf-8' }), rows: rows.length };
};

const figuresOf = (report: QualityReport): CsvCell[][] => {
  const { texts, good, distinct, stencils, twins, length, compared } = report;
  const whole = { texts, good, distinct, stencils, twins, compared };
  return [
    ...Object.entries(whole).map(([figure, value]) => ['campaign', '', figure, value]),
    ...Object.entries(report.byLanguage).map(([item, value]) => ['language', item, 'texts', value]),
    ...report.rules.map(({ rule, passed }) => ['rule', rule, 'passed', passed]),
    ...length.counts.map((value, at) => ['length', length.from + at, 'texts', value]),
    ...report.products.flatMap((product) => [
      ['product', product.product, 'texts', product.texts],
      ['product', product.product, 'distinct', product.distinct],
      ['product', product.product, 'stencils', product.stencils],
      ...product.variants.map((value, at) => [
        'product',
        product.product,
        `variant ${String(at + 1)}`,
        value,
      ]),
    ]),
    ...report.alike.map(({ share, texts: [a, b] }) => [
      'alike',
      `${a.code} / ${b.code}`,
      'share',
      share,
    ]),
  ];
};
