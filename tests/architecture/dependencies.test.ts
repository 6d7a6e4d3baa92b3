import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
/** What is needed for development alone is marked; all else may ship. */
const shipped = packages.filter(([, { dev }]) => dev !== true);

/** They ask for nothing but their text: what ships may be used and passed on by anybody. */
const SHIPPED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Zlib'];
/** Tools, too, that ask for changes to their own files to be open: they are not changed, nor shipped. */
const TOOLS = [...SHIPPED, 'BlueOak-1.0.0', 'MPL-2.0'];

/** Of what is joined by AND each must be allowed, of what is joined by OR any. */
const isAllowed = (list: readonly string[], license: string): boolean =>
  license
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => list.includes(name)));

const outside = (list: readonly string[], some: typeof packages): string[] =>
  some
    .filter(([, { license = 'none' }]) => !isAllowed(list, license))
    .map(([path, { license = 'none' }]) => `${path}: ${license}`);

describe('packages', () => {
  it('have licences of the list', () => {
    expect(shipped.length).toBeGreaterThan(20);
    expect(outside(SHIPPED, shipped)).toEqual([]);
    expect(outside(TOOLS, packages)).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['AGPL-3.0', false],
    ['none', false],
    ['(MIT AND Zlib)', true],
    ['(MIT AND AGPL-3.0)', false],
    ['(MIT OR AGPL-3.0)', true],
    ['MIT-0', false],
  ])('with %s are allowed: %s', (license, allowed) => {
    expect(isAllowed(SHIPPED, license)).toBe(allowed);
  });

  it('are installed with the licence that the lock names', () => {
    const installed = packages.filter(([path]) => existsSync(join(root, path, 'package.json')));
    expect(installed.length).toBeGreaterThan(200);
    for (const [path, { license }] of installed) {
      const text = readFileSync(join(root, path, 'package.json'), 'utf8');
      const found = (JSON.parse(text) as { license?: string | { type: string } }).license;
      expect([path, typeof found === 'object' ? found.type : found]).toEqual([path, license]);
    }
  });

  it('are what they were, to the bit, and run nothing when they are installed', () => {
    expect(packages.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
    expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});

describe('the bill of materials', () => {
  it('names every package, its licence and digest, and which of them ship', () => {
    const text = execFileSync('npm', ['run', '-s', 'sbom'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const { bomFormat, metadata, components } = JSON.parse(text) as Materials;
    expect(metadata.component.name).toBe('vygoda');
    expect(bomFormat).toBe('CycloneDX');
    const isTool = ({ properties }: Component): boolean =>
      properties.some(({ name }) => name === 'cdx:npm:package:development');
    expect(purls(components)).toEqual(lockedPurls(packages));
    expect(purls(components.filter((one) => !isTool(one)))).toEqual(lockedPurls(shipped));
    for (const { purl, licenses, hashes } of components) {
      expect([purl, licenses.length, hashes.length]).toEqual([purl, 1, 1]);
    }
  });
});

interface Materials {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly Component[];
}

interface Component {
  readonly purl: string;
  readonly properties: readonly { readonly name: string }[];
  readonly licenses: readonly unknown[];
  readonly hashes: readonly unknown[];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
const purls = (components: readonly Component[]): string[] =>
  unique(components.map(({ purl }) => decodeURIComponent(purl)));
const lockedPurls = (some: typeof packages): string[] =>
  unique(some.map(([path, { version }]) => `pkg:npm/${nameOf(path)}@${version}`));
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');
