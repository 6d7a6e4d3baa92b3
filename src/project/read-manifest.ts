import { JsonReader } from '../engine/benefits/json-reader.ts';
import type { ReportTotals } from '../engine/ingest/report.ts';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { longText } from './long-text.ts';
import { type ExportedMark, type Manifest, MANIFEST_FORMAT } from './manifest.ts';
import type { ProjectFlaw } from './project.ts';
import { readJson } from './read-json.ts';
import { readDigest, readSample, readSources } from './sources.ts';
import { readCodes, readWork } from './work.ts';

export type ManifestFault =
  | { readonly code: 'not-a-manifest' | 'newer' | 'too-deep' }
  | { readonly code: 'wrong'; readonly flaw: ProjectFlaw };

const KEYS = 'manifest program madeAt exported counts sources sample work'.split(' ');
const COUNTS: readonly (keyof ReportTotals)[] = [
  ...(['files', 'bytes', 'records', 'used', 'reported'] as const),
  ...(['clients', 'transactions', 'transfers'] as const),
];
const EXPORTED = 'name bytes rows sha256 what format delimiter bom clients'.split(' ');
const WHOLE: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER];

/** A manifest from anywhere, built anew from what was checked. */
export const readManifest = (text: string): Outcome<Manifest, ManifestFault> => {
  const json = readJson(text);
  if (!json.ok) return failed({ code: json.fault === 'damaged' ? 'not-a-manifest' : json.fault });
  const { value } = json;
  if (typeof value !== 'object' || value === null || !('manifest' in value)) {
    return failed({ code: 'not-a-manifest' });
  }
  if (Number(value.manifest) > MANIFEST_FORMAT) return failed({ code: 'newer' });

  const reader = new JsonReader();
  const source = reader.object(value, '', KEYS);
  const counts = reader.object(source.counts, 'counts', COUNTS);
  const work = readWork(source.work, reader);
  const manifest = {
    manifest: reader.oneOf(source.manifest, 'manifest', [MANIFEST_FORMAT]),
    program: reader.text(source.program, 'program'),
    madeAt: reader.text(source.madeAt, 'madeAt'),
    exported: readExported(source.exported, reader),
    counts: Object.fromEntries(
      COUNTS.map((name) => [name, reader.number(counts[name], `counts.${name}`, WHOLE)]),
    ) as unknown as ReportTotals,
    sources: readSources(source.sources, reader),
    sample: readSample(source.sample, reader),
  };
  const unknown = manifest.sources.findIndex(({ sha256 }) => sha256 === null);
  if (unknown >= 0) reader.note('missing', `sources[${unknown}].sha256`, '');
  if (work !== null && reader.faults.length === 0) return done({ ...manifest, work });
  const [{ path, code }] = reader.faults;
  return failed({ code: 'wrong', flaw: { path, code } });
};

const readExported = (value: unknown, reader: JsonReader): ExportedMark => {
  const source = reader.object(value, 'exported', EXPORTED);
  const choice = <T extends string | boolean>(name: string, choices: readonly T[]): T =>
    reader.oneOf(source[name], `exported.${name}`, choices);
  return {
    name: longText(source.name, 'exported.name', 4096, reader),
    bytes: reader.number(source.bytes, 'exported.bytes', WHOLE),
    rows: reader.number(source.rows, 'exported.rows', WHOLE),
    sha256: readDigest(source.sha256, 'exported.sha256', reader),
    what: choice('what', ['offers', 'texts', 'table', 'benefits', 'top', 'report']),
    format: choice('format', ['csv', 'json']),
    delimiter: choice('delimiter', [',', ';']),
    bom: choice('bom', [true, false]),
    clients: source.clients === null ? null : readCodes(source.clients, 'exported.clients', reader),
  };
};
