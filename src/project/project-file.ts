import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { type Project, type ProjectFlaw, PROJECT_FORMAT, readProject } from './project.ts';
import { readJson } from './read-json.ts';

/** What the host brings: compression and digests differ between browsers and Node. */
export interface FileTools {
  pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects when the bytes are damaged or unpack to more than `most`. */
  unpack(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array>;
  /** SHA-256 in lower-case hexadecimal. */
  digest(bytes: Uint8Array): string;
}

/**
 * - `not-a-project`: something else, or cut off at the beginning.
 * - `newer`: written by a newer program than this one.
 * - `damaged`: the checksum is that of other bytes, or they do not unpack.
 * - `too-large`, `too-deep`: more than any work comes to.
 * - `wrong`: whole, but `flaw` says where it is no project.
 */
export interface ProjectFault {
  readonly code: 'not-a-project' | 'newer' | 'damaged' | 'too-large' | 'too-deep' | 'wrong';
  readonly flaw: ProjectFlaw | null;
}

const MAGIC = 'vygoda-project';
const HEAD = /^vygoda-project (\d{1,4}) ([0-9a-f]{64})\n/;
const HEAD_BYTES = 14 + 1 + 4 + 1 + 64 + 1;
const MAX_PACKED = 64 * 1024 * 1024;
const MAX_TEXT = 256 * 1024 * 1024;

/** One line of text (what it is, its format, the SHA-256 of the rest), then the project as packed JSON. */
export const writeProjectFile = async (
  project: Project,
  tools: FileTools,
): Promise<Uint8Array<ArrayBuffer>> => {
  const packed = await tools.pack(new TextEncoder().encode(JSON.stringify(project)));
  const head = new TextEncoder().encode(`${MAGIC} ${PROJECT_FORMAT} ${tools.digest(packed)}\n`);
  const file = new Uint8Array(head.length + packed.length);
  file.set(head);
  file.set(packed, head.length);
  return file;
};

/** The project in a file from anywhere; every byte of it is somebody else's word until it is checked. */
export const readProjectFile = async (
  file: Uint8Array<ArrayBuffer>,
  tools: FileTools,
): Promise<Outcome<Project, ProjectFault>> => {
  const fail = (code: ProjectFault['code'], flaw: ProjectFlaw | null = null) =>
    failed<ProjectFault>({ code, flaw });
  if (file.length > MAX_PACKED) return fail('too-large');
  const head = HEAD.exec(new TextDecoder('latin1').decode(file.subarray(0, HEAD_BYTES)));
  if (head === null) return fail('not-a-project');
  if (Number(head[1]) > PROJECT_FORMAT) return fail('newer');
  const packed = file.subarray(head[0].length);
  if (tools.digest(packed) !== head[2]) return fail('damaged');

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await tools.unpack(packed, MAX_TEXT));
  } catch (error) {
    return fail(error instanceof RangeError ? 'too-large' : 'damaged');
  }
  const json = readJson(text);
  if (!json.ok) return fail(json.fault);
  const project = readProject(json.value);
  return project.ok ? done(project.value) : fail('wrong', project.fault);
};
