import type { ClientTable } from '../../../engine/features/client-table.ts';
import type { ClientIndex } from '../../../engine/kernel/units.ts';
import type { KeptDecisions } from '../../../engine/texts/kept-decisions.ts';
import type { TextDecision } from '../../../engine/texts/settle-text.ts';
import type { ReviewAction, ReviewRow } from '../../review-contract.ts';
import { ActionLog } from './action-log.ts';
import { DecisionBook } from './decision-book.ts';
import { bookOf, type KeptBook, keptBook, keptDecisions, knownClients } from './kept-book.ts';

/** One step, and the texts it was about. */
export interface Decided {
  readonly action: ReviewAction;
  readonly clients: Uint32Array;
}

/** What people decided about the texts of the clients that are loaded, and the way back. */
export class Decisions {
  #clients: ClientTable | null = null;
  #book = new DecisionBook(0);
  #log = new ActionLog();
  /** Decisions about clients who are not loaded: they may come back. */
  #absent: KeptBook = new Map();

  get book(): DecisionBook {
    return this.#book;
  }

  get log(): Pick<ActionLog, 'actions' | 'canUndo' | 'canRedo'> {
    return this.#log;
  }

  /** Other clients: what was decided about those who are still there goes on. */
  moveTo(clients: ClientTable): Decided | null {
    const kept = new Map([...this.#absent, ...this.#kept()]);
    this.#begin(clients);
    return this.#replaceAll(kept);
  }

  clear(): void {
    this.#absent = new Map();
    this.#begin(null);
  }

  #begin(clients: ClientTable | null): void {
    this.#clients = clients;
    this.#book = new DecisionBook(clients?.size ?? 0);
    this.#log = new ActionLog();
  }

  change(clients: Uint32Array, decide: (client: ClientIndex) => TextDecision | null): Remember {
    const change = this.#book.change(clients, decide);
    return (kind, before, after) => ({
      action: this.#log.add(kind, change, before, after),
      clients,
    });
  }

  undo(): Decided | null {
    return this.#log.undo(this.#book);
  }

  redo(): Decided | null {
    return this.#log.redo(this.#book);
  }

  snapshot(): KeptDecisions {
    return keptDecisions(this.#kept());
  }

  restore(kept: KeptDecisions): Decided | null {
    return this.#replaceAll(keptBook(kept));
  }

  #kept(): KeptBook {
    if (this.#clients === null) return new Map();
    return bookOf(this.#clients, (client) => this.#book.get(client));
  }

  /** Puts these decisions in the place of all there are, as one step. */
  #replaceAll(kept: KeptBook): Decided | null {
    const known = knownClients(this.#clients, kept);
    const present = new Set(known.values());
    this.#absent = new Map([...kept].filter(([key]) => !present.has(key)));
    const concerned = Uint32Array.from(new Set([...known.keys(), ...this.#book.decided()])).sort();
    if (concerned.length === 0) return null;
    const decide = (client: ClientIndex): TextDecision | null =>
      kept.get(known.get(client) ?? NaN) ?? null;
    return this.change(concerned, decide)('restore', null, null);
  }
}

/** Enters a change into the log, with the one text it was about, if it was one. */
type Remember = (
  kind: ReviewAction['kind'],
  before: ReviewRow | null,
  after: ReviewRow | null,
) => Decided;
