import type { StreamFault } from '../../engine/stream/stream-fault.ts';
import { streamFaultRule } from '../../engine/stream/stream-fault.ts';
import type { StreamTally } from '../../engine/stream/stream-tally.ts';
import { OPERATION_KINDS } from '../../engine/stream/stream-format.ts';
import { tell } from '../tell.ts';
import { streamSentence } from './stream-sentence.ts';

/** So many of each code are told one by one; all are counted. */
const MAX_TOLD = 20;
/** Of a word that is not known only the first row is told, for so many words. */
const MAX_WORDS = 1000;

/** Tells standard error what is wrong with the lines of a stream: some in full, all in the sum. */
export class FaultReport {
  readonly #told = new Map<string, number>();
  readonly #words = new Set<string>();
  readonly #onFault: (fault: StreamFault) => void;

  /** `onFault` is given every fault that is worth a row. */
  constructor(onFault: (fault: StreamFault) => void) {
    this.#onFault = onFault;
  }

  readonly report = (fault: StreamFault): void => {
    if (fault.severity === 'info') return;
    if (streamFaultRule(fault.code).grouped && !this.#isNewWord(fault)) return;
    this.#onFault(fault);
    const told = this.#told.get(fault.code) ?? 0;
    this.#told.set(fault.code, told + 1);
    if (told < MAX_TOLD) tell(streamSentence(fault));
  };

  #isNewWord({ code, text }: StreamFault): boolean {
    const word = `${code} ${text}`;
    if (this.#words.has(word) || this.#words.size >= MAX_WORDS) return false;
    this.#words.add(word);
    return true;
  }

  /** The books, in one line. */
  sum({ records, used, clients, spoiled, faults }: StreamTally): void {
    const rows = OPERATION_KINDS.reduce((sum, kind) => sum + records[kind], 0);
    const kept = OPERATION_KINDS.reduce((sum, kind) => sum + used[kind], 0);
    const codes = [...faults]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, count]) => `${code} ${count}`);
    const books = `${clients} clients, ${rows} operations, ${kept} of them used`;
    const odd = spoiled === 0 ? [] : [`${spoiled} lines that are no rows`];
    process.stderr.write(`vygoda: ${[books, ...odd, ...codes].join('; ')}\n`);
  }
}
