import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** from → to, in words of folders; `type` makes it an `import type`. The last cell is the rule that must fire. */
const plants = `
  engine/kernel/a.ts                 engine/kernel/to.ts            value  -
  engine/kernel/b.ts                 engine/bytes/to.ts             type   kernel-reaches
  engine/bytes/a.ts                  engine/kernel/to.ts            value  -
  engine/bytes/b.ts                  engine/rows/to.ts              value  bytes-reaches
  engine/rows/a.ts                   engine/bytes/to.ts             value  -
  engine/rows/b.ts                   engine/features/to.ts          type   rows-reaches
  engine/features/a.ts               engine/rows/to.ts              value  -
  engine/features/b.ts               engine/ingest/to.ts            value  features-reaches
  engine/ingest/a.ts                 engine/features/to.ts          value  -
  engine/ingest/b.ts                 engine/benefits/to.ts          type   ingest-reaches
  engine/stream/a.ts                 engine/ingest/to.ts            value  -
  engine/stream/b.ts                 engine/pipeline.ts             value  stream-reaches
  engine/export/c.ts                 engine/stream/to.ts            type   export-reaches
  engine/benefits/a.ts               engine/features/to.ts          value  -
  engine/benefits/b.ts               engine/recommendations/to.ts   type   benefits-reaches
  engine/recommendations/a.ts        engine/benefits/to.ts          value  -
  engine/recommendations/b.ts        engine/texts/to.ts             value  recommendations-reaches
  engine/texts/a.ts                  engine/recommendations/to.ts   value  -
  engine/texts/b.ts                  engine/export/to.ts            value  texts-reaches
  engine/export/a.ts                 engine/texts/to.ts             value  -
  engine/export/b.ts                 presets/to.ts                  type   export-reaches
  engine/pipeline.ts                 engine/export/to.ts            value  -
  engine/pipeline.ts                 engine/ingest/to.ts            value  -
  engine/pipeline.ts                 worker/contract.ts             type   pipeline-reaches
  engine/other.ts                    engine/kernel/to.ts            value  no-row
  elsewhere/a.ts                     engine/kernel/to.ts            value  no-row
  presets/a.ts                       engine/benefits/to.ts          type   -
  presets/b.ts                       engine/benefits/to.ts          value  presets-types-only
  presets/c.ts                       locales/to.ts                  value  presets-reaches
  locales/a.ts                       engine/kernel/to.ts            type   locales-reaches
  worker/a.ts                        engine/pipeline.ts             value  -
  worker/b.ts                        worker/contract.ts             type   -
  worker/c.ts                        presets/to.ts                  value  worker-reaches
  worker/d.ts                        app/stores/to.ts               type   worker-reaches
  app/components/A.vue               engine/texts/to.ts             type   -
  app/components/B.vue               engine/kernel/to.ts            value  -
  app/components/C.vue               engine/texts/to.ts             value  components-types-only
  app/components/D.vue               app/stores/to.ts               value  components-reaches
  app/components/E.vue               app/views/To.vue               value  components-reaches
  app/components/F.vue               worker/contract.ts             type   components-reaches
  app/composables/a.ts               app/stores/to.ts               value  composables-reaches
  app/views/A.vue                    app/components/To.vue          value  -
  app/views/B.vue                    app/stores/to.ts               value  -
  app/views/C.vue                    worker/contract.ts             type   views-reaches
  app/views/D.vue                    engine/kernel/to.ts            value  views-reaches
  app/stores/a.ts                    worker/contract.ts             value  -
  app/stores/b.ts                    worker/pool.ts                 value  -
  app/stores/c.ts                    presets/to.ts                  value  -
  app/stores/d.ts                    engine/features/to.ts          type   -
  app/stores/e.ts                    engine/features/to.ts          value  stores-types-only
  app/stores/f.ts                    worker/sources/to.ts           value  stores-reaches
  app/stores/g.ts                    app/components/To.vue          value  stores-reaches
  app/main.ts                        app/views/To.vue               value  -
  app/main.ts                        worker/browser-entry.ts?worker&url  value  -
  app/main.ts                        server/to.ts                   value  page-reaches
  server/a.ts                        engine/pipeline.ts             value  -
  server/b.ts                        presets/to.ts                  value  -
  server/c.ts                        cli/main.ts                    value  server-reaches
  cli/main.ts                        server/to.ts                   value  -
  cli/a.ts                           server/to.ts                   value  cli-reaches
  cli/b.ts                           app/stores/to.ts               type   cli-reaches
  cluster/a.ts                       engine/pipeline.ts             value  -
  cluster/b.ts                       app/stores/to.ts               type   cluster-reaches
  engine/rows/core.ts                node:fs                        value  pure
  app/stores/core.ts                 node:fs                        value  node-on-the-page
  worker/core.ts                     node:fs                        value  node-on-the-page
  worker/node-core.ts                node:fs                        value  -
  worker/missing.ts                  worker/nowhere.ts              value  unresolvable
  worker/circle-1.ts                 worker/circle-2.ts             type   circular
  worker/circle-2.ts                 worker/circle-1.ts             type   circular
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/) as [string, string, 'value' | 'type', string]);

const root = mkdtempSync(join(tmpdir(), 'vygoda-layers-'));
let result: ICruiseResult;

const withoutQuery = (path: string): string => path.replace(/\?.*/, '');

function plant(path: string, lines: readonly string[]): void {
  const script = lines.join('\n');
  mkdirSync(dirname(join(root, 'src', path)), { recursive: true });
  writeFileSync(
    join(root, 'src', path),
    path.endsWith('.vue') ? `<script setup lang="ts">\n${script}\n</script>\n` : `${script}\n`,
  );
}

function specifier(from: string, to: string): string {
  if (to.startsWith('node:')) return to;
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

beforeAll(async () => {
  for (const [, to, , rule] of plants)
    if (!to.startsWith('node:') && rule !== 'unresolvable') plant(withoutQuery(to), ['export {};']);
  plant('worker/alone.ts', ['export {};']);
  const files = new Map<string, string[]>();
  for (const [index, [from, to, kind]] of plants.entries()) {
    const names = `${kind === 'type' ? 'type ' : ''}{ a${String(index)} }`;
    const line = `import ${names} from '${specifier(from, to)}';`;
    files.set(from, [...(files.get(from) ?? []), line]);
  }
  for (const [path, lines] of files) plant(path, lines);

  const config = await extractConfig(join(import.meta.dirname, 'layers.config.js'));
  const cruised = await cruise(['src'], {
    ...config.options,
    ruleSet: { forbidden: config.forbidden ?? [] },
    validate: true,
    baseDir: root,
  });
  result = cruised.output as ICruiseResult;
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('layers', () => {
  it.each(plants)('%s → %s (%s): %s', (from, to, _kind, rule) => {
    const importer = result.modules.find(({ source }) => source === `src/${from}`);
    const dependency = importer?.dependencies.find(
      ({ protocol, module }) => [protocol, module].join('') === specifier(from, to),
    );
    expect(dependency, 'the import was seen').toBeDefined();
    const fired = (dependency?.rules ?? []).map(({ name }) => name);
    expect(fired).toEqual(rule === '-' ? [] : [rule]);
  });

  it('reports a module nobody uses', () => {
    const alone = result.modules.find(({ source }) => source === 'src/worker/alone.ts');
    expect(alone?.rules?.map(({ name }) => name)).toEqual(['orphan']);
  });
});
