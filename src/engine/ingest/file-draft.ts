import type { ByteSource } from '../bytes/byte-source.ts';
import type { Fault, FaultDetail } from '../kernel/fault.ts';
import type { Line } from '../kernel/units.ts';
import { type FaultCode, faultRule } from '../rows/fault-codes.ts';
import { addEvidence, noEvidence, provenDecimal, provenOrder } from './evidence.ts';
import { decimalText } from './decimal-text.ts';
import { FaultLog } from './fault-log.ts';
import type { FilePlan } from './file-plan.ts';
import type { RangeResult } from './range-result.ts';
import type { FileFacts, FileReport } from './report.ts';
import type { FileText, SettledFile } from './settled-import.ts';

/** The report of one file while it is being written. */
export class FileDraft {
  readonly source: ByteSource;
  /** null while the file cannot be read as one of the three kinds. */
  plan: FilePlan | null = null;
  readonly faults = new FaultLog();
  readonly evidence = noEvidence();
  records = 0;
  used = 0;
  lines: Line = 0;
  /** The file is not read: what it is was said in its faults. */
  skipped = false;
  /** Equal for files that begin alike. */
  headKey = '';
  encoding = '';
  delimiter = '';
  /** null while nothing is known of the file's layout. */
  text: FileText | null = null;
  headings: readonly string[] = [];
  readonly #sums = new Map<string, bigint>();
  #refusal: Fault | null = null;
  #failure: Fault | null = null;
  #identicalUncounted = false;
  #hasTwinConflict = false;

  constructor(source: ByteSource) {
    this.source = source;
  }

  /** The first fault that refuses the whole import; null when there is none. */
  get refusal(): Fault | null {
    return this.#refusal;
  }

  /** Reports a fault of the file itself, with what follows for the file or the import. */
  report(code: FaultCode, line: Line, column = '', text = '', detail: FaultDetail = {}): void {
    const rule = faultRule(code);
    const inFolder = rule.inFolder === 'skip' && this.source.nested === true;
    const severity = inFolder ? 'warning' : rule.severity;
    this.faults.add({ code, severity, line, column, text, count: 1, ...detail });
    if (rule.effect === 'skip' || inFolder) this.skipped = true;
    else if (rule.effect === 'refuse') {
      this.skipped = true;
      this.#refusal ??= { code, severity, file: this.source.name, line, column, text, ...detail };
    }
  }

  /** A source failed in the middle of reading: its own words, for the report and the refusal. */
  fail(fault: Fault): void {
    this.skipped = true;
    this.#failure = fault;
    this.#refusal ??= fault;
  }

  /** Adds the next range of the file; ranges must come in order. */
  add(result: RangeResult): void {
    const { twinConflict } = result;
    if (twinConflict && !this.#hasTwinConflict) {
      this.#hasTwinConflict = true;
      const { line, column, text } = twinConflict;
      this.report('needed-column-twice', line + this.lines, column, text);
    }
    this.faults.append(result.faults, this.lines);
    this.lines += result.lines;
    this.records += result.records;
    this.used += result.used;
    for (const [currency, sum] of result.sums) this.addSum(currency, sum);
    addEvidence(this.evidence, result.evidence);
    this.#identicalUncounted ||= result.identicalUncounted;
  }

  addSum(currency: string, sum: bigint): void {
    this.#sums.set(currency, (this.#sums.get(currency) ?? 0n) + sum);
  }

  /** What reading the file again takes. */
  settled(): SettledFile {
    const plan = this.skipped ? null : this.plan;
    return { source: this.source, text: this.text, plan, records: this.records };
  }

  finish(): FileReport {
    if (this.#identicalUncounted) {
      this.faults.forget('identical-row');
      this.report('identical-rows-uncounted', 0);
    }
    const { faults, faultCounts, ...facts } = this.facts();
    return {
      ...facts,
      used: this.used,
      reported: this.records - this.used,
      sums: Object.fromEntries(
        [...this.#sums].sort().map(([code, sum]) => [code, decimalText(sum)]),
      ),
      faults,
      faultCounts,
    };
  }

  /** What is known of the file so far, whether its records were judged or not. */
  facts(): FileFacts {
    const { source, plan } = this;
    const failures = this.#failure === null ? [] : [this.#failure];
    return {
      name: source.name,
      kind: plan?.kind ?? null,
      encoding: this.encoding,
      delimiter: this.delimiter,
      decimal: plan?.decimal ?? provenDecimal(this.evidence),
      dateOrder: plan?.dateOrder ?? provenOrder(this.evidence),
      bytes: source.size ?? 0,
      columns: this.headings,
      records: this.records,
      faults: [...failures, ...this.faults.list(source.name)],
      faultCounts: { ...this.faults.counts(), ...countOf(failures) },
    };
  }
}

const countOf = (faults: readonly Fault[]): Record<string, number> =>
  Object.fromEntries(faults.map(({ code }) => [code, 1]));
