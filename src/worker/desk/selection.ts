import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ReadClients } from '../../engine/pipeline.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { SUPPRESSED, type ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { ClientSelection, SelectionTotals } from '../contract.ts';
import { type ClientView, totalsOf } from './client-view.ts';

/** The present result, as far as clients are chosen from it. */
export interface Choosable {
  readonly read: ReadClients;
  readonly scores: ScoreTable;
  readonly view: ClientView;
}

/** Who is chosen: a mark per client, so that a million of them are a megabyte and no message. */
export class Selection implements ClientSelection, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #present: () => Choosable | null;
  /** The clients that the marks are about. */
  #of: ReadClients | null = null;
  #marks = new Uint8Array();
  /** How many are marked: usually nobody, and then there is nothing to add up. */
  #count = 0;

  constructor(present: () => Choosable | null) {
    this.#present = present;
  }

  choose(from: number, to: number, chosen: boolean): SelectionTotals {
    const marks = this.#current();
    const members = this.#present()?.view.members.subarray(from, to) ?? [];
    const mark = Number(chosen);
    for (const client of members) {
      this.#count += mark - marks[client];
      marks[client] = mark;
    }
    return this.totals();
  }

  chooseView(chosen: boolean): SelectionTotals {
    return this.choose(0, Infinity, chosen);
  }

  clear(): SelectionTotals {
    this.#current().fill(0);
    this.#count = 0;
    return this.totals();
  }

  has(client: ClientIndex): boolean {
    return this.#current()[client] === 1;
  }

  /** In natural order of code. */
  members(): Uint32Array {
    const marks = this.#current();
    return this.#present()?.view.natural.filter((client) => marks[client] === 1) ?? NOBODY;
  }

  totals(): SelectionTotals {
    const present = this.#present();
    const marks = this.#current();
    if (present === null || this.#count === 0) return { ...NOTHING };
    const members = this.members();
    let inView = 0;
    let suppressed = 0;
    for (const client of present.view.members) inView += marks[client];
    for (const client of members) if (present.scores.noOffer[client] === SUPPRESSED) suppressed++;
    return { ...totalsOf(members, present.scores), inView, suppressed };
  }

  codes(): string {
    const { codes } = this.#present()?.read.clients ?? { codes: [] };
    return Array.from(this.members(), (client) => `${codes[client]}\n`).join('');
  }

  /** Marks are about clients: other clients begin without. */
  #current(): Uint8Array {
    const read = this.#present()?.read ?? null;
    if (read !== this.#of) {
      this.#of = read;
      this.#marks = new Uint8Array(read?.clients.size ?? 0);
      this.#count = 0;
    }
    return this.#marks;
  }
}

const NOBODY = new Uint32Array();
const NOTHING: SelectionTotals = {
  count: 0,
  offers: 0,
  expectedTotal: 0,
  inView: 0,
  suppressed: 0,
};
