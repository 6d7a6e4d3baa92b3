import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { SourceMark } from '../../project/sources.ts';
import { findFiles } from '../../worker/sources/node-find-files.ts';
import type { NodeHandle } from '../../worker/sources/node-host.ts';
import { shortNames } from '../../worker/sources/node-short-names.ts';
import type { FoundFile } from '../../worker/sources/source-spec.ts';
import { faultSentence } from '../fault-sentence.ts';

interface MarkedFile {
  readonly file: FoundFile<NodeHandle>;
  readonly mark: SourceMark;
}

/** The files that paths lead to, each with its SHA-256; archives are files like any other here. */
export const markFiles = async (
  paths: readonly string[],
): Promise<Outcome<readonly MarkedFile[], string>> => {
  const { files, faults } = await findFiles(paths);
  if (faults.length > 0) return failed(faultSentence(faults[0]));
  const marked: MarkedFile[] = [];
  for (const file of shortNames(files)) {
    if (file.spec.kind !== 'file') continue;
    const { path, size } = file.spec.handle;
    const sha256 = await digestOf(path);
    marked.push({ file, mark: { name: file.spec.name, bytes: size, sha256 } });
  }
  return done(marked);
};

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/**
 * The files of a manifest among those on disk, under the names they had: told by their SHA-256 and
 * by nothing else. Others that lie beside them do not matter. A fault is one sentence.
 */
export const matchSources = (
  wanted: readonly SourceMark[],
  found: readonly MarkedFile[],
): Outcome<readonly FoundFile<NodeHandle>[], string> => {
  const byDigest = new Map(found.map((file) => [file.mark.sha256, file]));
  const matched: FoundFile<NodeHandle>[] = [];
  for (const { name, sha256 } of wanted) {
    const match = byDigest.get(sha256);
    if (match === undefined) return failed(missing(name, sha256, found));
    // What an import has accepted once is skipped again and not refused, wherever it lies now.
    matched.push({ spec: { ...match.file.spec, name }, nested: true });
  }
  return done(matched);
};

const missing = (name: string, sha256: string | null, found: readonly MarkedFile[]): string => {
  const short = name.slice(name.lastIndexOf('/') + 1);
  const other = found.find(({ mark }) => mark.name.slice(mark.name.lastIndexOf('/') + 1) === short);
  return other === undefined
    ? `The manifest was made with "${name}": no file given has its SHA-256 ${sha256 ?? ''}`
    : `"${other.mark.name}" is not the file the manifest was made with: its SHA-256 is ${other.mark.sha256 ?? ''}, the manifest says ${sha256 ?? ''}`;
};
