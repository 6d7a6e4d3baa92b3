import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Bytes } from '../../engine/kernel/units.ts';
import type { FileKind } from '../../engine/rows/vocabulary.ts';
import { ApiError } from '../api-error.ts';
import type { DataFolder } from '../data/data-folder.ts';
import { jsonField } from '../http/json-body.ts';
import { readChoices } from '../http/reading-choices.ts';
import { type Received, receiveFiles, type ReceivingRules } from '../http/receive-files.ts';
import { answerSentence } from './answer-sentence.ts';
import type { Inspection } from './job.ts';
import type { StartJob } from './start-job.ts';

/** Files received at the same time; each holds a few buffers. */
const AT_ONCE = 16;
/** A mapping of a thousand long headings. */
const MAX_VALUE: Bytes = 64 * 1024;

/** Takes files in: received whole, looked at, and only then kept. */
export class Uploads {
  readonly #data: DataFolder;
  readonly #start: StartJob;
  readonly #maxBytes: Bytes;
  #receiving = 0;
  /** Inspections follow one another: each has a processor for itself. */
  #inspected: Promise<unknown> = Promise.resolve();

  constructor(data: DataFolder, start: StartJob, maxBytes: Bytes) {
    this.#data = data;
    this.#start = start;
    this.#maxBytes = maxBytes;
  }

  take(incoming: IncomingMessage, kind: FileKind, append: boolean): Promise<Inspection> {
    const rules = { field: 'file', maxBytes: this.#maxBytes, maxValue: MAX_VALUE };
    return this.#oneOfFew(async () => {
      const received = await receiveFiles(incoming, { ...rules, folder: this.#data });
      try {
        return await this.#keep(received, kind, append);
      } finally {
        await Promise.all(received.files.map(({ path }) => rm(path, { force: true })));
      }
    });
  }

  /** Files beside the data, which the caller uses and removes. */
  receive(incoming: IncomingMessage, rules: Omit<ReceivingRules, 'folder'>): Promise<Received> {
    return this.#oneOfFew(() => receiveFiles(incoming, { ...rules, folder: this.#data }));
  }

  async #oneOfFew<T>(receive: () => Promise<T>): Promise<T> {
    if (this.#receiving >= AT_ONCE) throw busy();
    this.#receiving++;
    try {
      return await receive();
    } finally {
      this.#receiving--;
    }
  }

  async #keep({ files, fields }: Received, kind: FileKind, append: boolean): Promise<Inspection> {
    if (files.length === 0) throw new ApiError('no-file', 'Send a file in the field "file"');
    const named = files.map((file) => ({
      ...file,
      name: file.name === '' ? `${kind}.csv` : file.name,
    }));
    const reading = readChoices(jsonField(fields, 'reading'));
    const inspection = await this.#inspect({ what: 'inspect', files: named, reading });
    refuseWrong(inspection, kind);
    const records = inspection.files.map((facts) =>
      facts.reduce((sum, file) => sum + file.records, 0),
    );
    await this.#data.keepFiles(
      kind,
      named.map((file, at) => ({ ...file, records: records[at] })),
      append,
    );
    return inspection;
  }

  async #inspect(job: Parameters<StartJob>[0]): Promise<Inspection> {
    const inspection = this.#inspected.then(async () => {
      const result = await this.#start(job, () => undefined).result;
      if (result.type !== 'inspected') throw new Error(`the worker answered ${result.type}`);
      return result.inspection;
    });
    this.#inspected = inspection.catch(() => undefined);
    return inspection;
  }
}

const busy = (): ApiError =>
  new ApiError('busy', 'Too many uploads at once: send it again in a while');

const refuseWrong = ({ fault, files }: Inspection, kind: FileKind): void => {
  const facts = files.flat();
  const faults = facts.flatMap((file) => file.faults);
  if (fault !== null) {
    throw new ApiError('wrong-file', answerSentence(fault), {
      faults: faults.length > 0 ? faults : [fault],
      files: facts,
    });
  }
  const other = facts.find((file) => file.kind !== null && file.kind !== kind);
  if (other !== undefined && other.kind !== null) {
    const sentence = `${other.name} holds ${other.kind}, not ${kind}: send it to /upload/${other.kind}`;
    throw new ApiError('wrong-kind', sentence, { faults, files: facts });
  }
};
