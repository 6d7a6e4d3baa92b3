import type { TraitSets } from '../features/trait-sets.ts';
import type { Aggregates } from '../features/aggregates.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { KernelTable } from './kernel-table.ts';
import type { MonthWindow } from './month-window.ts';

/** What the module may want, as in assembly/sums.ts. */
const PAGE = 1;
const ROOM = 2;

/** Planes of 32 traits a client. */
const PLANES = 2;

/**
 * What usual rows add up to inside the module's memory. The aggregates, which are a monoid, take it
 * over when there is no more room for it, and at the end.
 */
export class KernelSums {
  readonly #memory: KernelMemory;
  readonly #spend: KernelTable;
  readonly #transfers: KernelTable;
  #table: KernelTable;
  readonly #clients: number;
  readonly #traitSets: TraitSets;
  readonly #traitsAt: number;

  /** `window`: of months that usual rows may have. */
  constructor(memory: KernelMemory, aggregates: Aggregates, window: MonthWindow) {
    this.#memory = memory;
    this.#spend = new KernelTable(memory, aggregates.spend, window);
    this.#transfers = new KernelTable(memory, aggregates.transfers, window);
    this.#table = this.#spend;
    this.#clients = aggregates.layout.clients;
    this.#traitSets = aggregates.traitSets;
    this.#traitsAt = memory.allocate(PLANES * this.#clients * 4);
    memory.module.setTraits(this.#traitsAt, this.#clients);
  }

  start(transfers: boolean): void {
    this.#table = transfers ? this.#transfers : this.#spend;
    this.#memory.module.setTable(this.#table.header);
  }

  /** Gives the module what it wants; false when it wants nothing. */
  serve(): boolean {
    const { wanted, wantedPlace } = this.#memory.module;
    if (wanted.value === PAGE) this.#table.givePage(wantedPlace.value);
    else if (wanted.value === ROOM) this.#table.handOver();
    else return false;
    return true;
  }

  /** Adds all that has come together to the aggregates. */
  handOver(): void {
    this.#spend.handOver();
    this.#transfers.handOver();
    const { ints } = this.#memory;
    for (let plane = 0; plane < PLANES; plane++) {
      const at = this.#traitsAt / 4 + plane * this.#clients;
      this.#traitSets.addPlane(plane, ints.subarray(at, at + this.#clients));
      ints.fill(0, at, at + this.#clients);
    }
  }
}
