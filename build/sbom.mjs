import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The bill of materials by npm, which calls the program by the folder it lies in. */
const flags = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
const bill = JSON.parse(execFileSync('npm', ['sbom', ...flags], { maxBuffer: 1 << 28 }));
bill.metadata.component.name = JSON.parse(readFileSync('package.json', 'utf8')).name;
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
