import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import type { ReadClients } from '../../engine/pipeline.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { GuardReport } from '../../engine/recommendations/guard.ts';
import {
  type Holdings,
  holdingsOfList,
  holdingsOfRows,
} from '../../engine/recommendations/holdings.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';
import type { Accuracy, Comparison, SideFault, SideFile } from '../check-contract.ts';
import { accuracyOf } from './accuracy.ts';
import { compareResults, type Result } from './comparison.ts';
import { guardWordsOf, runGuard } from './guard-run.ts';
import { type Pair, readSideFile } from './side-file.ts';

/** The present result, as far as it is judged here. */
export interface Judged {
  readonly read: ReadClients;
  readonly advisor: Advisor;
  readonly scores: ScoreTable;
}

/** What judges a catalogue: the result it is compared with, known answers, holdings, the guard. */
export class Checks {
  readonly #vocabulary: Vocabulary;
  readonly #present: () => Judged | null;
  #baseline: Result | null = null;
  #reference: readonly Pair[] | null = null;
  #labels: (() => string) | null = null;
  #holdings: Holdings | undefined;
  #guardRuns = 0;

  constructor(vocabulary: Vocabulary, present: () => Judged | null) {
    this.#vocabulary = vocabulary;
    this.#present = present;
  }

  /** What clients hold already, for the next scoring. */
  get holdings(): Holdings | undefined {
    return this.#holdings;
  }

  /** Other clients: comparisons begin anew, and answers about the old ones are gone. */
  opened(labels: (() => string) | null): void {
    this.#labels = labels;
    this.#reference = null;
    this.keepBaseline();
  }

  clear(): void {
    this.#guardRuns++;
    this.#baseline = this.#reference = this.#labels = null;
    this.#holdings = undefined;
  }

  keepBaseline(): void {
    const present = this.#present();
    this.#baseline = present && resultOf(present);
  }

  compare(): Comparison | null {
    const present = this.#present();
    return present && this.#baseline && compareResults(this.#baseline, resultOf(present));
  }

  guard(
    catalogue: Catalogue,
    onProgress: (clients: number, of: number) => void,
  ): Promise<GuardReport | null> {
    const mine = ++this.#guardRuns;
    const words = guardWordsOf(this.#vocabulary);
    return runGuard(catalogue, words, onProgress, () => mine === this.#guardRuns);
  }

  async setReference(source: Blob | 'demo' | null): Promise<Outcome<SideFile, SideFault>> {
    if (source === 'demo' && this.#labels === null) return failed('no-sample');
    const read = await this.#read(source === 'demo' ? new Blob([this.#labels?.() ?? '']) : source);
    if (read.ok) this.#reference = source === null ? null : read.value.pairs;
    return sideFileOf(read);
  }

  accuracy(): Accuracy | null {
    const present = this.#present();
    if (present === null || this.#reference === null) return null;
    return accuracyOf(this.#reference, present.read.clients, present.advisor);
  }

  async setHoldings(source: Blob | 'column' | null): Promise<Outcome<SideFile, SideFault>> {
    const read = await this.#read(source === 'column' ? null : source);
    if (!read.ok) return read;
    if (source === null) this.#holdings = undefined;
    else this.#holdings = source === 'column' ? holdingsOfRows : holdingsOfList(read.value.pairs);
    return sideFileOf(read);
  }

  /** No file is a file without pairs. */
  async #read(file: Blob | null): Promise<ReturnType<typeof readSideFile>> {
    if (file === null) return done({ pairs: [], skipped: 0 });
    return readSideFile(new Uint8Array(await file.arrayBuffer()), this.#vocabulary);
  }
}

const resultOf = ({ advisor, scores }: Judged): Result => ({
  catalogue: advisor.catalogue,
  scores,
});

const sideFileOf = (read: ReturnType<typeof readSideFile>): Outcome<SideFile, SideFault> =>
  read.ok ? done({ pairs: read.value.pairs.length, skipped: read.value.skipped }) : read;
