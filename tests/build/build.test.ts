import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copySources, digests, linkPackages, npm, SURROUNDINGS } from './clean-build.ts';

describe('a build', () => {
  it('depends on the sources alone', { timeout: 600_000 }, () => {
    const home = mkdtempSync(join(tmpdir(), 'vygoda-build-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const [first, second] = SURROUNDINGS.map(({ folder, env }) => {
      const place = join(home, folder);
      mkdirSync(place, { recursive: true });
      copySources(place);
      linkPackages(place);
      npm(place, ['run', '-s', 'build'], env);
      return { place, files: digests(place) };
    });
    expect(Object.keys(first.files)).toEqual(
      expect.arrayContaining(['dist/index.html', 'dist-node/vygoda.js']),
    );
    expect(second.files).toEqual(first.files);

    // Executors have Node and this one file, and no packages.
    const alone = readFileSync(join(first.place, 'dist-node/vygoda-stream.mjs'), 'utf8');
    const imported = [...alone.matchAll(/^import .* from "(?<name>[^"]+)";$/gm)];
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter(({ groups }) => !groups?.name.startsWith('node:'))).toEqual([]);

    const licences = readFileSync(join(first.place, 'dist/licences.md'), 'utf8');
    expect(licences).toMatch(
      /^## @vue\/runtime-core - \S+ \(MIT\)$[^]*Permission is hereby granted/m,
    );
  });
});
