import type { ClientIndex } from '../../../engine/kernel/units.ts';
import type { TextDecision } from '../../../engine/texts/settle-text.ts';

const NONE = 0;
const VERDICTS = [null, 'approved', 'rejected'] as const;

/** What was decided about some clients' texts, column by column. */
interface Column {
  readonly verdict: Uint8Array;
  readonly seen: Float64Array;
  readonly edits: ReadonlyMap<ClientIndex, NonNullable<TextDecision['edit']>>;
}

/** One step: the decisions of `clients` before and after it. */
export interface DecisionChange {
  readonly clients: Uint32Array;
  readonly before: Column;
  readonly after: Column;
}

/** Decisions about texts: a few bytes a client, and the words of those that were edited. */
export class DecisionBook {
  readonly #verdict: Uint8Array;
  readonly #seen: Float64Array;
  readonly #edits = new Map<ClientIndex, NonNullable<TextDecision['edit']>>();

  constructor(clients: number) {
    this.#verdict = new Uint8Array(clients);
    this.#seen = new Float64Array(clients);
  }

  get(client: ClientIndex): TextDecision | null {
    const edit = this.#edits.get(client) ?? null;
    const verdict = VERDICTS[this.#verdict[client]];
    if (verdict === null && edit === null) return null;
    return { verdict, edit, seen: this.#seen[client] };
  }

  /** Clients whose words a person wrote. */
  get edited(): Iterable<ClientIndex> {
    return this.#edits.keys();
  }

  /** Everybody about whose text something was decided. */
  *decided(): Generator<ClientIndex, void, undefined> {
    for (let client = 0; client < this.#verdict.length; client++) {
      if (this.#verdict[client] !== 0 || this.#edits.has(client)) yield client;
    }
  }

  /** Puts a decision in the place of each client's; returns the step, to be taken back. */
  change(
    clients: Uint32Array,
    decide: (client: ClientIndex) => TextDecision | null,
  ): DecisionChange {
    const before = this.#column(clients);
    for (const client of clients) {
      const decision = decide(client);
      this.#verdict[client] = VERDICTS.indexOf(decision?.verdict ?? null);
      this.#seen[client] = decision?.seen ?? NONE;
      if (decision?.edit) this.#edits.set(client, decision.edit);
      else this.#edits.delete(client);
    }
    return { clients, before, after: this.#column(clients) };
  }

  undo({ clients, before }: DecisionChange): void {
    this.#put(clients, before);
  }

  redo({ clients, after }: DecisionChange): void {
    this.#put(clients, after);
  }

  #column(clients: Uint32Array): Column {
    const edits = new Map<ClientIndex, NonNullable<TextDecision['edit']>>();
    for (const client of clients) {
      const edit = this.#edits.get(client);
      if (edit !== undefined) edits.set(client, edit);
    }
    return {
      verdict: Uint8Array.from(clients, (client) => this.#verdict[client]),
      seen: Float64Array.from(clients, (client) => this.#seen[client]),
      edits,
    };
  }

  #put(clients: Uint32Array, { verdict, seen, edits }: Column): void {
    clients.forEach((client, at) => {
      this.#verdict[client] = verdict[at];
      this.#seen[client] = seen[at];
      const edit = edits.get(client);
      if (edit === undefined) this.#edits.delete(client);
      else this.#edits.set(client, edit);
    });
  }
}
