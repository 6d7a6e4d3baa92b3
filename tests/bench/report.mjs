/** results.json → the chart, and the tables between the markers of the READMEs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawChart } from './chart.mjs';
import { TARGETS } from './targets.mjs';

const own = import.meta.dirname;
const root = join(own, '../..');
const RESULTS = join(own, 'results.json');
/** The size whose figures are shown first. */
const MAIN = 'usual';
const SIMPLE = 'DuckDB, simple';

/** One entry a size. */
export const readResults = () =>
  existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : [];

export const writeResults = (results) =>
  writeFileSync(
    RESULTS,
    `${JSON.stringify(
      [...results].sort((a, b) => a.data.rows - b.data.rows || a.data.bytes - b.data.bytes),
      null,
      2,
    )}\n`,
  );

export const writeReports = () => {
  const results = readResults();
  const main = results.find(({ size }) => size === MAIN) ?? results[0];
  if (main === undefined) return;
  writeFileSync(join(own, 'chart.svg'), chartOf(main));
  const sections = [main, ...results.filter((result) => result !== main)].map(sectionOf);
  const chart = `![Megabytes a second](chart.svg)`;
  fillIn(join(own, 'README.md'), [chart, ...targetsOf(main), ...sections].join('\n\n'));
  fillIn(join(root, 'README.md'), shortTable(main));
};

/** Replaces what is between the markers. */
const fillIn = (path, text) =>
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      /(<!-- bench -->)[^]*?(<!-- \/bench -->)/,
      (_, open, close) => `${open}\n\n${text}\n\n${close}`,
    ),
  );

const chartOf = ({ data, rows }) =>
  drawChart(
    `Megabytes a second: ${dataText(data)}`,
    rows
      .filter(({ limit, seconds }) => limit !== undefined && seconds !== undefined)
      .map(({ name, megabytesPerSecond }) => ({
        label: name,
        value: megabytesPerSecond,
        isOwn: name.startsWith('Vygoda'),
      }))
      .sort((a, b) => b.value - a.value),
  );

const dataText = ({ rows, clients, bytes }) =>
  `${rows.toLocaleString('en')} rows, ${clients.toLocaleString('en')} clients, ${Math.round(bytes / 1e6)} MB`;

const table = (head, align, rows) =>
  [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const timesText = (value) => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 1));

const sectionOf = ({ size, data, machine, date, runs, rows }) => {
  const secondsOf = (name) => rows.find((row) => row.name === name)?.seconds;
  const body = rows.map((row) => {
    const { name, does, reason, seconds, megabytesPerSecond, peakMegabytes, limit } = row;
    if (reason !== undefined) return [name, does, reason, '', '', '', ''];
    const simple = secondsOf(SIMPLE);
    const alone = secondsOf(limit);
    return [
      name,
      does,
      seconds.toFixed(2),
      megabytesPerSecond,
      timesText(simple && simple / seconds),
      alone === undefined ? '' : `${Math.round((alone / seconds) * 100)} %`,
      peakMegabytes ?? '',
    ];
  });
  const versions = [...new Set(rows.flatMap(({ version }) => version ?? []))].join(', ');
  const shared =
    machine.load > machine.processors
      ? ` The machine was shared (load ${machine.load} on ${machine.processors} processors): compare, do not quote.`
      : '';
  return [
    `### \`${size}\`: ${dataText(data)}`,
    `${machine.processors} processors (${machine.model}), ${machine.memoryGiB} GiB; ${versions}; medians of ${runs}, ${date}.${shared}`,
    table(
      [
        'contender',
        'does',
        'median, s',
        'MB/s',
        '× DuckDB, simple',
        'of reading alone',
        'peak, MB',
      ],
      ['---', '---', '---:', '---:', '---:', '---:', '---:'],
      body,
    ),
  ].join('\n\n');
};

/** Nothing where the contenders of the targets were not all measured. */
const targetsOf = ({ size, rows }) => {
  if (size !== MAIN) return [];
  const row = (name) => rows.find((known) => known.name === name) ?? {};
  const body = TARGETS.map(({ what, wanted, of }) => {
    const measured = of(row);
    const figure = Number.isFinite(measured) ? timesText(measured) : 'not measured';
    return [what, `≥ ${wanted}`, figure, measured >= wanted ? 'yes' : 'no'];
  });
  return [
    table(['wanted', 'at least', 'measured', 'reached'], ['---', '---:', '---:', '---'], body),
  ];
};

const shortTable = ({ data, machine, rows }) =>
  [
    `${dataText(data)}, ${machine.processors} processors:`,
    table(
      ['contender', 'does', 'MB/s', 'peak, MB'],
      ['---', '---', '---:', '---:'],
      rows
        .filter(({ limit }) => limit !== undefined)
        .map(({ name, does, reason, megabytesPerSecond, peakMegabytes }) => [
          name,
          does,
          reason ?? megabytesPerSecond,
          peakMegabytes ?? '',
        ]),
    ),
  ].join('\n\n');

// `node tests/bench/report.mjs`: writes the reports anew from the results there are.
if (import.meta.url === pathToFileURL(process.argv[1]).href) writeReports();
