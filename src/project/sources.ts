import type { JsonReader } from '../engine/benefits/json-reader.ts';
import { longText } from './long-text.ts';

/** A file that was read: enough to know it again. */
export interface SourceMark {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal, as `sha256sum` prints it; null while nobody has asked for it. */
  readonly sha256: string | null;
}

/** The generated sample in the place of files: equal numbers make equal clients. */
export interface Sample {
  readonly clients: number;
  readonly seed: number;
}

const MAX_SOURCES = 10_000;
const MAX_NAME = 4096;
const MAX_SAMPLE = 100_000;

export const readSources = (value: unknown, reader: JsonReader): SourceMark[] =>
  reader.list(value, 'sources', [0, MAX_SOURCES], (item, path) => readMark(item, path, reader));

const readMark = (value: unknown, path: string, reader: JsonReader): SourceMark => {
  const { name, bytes, sha256 } = reader.object(value, path, ['name', 'bytes', 'sha256']);
  return {
    name: longText(name, `${path}.name`, MAX_NAME, reader),
    bytes: reader.number(bytes, `${path}.bytes`, [0, Number.MAX_SAFE_INTEGER]),
    sha256: sha256 === null ? null : readDigest(sha256, `${path}.sha256`, reader),
  };
};

/** A SHA-256 as text. */
export const readDigest = (value: unknown, path: string, reader: JsonReader): string => {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value;
  reader.note('wrong-form', path, value);
  return '';
};

export const readSample = (value: unknown, reader: JsonReader): Sample | null => {
  if (value === null) return null;
  const { clients, seed } = reader.object(value, 'sample', ['clients', 'seed']);
  return {
    clients: reader.number(clients, 'sample.clients', [1, MAX_SAMPLE]),
    seed: reader.number(seed, 'sample.seed', [0, 2 ** 32]),
  };
};
