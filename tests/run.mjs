/** `npm test`: every check in turn; the last line is `N passed, N failed` over all tests of both runners. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'node_modules/.cache/test-reports');
const unitReport = join(reports, 'unit.json');
const pageReport = join(reports, 'e2e.json');
const clusterReport = join(reports, 'cluster.json');

const unit = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });
const page = ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected });

/** A step without a report is a gate: when it fails, what comes after it would only repeat the news. */
const steps = [
  { run: ['npm', 'run', 'types'] },
  { run: ['npm', 'run', 'lint'] },
  { run: ['npm', 'run', 'layers'] },
  {
    run: [
      ...['npx', 'vitest', 'run', '--reporter=default', '--reporter=json'],
      `--outputFile.json=${unitReport}`,
    ],
    report: unitReport,
    counts: unit,
  },
  { run: ['npm', 'run', 'build'] },
  {
    run: [
      ...['npx', 'playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
      '--reporter=list,json',
    ],
    report: pageReport,
    counts: page,
  },
  {
    // Without Java and Python it says so and leaves no report.
    run: [
      ...['npm', 'run', '--silent', 'test:cluster', '--'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${clusterReport}`],
    ],
    report: clusterReport,
    counts: unit,
  },
];

const total = { passed: 0, failed: 0 };
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

for (const step of steps) {
  console.log(`\n> ${step.run.join(' ')}`);
  const ok = succeeds(step.run);
  const counts = step.report && existsSync(step.report) ? readCounts(step) : undefined;
  total.passed += counts?.passed ?? 0;
  // A step that fails without a failed test (a type error, a server that does not start) counts as one.
  total.failed += ok ? 0 : Math.max(1, counts?.failed ?? 0);
  if (!ok && !counts) break;
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function succeeds([program, ...parameters]) {
  const { status } = spawnSync(program, parameters, {
    cwd: root,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: pageReport },
    stdio: 'inherit',
    // On Windows npm and npx are scripts of the shell.
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function readCounts({ report, counts }) {
  return counts(JSON.parse(readFileSync(report, 'utf8')));
}
