import { createWriteStream } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Bytes } from '../../engine/kernel/units.ts';
import { ApiError, diskFull, isNoRoom, systemCode } from '../api-error.ts';
import { patientChunks } from './patient-chunks.ts';

interface ReceivedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Bytes;
}

export interface Received {
  readonly files: readonly ReceivedFile[];
  readonly fields: ReadonlyMap<string, string>;
}

export interface ReceivingRules {
  /** The field that files stand in. */
  readonly field: string;
  readonly maxBytes: Bytes;
  /** The largest value of a field that is no file. */
  readonly maxValue: Bytes;
  /** Where files may be put. */
  readonly folder: IncomingFolder;
}

interface IncomingFolder {
  readonly path: string;
  /** A new path in that folder. */
  newPath(): string;
}

/** Field names and part headers are short here; files are one per client, at most. */
const PARTS = {
  fieldNameSize: 100,
  fields: 8,
  files: 2000,
  headerPairs: 32,
  headerSize: 8192,
};
/** Room that uploads leave to everybody else. */
const SPARE: Bytes = 64 * 1024 * 1024;
const MAX_NAME = 200;

/** Takes multipart files straight to disk. Whatever goes wrong, nothing of them remains there. */
export const receiveFiles = async (
  incoming: IncomingMessage,
  rules: ReceivingRules,
): Promise<Received> => {
  const { 'content-type': type = '', 'content-length': length } = incoming.headers;
  if (!isForm(incoming)) {
    throw new ApiError(
      'unsupported-type',
      `Send files as multipart/form-data, in the field "${rules.field}"`,
    );
  }
  if (Number(length ?? 0) > rules.maxBytes) throw tooLarge(rules);
  const { bavail, bsize } = await statfs(rules.folder.path);
  const room = bavail * bsize - SPARE;
  if (Number(length ?? 0) > room) throw diskFull();

  const reception = new Reception(startParser(type, rules), rules);
  try {
    let bytes = 0;
    for await (const chunk of patientChunks(incoming)) {
      bytes += chunk.length;
      if (bytes > rules.maxBytes) throw tooLarge(rules);
      if (bytes > room) throw diskFull();
      await reception.push(chunk);
    }
    return await reception.end();
  } catch (error) {
    await reception.discard();
    throw isNoRoom(systemCode(error)) ? diskFull() : error;
  }
};

/** Whether a request says that it brings a form with files. */
export const isForm = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data\s*(;|$)/i.test(headers['content-type'] ?? '');

const startParser = (type: string, { maxValue }: ReceivingRules): BusboyInstance => {
  try {
    const limits = { ...PARTS, fieldSize: maxValue };
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch {
    throw new ApiError('bad-multipart', 'The Content-Type names no boundary between the parts');
  }
};

const tooLarge = ({ maxBytes }: ReceivingRules): ApiError =>
  new ApiError('too-large', `The files are larger than ${maxBytes} bytes: pack or split them`);

/** The parts of one request on their way to disk. */
class Reception {
  readonly #parser: BusboyInstance;
  readonly #rules: ReceivingRules;
  readonly #fields = new Map<string, string>();
  readonly #streams: BusboyFileStream[] = [];
  readonly #paths: string[] = [];
  readonly #saving: Promise<ReceivedFile>[] = [];
  readonly #parsed: Promise<void>;
  #failure: Error | null = null;
  /** Ends the wait for the parser. */
  #wake: () => void = () => undefined;

  constructor(parser: BusboyInstance, rules: ReceivingRules) {
    this.#parser = parser;
    this.#rules = rules;
    parser.on('file', (field, stream, name) => this.#take(field, stream, name));
    parser.on('field', (field, value, _, isCut) => {
      if (isCut) this.#fail(new ApiError('too-large', 'A field of the form is too long'));
      this.#fields.set(field, value);
    });
    for (const limit of ['filesLimit', 'fieldsLimit'] as const) {
      parser.on(limit, () => this.#fail(new ApiError('too-large', 'The form has too many parts')));
    }
    parser.on('error', () =>
      this.#fail(new ApiError('bad-multipart', 'The parts cannot be told apart')),
    );
    this.#parsed = new Promise((resolve) => parser.once('finish', resolve));
  }

  #take(field: string, stream: BusboyFileStream, name: string): void {
    this.#streams.push(stream);
    const path = this.#rules.folder.newPath();
    this.#paths.push(path);
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    const saved = pipeline(stream, file).then(() => ({
      path,
      name: cleanName(name),
      bytes: file.bytesWritten,
    }));
    saved.catch((error: unknown) => this.#fail(error instanceof Error ? error : new Error()));
    this.#saving.push(saved);
    if (field !== this.#rules.field) {
      const sentence = `Send files in the field "${this.#rules.field}" only`;
      this.#fail(new ApiError('unexpected-part', sentence));
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  /** Resolves when the parser wants more. */
  push(chunk: Buffer): Promise<void> {
    return this.#until((resolve) => this.#parser.write(chunk, () => resolve()));
  }

  async end(): Promise<Received> {
    await this.#until((resolve) => {
      this.#parser.end();
      void this.#parsed.then(resolve);
    });
    const files = await Promise.all(this.#saving);
    // A form sends a file without name and content when none was chosen.
    const isChosen = ({ name, bytes }: ReceivedFile): boolean => name !== '' || bytes > 0;
    await Promise.all(files.filter((file) => !isChosen(file)).map(({ path }) => rm(path)));
    return { files: files.filter(isChosen), fields: this.#fields };
  }

  async #until(start: (resolve: () => void) => void): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      start(resolve);
      if (this.#failure) resolve();
    });
    if (this.#failure) throw this.#failure;
  }

  async discard(): Promise<void> {
    // Without an error, a stream whose end has been seen but not read would be waited for for ever.
    for (const stream of this.#streams) stream.destroy(new Error('discarded'));
    await Promise.allSettled(this.#saving);
    await Promise.all(this.#paths.map((path) => rm(path, { force: true })));
  }
}

/** What a person may read: no control characters, no novel. */
const cleanName = (name: string): string =>
  name
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, MAX_NAME);
