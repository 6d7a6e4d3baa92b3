import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const cap = 250;
const longFiles = JSON.parse(read('tests/architecture/long-files.json')) as Record<string, string>;

interface HouseRule {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  readonly breaks: (text: string) => boolean;
  /** A path and a text that the rule must object to, and one that it must let pass. */
  readonly bad: readonly [string, string];
  readonly good: readonly [string, string];
}

/** Examples in comments are welcome in any script. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[^]*?\*\/|<!--[^]*?-->|(?<!:)\/\/.*/g, '');

const rules: readonly HouseRule[] = [
  {
    name: 'no default export but that of a .vue file',
    appliesTo: (path) => path.endsWith('.ts'),
    breaks: (text) => /^export default\b|\bas default\b/m.test(text),
    bad: ['src/engine/a.ts', 'export default function scan() {}'],
    good: ['src/engine/a.ts', 'export function scan() {} // the default'],
  },
  {
    name: 'no word in Cyrillic outside presets and locales',
    appliesTo: (path) => /\.(ts|vue|css)$/.test(path) && !/^src\/(presets|locales)\//.test(path),
    breaks: (text) => /\p{Script=Cyrillic}/u.test(withoutComments(text)),
    bad: ['src/app/a.vue', '<p>\u0412\u044b\u0433\u043e\u0434\u0430</p>'],
    good: ['src/engine/a.ts', '/* \u0412\u044b */ const a = 1; // \u0433\u043e'],
  },
  {
    name: 'no regular expression made of anything but constants',
    appliesTo: (path) => /\.(ts|vue)$/.test(path),
    breaks: (text) =>
      /\bRegExp\((?!\s*(?:[A-Z]+\b|['"`]))|\bRegExp\(\s*`[^`]*\$\{(?![A-Z]+\})/.test(text),
    bad: ['src/engine/a.ts', 'const a = new RegExp(`^${name}`)'],
    good: ['src/engine/a.ts', 'const a = new RegExp(`^${RUN}$`); const b = new RegExp(RUN)'],
  },
];

const offends = (rule: HouseRule, path: string, text: string): boolean =>
  rule.appliesTo(path) && rule.breaks(text);

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

describe.each(rules)('$name', (rule) => {
  it('objects to a planted fault and to nothing else', () => {
    expect(offends(rule, ...rule.bad)).toBe(true);
    expect(offends(rule, ...rule.good)).toBe(false);
  });

  it('holds in src', () => {
    expect(sources.filter((path) => rule.appliesTo(path) && rule.breaks(read(path)))).toEqual([]);
  });
});

describe('every folder explains itself', () => {
  const folders = new Set(
    sources.map((path) => /^src\/(engine\/[^/]+(?=\/)|[^/]+)(?=\/)/.exec(path)?.[0] ?? 'src'),
  );
  folders.delete('src');

  it.each([...folders])('%s has a README.md of a screen at most', (folder) => {
    const readme = join(folder, 'README.md');
    expect(existsSync(join(root, readme)), readme).toBe(true);
    expect(read(readme).split('\n').length).toBeLessThan(60);
  });
});

describe('files longer than ESLint lets them be', () => {
  it('have a reason, and are still long', () => {
    for (const [path, reason] of Object.entries(longFiles)) {
      expect(reason, path).toMatch(/\w+ \w+/);
      expect(read(path).split('\n').length, path).toBeGreaterThan(cap);
    }
  });
});

describe('package-lock.json', () => {
  it('names no download address', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": *"http/);
  });
});
