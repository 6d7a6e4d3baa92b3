import type { Registry } from '../features/registry.ts';
import type { ByteWindow } from './byte-window.ts';
import { FastLane } from './fast-lane.ts';
import type { FilePlan } from './file-plan.ts';
import type { OperationContext } from './operation-context.ts';
import { OperationLane } from './operation-lane.ts';
import type { UnknownWord } from './operation-sink.ts';
import type { RangeResult } from './range-result.ts';
import { RecordScan, type ByteRange } from './record-scan.ts';
import type { FaultCode } from '../rows/fault-codes.ts';
import type { Field } from '../rows/vocabulary.ts';

/** Reads one range of a transactions or transfers file into the context's sink. */
export class OperationScan {
  readonly #plan: FilePlan;
  readonly #context: OperationContext;
  readonly #range: ByteRange;
  readonly #lane: OperationLane;
  readonly #scan: RecordScan;

  constructor(
    plan: FilePlan,
    context: OperationContext,
    range: ByteRange,
    fastLane: FastLane | null,
    window: ByteWindow,
  ) {
    const { sink } = context;
    sink.startRange();
    this.#plan = plan;
    this.#context = context;
    this.#range = range;
    this.#lane = new OperationLane(plan, context);
    const fast = FastLane.suits(plan) ? fastLane : null;
    fast?.start(plan);
    this.#scan = new RecordScan(plan.delimiter, range, sink.tally, this.#lane, fast, window);
  }

  get records(): number {
    return this.#context.sink.tally.records;
  }

  /** True when all records of the range are read; more bytes would be ignored. */
  get done(): boolean {
    return this.#scan.done;
  }

  push(chunk: Uint8Array): void {
    this.#scan.push(chunk);
  }

  /** Reads what is left and closes the books of the range. */
  finish(): RangeResult {
    this.#scan.end();
    const { sink, words } = this.#context;
    this.#reportWords(sink.unknownCategories, 'unknown-category', 'category', words.categoryTexts);
    this.#reportWords(sink.unknownTypes, 'unknown-type', 'type', words.typeTexts);
    this.#reportWords(
      sink.unknownDirections,
      'unknown-direction',
      'direction',
      words.directionTexts,
    );
    const { tally } = sink;
    return {
      file: this.#plan.file,
      begin: this.#range.begin,
      end: this.#scan.position,
      lines: this.#scan.lines,
      records: tally.records,
      used: tally.used,
      sums: tally.currencyTotals(sink.aggregates.currencies.names),
      faults: tally.faults.dump(),
      evidence: tally.evidence,
      monthRows: sink.monthRows(),
      days: sink.days(),
      twinConflict: this.#lane.twinConflict,
      identicalUncounted: sink.fingerprints.overfull,
    };
  }

  #reportWords(
    words: ReadonlyMap<number, UnknownWord>,
    code: FaultCode,
    field: Field,
    { names }: Registry,
  ): void {
    const column = this.#plan.columns[field];
    const heading = column === undefined ? '' : this.#plan.headings[column];
    words.forEach(({ line, count }, id) =>
      this.#context.sink.tally.report(code, line, heading, names[id], count),
    );
  }
}
