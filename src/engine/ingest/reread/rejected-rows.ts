import type { RecordSpan } from '../../bytes/record-span.ts';
import { ClientTable } from '../../features/client-table.ts';
import type { Line } from '../../kernel/units.ts';
import { ByteWindow } from '../byte-window.ts';
import { ClientLane } from '../client-lane.ts';
import { ClientSink } from '../client-sink.ts';
import { FastLane } from '../fast-lane.ts';
import type { FilePlan } from '../file-plan.ts';
import { KernelMemory } from '../kernel-memory.ts';
import type { OperationContext } from '../operation-context.ts';
import { RecordScan, type RecordTaker } from '../record-scan.ts';
import { streamRange, wholeFile } from '../scan-range.ts';
import type { SettledFile, SettledImport } from '../settled-import.ts';
import { UsualClients } from '../usual-clients.ts';
import { ListeningTally, type Rejection } from './listening-tally.ts';
import { expectUnchanged, type RereadHooks } from './reread-hooks.ts';
import { listeningLane, rereadContext } from './reread-context.ts';
import { SilentSink } from './silent-sink.ts';

/** A record that was left out of an import and would count once it is mended. */
export interface RejectedRow extends Rejection {
  /** Its text as it stands in the file, UTF-8, without its line end; valid until the next row. */
  readonly bytes: Uint8Array;
  /** False when quotes or length keep the bytes from being one record of a CSV. */
  readonly whole: boolean;
}

/** Reads files of one import again for the rows that were left out of it. */
export class RejectedRows {
  readonly #settled: SettledImport;
  #operations: OperationContext | null = null;
  #fast: FastLane | null = null;
  #window = new ByteWindow();

  constructor(settled: SettledImport) {
    this.#settled = settled;
  }

  /**
   * Hands over every such row of `file`, in order; false when the signal stopped it. Throws the
   * ReadError of a file that is gone or not what it was.
   */
  async read(
    file: SettledFile,
    onRow: (row: RejectedRow) => void,
    { signal, onBytes }: RereadHooks,
  ): Promise<boolean> {
    const { source, plan } = file;
    if (plan === null) return true;
    const tally = new ListeningTally();
    const scan = this.#scan(plan, tally, onRow);
    const range = wholeFile(plan);
    if (!(await streamRange(source, plan, range, scan, signal, onBytes))) return false;
    scan.end();
    expectUnchanged(file, tally.records);
    return true;
  }

  /** What all files of operations are read with. */
  #makeReady(): OperationContext {
    const clients = this.#settled.clients.dumpIndex();
    const context = rereadContext(
      this.#settled,
      clients,
      (aggregates) => new SilentSink(aggregates),
    );
    const memory = KernelMemory.take();
    this.#fast = memory && new FastLane(memory, { ...context, clients });
    this.#window = new ByteWindow(memory ?? undefined);
    return context;
  }

  #scan(plan: FilePlan, tally: ListeningTally, onRow: (row: RejectedRow) => void): RecordScan {
    const range = wholeFile(plan);
    if (plan.kind === 'clients') {
      const { vocabulary } = this.#settled;
      const sink = new ClientSink(plan, new ClientTable(), tally);
      const taker = new RejectedTaker(new ClientLane(plan, sink, vocabulary), tally, onRow);
      const usual = UsualClients.suits(plan) ? new UsualClients(plan, sink, vocabulary) : null;
      return new RecordScan(plan.delimiter, range, tally, taker, usual);
    }
    const context = (this.#operations ??= this.#makeReady());
    const lane = listeningLane(plan, context, tally);
    const taker = new RejectedTaker(lane, tally, onRow);
    const fast = FastLane.suits(plan) ? this.#fast : null;
    fast?.start(plan);
    return new RecordScan(plan.delimiter, range, tally, taker, fast, this.#window);
  }
}

/** Lets a lane judge each record, and passes on those it leaves out. */
class RejectedTaker implements RecordTaker {
  readonly #lane: RecordTaker;
  readonly #tally: ListeningTally;
  readonly #onRow: (row: RejectedRow) => void;

  constructor(lane: RecordTaker, tally: ListeningTally, onRow: (row: RejectedRow) => void) {
    this.#lane = lane;
    this.#tally = tally;
    this.#onRow = onRow;
  }

  take(buffer: Uint8Array, span: RecordSpan, line: Line): void {
    this.#lane.take(buffer, span, line);
    this.#pass(buffer, span.start, span.next, true);
  }

  lose(buffer: Uint8Array, start: number, next: number): void {
    this.#pass(buffer, start, next, false);
  }

  #pass(buffer: Uint8Array, start: number, next: number, whole: boolean): void {
    const rejection = this.#tally.takeRejection();
    if (rejection === null) return;
    const bytes = buffer.subarray(start, withoutLineEnd(buffer, start, next));
    this.#onRow({ ...rejection, bytes, whole });
  }
}

const withoutLineEnd = (buffer: Uint8Array, start: number, next: number): number => {
  let end = next;
  if (end > start && buffer[end - 1] === LINE_FEED) end--;
  if (end > start && buffer[end - 1] === CARRIAGE_RETURN) end--;
  return end;
};

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
