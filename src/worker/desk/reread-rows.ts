import { type ProxyMarked, proxyMarker } from 'comlink';
import { ReadError } from '../../engine/bytes/read-error.ts';
import {
  type ClientRows,
  readClientRows,
  type RowFilter,
  selectRows,
} from '../../engine/ingest/reread/client-rows.ts';
import { readRecordsAt, type RawRecord } from '../../engine/ingest/reread/file-lines.ts';
import {
  filesToMend,
  type Reasons,
  rejectedTables,
  writeRejected,
} from '../../engine/ingest/reread/rejected-table.ts';
import type { RereadHooks } from '../../engine/ingest/reread/reread-hooks.ts';
import type { IngestResult } from '../../engine/ingest/ingest.ts';
import type { ImportReport } from '../../engine/ingest/report.ts';
import type { SettledFile, SettledImport } from '../../engine/ingest/settled-import.ts';
import { done, failed, type Fault, type Outcome } from '../../engine/kernel/fault.ts';
import type { ClientIndex, Line, Tenge } from '../../engine/kernel/units.ts';
import type {
  OwnRows,
  RejectedFile,
  RereadProgress,
  RowReading,
  WhichImport,
} from '../reread-contract.ts';
import { BlobParts } from './blob-parts.ts';

/** As many rows of a client as are listed; their number and sum are exact beyond. */
const MAX_ROWS = 10_000;
/** More often than this nobody can read it. */
const TELL_MS = 80;
const EVERY_ROW: RowFilter = { kind: null, what: null, direction: null, month: null };

/** The import that stands, as far as reading its rows again goes. */
interface RereadableImport {
  /** null: the files are not there. */
  readonly read: { readonly settled: SettledImport | null };
  readonly report: ImportReport;
  /** KZT for one unit of each currency, as the present result has it. */
  readonly fx: Readonly<Record<string, number>>;
}

/** The clients came out of a project, without the files they were counted from. */
const NO_FILES = failed<Fault>({
  code: 'files-not-here',
  severity: 'error',
  file: '',
  line: 0,
  column: '',
  text: '',
});

type Refused = Extract<IngestResult, { outcome: 'refused' }>;
type Question = 'records' | 'rejected' | 'client';

/** Reads rows of the present import again, and keeps none but those of the client last asked for. */
export class RereadRows implements RowReading, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #present: () => RereadableImport | null;
  #refused: SettledImport | null = null;
  readonly #running = new Map<Question, AbortController>();
  #kept: { of: SettledImport; client: ClientIndex; found: ClientRows } | null = null;

  constructor(present: () => RereadableImport | null) {
    this.#present = present;
  }

  /** What was read last was refused: its lines can be looked at until the next import. */
  refused({ settled, ...answer }: Refused): Omit<Refused, 'settled'> {
    this.#refused = settled;
    return answer;
  }

  accepted(): void {
    this.#refused = null;
  }

  /** Forgets every row and file. */
  clear(): void {
    this.stop();
    this.#refused = this.#kept = null;
  }

  stop(): void {
    for (const running of this.#running.values()) running.abort();
  }

  records(
    of: WhichImport,
    file: string,
    line: Line,
    count: number,
  ): Promise<Outcome<readonly RawRecord[] | null>> {
    const present = this.#present();
    if (of === 'loaded' && present?.read.settled === null) return Promise.resolve(NO_FILES);
    const settled = of === 'refused' ? this.#refused : (present?.read.settled ?? null);
    const found = settled?.files.find(({ source }) => source.name === file);
    if (found === undefined) return Promise.resolve(done([]));
    return this.#ask('records', [found], null, (hooks) => readRecordsAt(found, line, count, hooks));
  }

  rejected(
    names: readonly string[] | null,
    reasons: Reasons,
    onProgress: (progress: RereadProgress) => void,
  ): Promise<Outcome<readonly RejectedFile[] | null>> {
    const present = this.#present();
    if (present === null) return Promise.resolve(done([]));
    const { report } = present;
    const { settled } = present.read;
    if (settled === null) return Promise.resolve(NO_FILES);
    const files = filesToMend(settled, report.files).filter(
      ({ source }) => names === null || names.includes(source.name),
    );
    return this.#ask('rejected', files, onProgress, async (hooks) => {
      const made: RejectedFile[] = [];
      for (const table of rejectedTables(files)) {
        const parts = new BlobParts();
        const rows = await writeRejected(
          settled,
          table,
          reasons,
          (bytes) => parts.add(bytes),
          hooks,
        );
        if (rows === null) return null;
        made.push({ name: table.name, blob: parts.blob('text/csv'), rows });
      }
      return made;
    });
  }

  async ofClient(
    client: ClientIndex,
    filter: RowFilter,
    onProgress: (progress: RereadProgress) => void,
  ): Promise<Outcome<OwnRows | null>> {
    const present = this.#present();
    if (present === null) return done(null);
    const { fx } = present;
    const { settled } = present.read;
    if (settled === null) return NO_FILES;
    const all = await this.#allOf(client, settled, onProgress);
    if (!all.ok) return all;
    if (all.value === null) return done(null);
    if (all.value.count <= MAX_ROWS) return done(ownRows(selectRows(all.value, filter), fx));
    // Too many to keep them all: the files are asked for these.
    const some = await this.#ask('client', settled.files, onProgress, (hooks) =>
      readClientRows(settled, client, filter, MAX_ROWS, hooks),
    );
    return some.ok ? done(some.value && ownRows(some.value, fx)) : some;
  }

  async #allOf(
    client: ClientIndex,
    settled: SettledImport,
    onProgress: (progress: RereadProgress) => void,
  ): Promise<Outcome<ClientRows | null>> {
    const kept = this.#kept;
    if (kept?.of === settled && kept.client === client) return done(kept.found);
    this.#kept = null;
    const all = await this.#ask('client', settled.files, onProgress, (hooks) =>
      readClientRows(settled, client, EVERY_ROW, MAX_ROWS, hooks),
    );
    if (all.ok && all.value !== null) this.#kept = { of: settled, client, found: all.value };
    return all;
  }

  /** Runs one reading, after stopping an earlier one of its kind. */
  async #ask<T>(
    question: Question,
    files: readonly SettledFile[],
    onProgress: ((progress: RereadProgress) => void) | null,
    read: (hooks: RereadHooks) => Promise<T | null>,
  ): Promise<Outcome<T | null>> {
    this.#running.get(question)?.abort();
    const running = new AbortController();
    this.#running.set(question, running);
    try {
      const onBytes = onProgress === null ? () => undefined : teller(files, onProgress);
      return done(await read({ signal: running.signal, onBytes }));
    } catch (error) {
      if (error instanceof ReadError) return failed<Fault>(error.fault);
      throw error;
    } finally {
      if (this.#running.get(question) === running) this.#running.delete(question);
    }
  }
}

const teller = (
  files: readonly SettledFile[],
  onProgress: (progress: RereadProgress) => void,
): ((bytes: number) => void) => {
  const isKnown = files.every(({ source }) => source.size !== null);
  const bytesTotal = isKnown ? files.reduce((sum, { source }) => sum + source.size!, 0) : null;
  let bytesDone = 0;
  let told = 0;
  return (bytes) => {
    bytesDone += bytes;
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    onProgress({ bytesDone, bytesTotal });
  };
};

const ownRows = (
  { rows, count, sums, rejected }: ClientRows,
  fx: Readonly<Record<string, number>>,
): OwnRows => {
  const tenge = ([currency, hundredths]: readonly [string, bigint]): Tenge =>
    (Number(hundredths) / 100) * (currency === 'KZT' ? 1 : (fx[currency] ?? 0));
  return { rows, count, rejected, total: sums.reduce((sum, part) => sum + tenge(part), 0) };
};
