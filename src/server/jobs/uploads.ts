import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Bytes } from '../../engine/kernel/units.ts';
import type { FileKind } from '../../engine/rows/vocabulary.ts';
import { ApiError } from '../api-error.ts';
import type { DataFolder } from '../data/data-folder.ts';
import { readingChoices } from '../http/reading-choices.ts';
import { type Received, receiveFiles } from '../http/receive-files.ts';
import { faultSentence } from './fault-sentence.ts';
import type { Inspection } from './job.ts';
import type { StartJob } from './start-job.ts';

/** Files received at the same time; each holds a few buffers. */
const AT_ONCE = 16;

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

  async take(incoming: IncomingMessage, kind: FileKind, append: boolean): Promise<Inspection> {
    if (this.#receiving >= AT_ONCE) throw busy();
    this.#receiving++;
    try {
      const received = await receiveFiles(incoming, {
        maxBytes: this.#maxBytes,
        folder: this.#data.path,
        newPath: () => this.#data.newPath(),
      });
      try {
        return await this.#keep(received, kind, append);
      } finally {
        await Promise.all(received.files.map(({ path }) => rm(path, { force: true })));
      }
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
    const reading = readingChoices(fields.get('reading'));
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
    throw new ApiError('wrong-file', faultSentence(fault), {
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
