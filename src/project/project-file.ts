import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { type Project, type ProjectFlaw, PROJECT_FORMAT, readProject } from './project.ts';
import { readJson } from './read-json.ts';

/** What the host brings: compression and digests differ between browsers and Node. */
export interface FileTools {
  pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects when the bytes are damaged or unpack to more than `most`. */
  unpack(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>>;
  /** SHA-256 in lower-case hexadecimal. */
  digest(bytes: Uint8Array): string;
}

/**
 * - `not-a-project`: something else, or cut off at the beginning.
 * - `newer`: written by a newer program than this one.
 * - `damaged`: the checksum is that of other bytes, or they do not unpack.
 * - `too-large`, `too-deep`: more than any work comes to.
 * - `wrong`: whole, but `flaw` says where it is no project.
 * - `other-lists`: its clients were counted by other categories or types of transfer than these.
 */
export interface ProjectFault {
  readonly code:
    ('not-a-project' | 'newer' | 'damaged') | ('too-large' | 'too-deep' | 'wrong' | 'other-lists');
  readonly flaw: ProjectFlaw | null;
}

const MAGIC = 'vygoda-project';
/** The length of the packed work is there since format 3: clients may follow it. */
const HEAD = /^vygoda-project (\d{1,4}) ([0-9a-f]{64})(?: (\d{1,9}))?\n/;
const HEAD_BYTES = 14 + 1 + 4 + 1 + 64 + 1 + 9 + 1;
const MAX_PACKED = 64 * 1024 * 1024;
/** Some 350 bytes a client. */
const MAX_CLIENTS = 448 * 1024 * 1024;
/** Larger files are refused before a byte of them is read. */
export const MAX_FILE = MAX_PACKED + MAX_CLIENTS;
/** Of the clients, unpacked. */
const MAX_UNPACKED = 1024 * 1024 * 1024;
const MAX_TEXT = 256 * 1024 * 1024;

/** What a project file holds: the work, and the clients' bytes (see clients/) where a person asked for them. */
export interface ProjectParts {
  readonly project: Project;
  readonly clients: Uint8Array<ArrayBuffer> | null;
}

/**
 * One line of text (what it is, its format, the SHA-256 of the rest, the length of the work), then
 * the work as packed JSON, then the clients, packed.
 */
export const writeProjectFile = async (
  { project, clients }: ProjectParts,
  tools: FileTools,
): Promise<Uint8Array<ArrayBuffer>> => {
  const work = await tools.pack(new TextEncoder().encode(JSON.stringify(project)));
  const packed = clients === null ? work : joined(work, await tools.pack(clients));
  const head = `${MAGIC} ${PROJECT_FORMAT} ${tools.digest(packed)} ${work.length}\n`;
  return joined(new TextEncoder().encode(head), packed);
};

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

/** The project in a file from anywhere; every byte of it is somebody else's word until it is checked. */
export const readProjectFile = async (
  file: Uint8Array<ArrayBuffer>,
  tools: FileTools,
): Promise<Outcome<ProjectParts, ProjectFault>> => {
  const fail = (code: ProjectFault['code'], flaw: ProjectFlaw | null = null) =>
    failed<ProjectFault>({ code, flaw });
  if (file.length > MAX_FILE) return fail('too-large');
  const head = HEAD.exec(new TextDecoder('latin1').decode(file.subarray(0, HEAD_BYTES)));
  if (head === null) return fail('not-a-project');
  if (Number(head[1]) > PROJECT_FORMAT) return fail('newer');
  const packed = file.subarray(head[0].length);
  const length = Number(head.at(3) ?? packed.length);
  if (length > MAX_PACKED) return fail('too-large');
  if (length > packed.length || tools.digest(packed) !== head[2]) return fail('damaged');

  let text: string;
  let clients: ProjectParts['clients'] = null;
  try {
    const work = await tools.unpack(packed.subarray(0, length), MAX_TEXT);
    text = new TextDecoder('utf-8', { fatal: true }).decode(work);
    if (length < packed.length) clients = await tools.unpack(packed.subarray(length), MAX_UNPACKED);
  } catch (error) {
    return fail(error instanceof RangeError ? 'too-large' : 'damaged');
  }
  const json = readJson(text);
  if (!json.ok) return fail(json.fault);
  const project = readProject(json.value);
  return project.ok ? done({ project: project.value, clients }) : fail('wrong', project.fault);
};
