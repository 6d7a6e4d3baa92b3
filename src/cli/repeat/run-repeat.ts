import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { acceptCatalogue } from '../../engine/texts/accept-catalogue.ts';
import { demoFiles } from '../../presets/demo/demo-files.ts';
import { LANGUAGE_PACKS } from '../../presets/texts/index.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import type { Manifest } from '../../project/manifest.ts';
import { readManifest } from '../../project/read-manifest.ts';
import type { Sample } from '../../project/sources.ts';
import { nodePool } from '../../worker/node-pool.ts';
import { readMeasured } from '../../worker/read-measured.ts';
import { expandContainers } from '../../worker/sources/expand-containers.ts';
import { listedSources } from '../../worker/sources/listed-sources.ts';
import { memorySource } from '../../worker/sources/memory-source.ts';
import { nodeHost } from '../../worker/sources/node-host.ts';
import { faultSentence } from '../fault-sentence.ts';
import { openOutput } from '../output.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { markFiles, matchSources } from './match-sources.ts';
import { makeExport } from './make-export.ts';

export interface RepeatOptions {
  readonly manifest: string;
  /** Where its input files are. */
  readonly inputs: readonly string[];
  /** null: standard output. */
  readonly out: string | null;
  /** null: as many as suit the machine. */
  readonly threads: number | null;
}

/**
 * Makes an exported file again from its manifest and the same input: the same bytes, or one sentence
 * that says why not, and then nothing is written.
 */
export const runRepeat = async (options: RepeatOptions): Promise<Outcome<null, string>> => {
  const manifest = await loadManifest(options.manifest);
  if (!manifest.ok) return manifest;
  const { exported, work } = manifest.value;
  const catalogue = acceptCatalogue(work.catalogue, LANGUAGE_PACKS);
  if (!catalogue.ok) {
    const [{ path: place, code, text }] = catalogue.fault;
    return failed(`The catalogue in the manifest cannot be used: ${place}: ${code} ${text}`);
  }
  const sources = await sourcesOf(manifest.value, options.inputs);
  if (!sources.ok) return sources;

  const { reading: choices, fx, months } = work;
  const reading = { vocabulary: VOCABULARY, choices, fx, months };
  const pool = nodePool(options.threads);
  const result = await readMeasured(sources.value, reading, catalogue.value, pool, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  if (result.outcome === 'cancelled') return failed('Cancelled');
  if (result.outcome === 'refused') return failed(faultSentence(result.fault));

  const made = await makeExport(result, { ...work, catalogue: catalogue.value }, exported);
  if (!made.ok) return made;
  const bytes = new Uint8Array(await made.value.arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') !== exported.sha256) {
    return failed(otherBytes(manifest.value));
  }
  const output = openOutput(options.out);
  output.write(bytes);
  output.close();
  return done(null);
};

const loadManifest = async (path: string): Promise<Outcome<Manifest, string>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return failed(`The manifest "${path}" cannot be read`);
  }
  const read = readManifest(text);
  if (read.ok) return read;
  const reasons = {
    'not-a-manifest': 'it is no manifest',
    newer: 'it was written by a newer version of the program',
    'too-deep': 'it is not built as a manifest is',
    wrong: 'flaw' in read.fault ? `${read.fault.flaw.path}: ${read.fault.flaw.code}` : '',
  };
  return failed(`The manifest "${path}" cannot be used: ${reasons[read.fault.code]}`);
};

const sourcesOf = async (
  { sources, sample }: Manifest,
  paths: readonly string[],
): Promise<Outcome<readonly ByteSource[], string>> => {
  if (sample !== null) return done(sampleSources(sample));
  const found = await markFiles(paths);
  if (!found.ok) return found;
  const matched = matchSources(sources, found.value);
  if (!matched.ok) return matched;
  const listed = listedSources(await expandContainers(matched.value, nodeHost), nodeHost);
  return listed.ok ? listed : failed(faultSentence(listed.fault));
};

const sampleSources = (sample: Sample): ByteSource[] => {
  const encoder = new TextEncoder();
  const { clients, transactions, transfers } = demoFiles(sample);
  return [
    memorySource('clients.csv', encoder.encode(clients)),
    memorySource('transactions.csv', encoder.encode(transactions)),
    memorySource('transfers.csv', encoder.encode(transfers)),
  ];
};

const otherBytes = ({ program, exported }: Manifest): string =>
  program === PROGRAM_VERSION
    ? `The result is not the file of the manifest, whose SHA-256 is ${exported.sha256}: the manifest was changed`
    : `The result is not the file of the manifest: version ${program} made it, and this is ${PROGRAM_VERSION}`;
