/**
 * `npm run check:texts [-- CLIENTS = 100000 [SEED = 1]]`: writes the texts of that many random clients about
 * every product of a catalogue (each in turn), in each language and channel, and checks each by every
 * rule. Ends with 1 when a blocking rule is broken by any.
 */
import fc from 'fast-check';
import type { Catalogue } from '../../src/engine/benefits/catalogue.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { CHANNELS, LANGUAGE_PACKS } from '../../src/presets/texts/index.ts';
import { anyClient } from '../fixtures/any-client.ts';
import { writeTexts } from '../presets/texts/write-texts.ts';

/** Drawn at a time, so that memory does not grow with their number. */
const BATCH = 500;
const SHOWN = 20;
const [clients = 100_000, seed = 1] = process.argv.slice(2).map(Number);

const ways = Object.values(LANGUAGE_PACKS).flatMap((pack) =>
  Object.values(CHANNELS).map((channel) => ({ pack, channel })),
);
const broken: Record<'error' | 'warning', Map<string, number>> = {
  error: new Map(),
  warning: new Map(),
};
const variants = new Set<string>();
const shown: string[] = [];
let written = 0;
let failed = 0;

const write = (catalogue: Catalogue, ledger: Parameters<typeof writeTexts>[2]): void => {
  for (const { pack, channel } of ways) {
    const texts = writeTexts(catalogue, pack, ledger, channel, [ledger.code]);
    for (const { product, text, variant, findings, ok } of texts) {
      written++;
      variants.add([catalogue.id, pack.language, channel.id, product.code, variant].join(' '));
      for (const { rule, severity } of findings)
        broken[severity].set(rule, (broken[severity].get(rule) ?? 0) + 1);
      if (ok) continue;
      failed++;
      const rules = findings.map(({ rule, at }) => `${rule} "${at}"`).join(', ');
      if (shown.length < SHOWN)
        shown.push(`${catalogue.id} ${product.code} ${channel.id}: ${rules}\n  ${text}`);
    }
  }
};

const start = process.cpuUsage();
for (let from = 0; from < clients; from += BATCH) {
  const numRuns = Math.min(BATCH, clients - from);
  const drawn = fc.sample(anyClient, { numRuns, seed: seed * 1_000_000 + from });
  drawn.forEach((ledger, at) => {
    write(catalogues[(from + at) % catalogues.length], ledger);
  });
}
const { user, system } = process.cpuUsage(start);
const list = (rules: ReadonlyMap<string, number>): string =>
  [...rules].map(([rule, count]) => `${rule} ${String(count)}`).join(', ') || 'none';
console.log(
  [
    ...shown,
    `${String(clients)} clients, seed ${String(seed)}: ${String(written)} texts from ${String(variants.size)} variants`,
    `blocking rules broken: ${list(broken.error)}; texts that may not be sent: ${String(failed)}`,
    `warnings: ${list(broken.warning)}`,
    `${((user + system) / 1e6).toFixed(0)} s of processor time`,
  ].join('\n'),
);
process.exitCode = failed === 0 ? 0 : 1;
