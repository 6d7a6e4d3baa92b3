import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { SUPPRESSED } from '../../engine/recommendations/score-table.ts';
import type { Mailing, SuppressionChange } from '../contract.ts';
import { totalsOf } from './client-view.ts';
import type { Choosable, Selection } from './selection.ts';

const OFFERED = 0;

/**
 * Whom a person has taken off the mailing. The advisor asks `has` for every client, and so the
 * table, the charts and every export say the same; scores already made are put right at once.
 */
export class Suppression implements Mailing, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #present: () => Choosable | null;
  readonly #selection: Selection;
  readonly #onChange: (change: SuppressionChange) => void;
  #clients = new Set<ClientIndex>();

  /** `onChange` hears of every decision, for whoever keeps a record of them. */
  constructor(
    present: () => Choosable | null,
    selection: Selection,
    onChange: (change: SuppressionChange) => void = () => undefined,
  ) {
    this.#present = present;
    this.#onChange = onChange;
    this.#selection = selection;
  }

  has(client: ClientIndex): boolean {
    return this.#clients.has(client);
  }

  /** Other clients: decisions about the old ones say nothing about them. */
  clear(): void {
    this.#clients = new Set();
  }

  suppress(clients: 'selection' | readonly ClientIndex[], suppressed: boolean): SuppressionChange {
    const present = this.#present();
    const before = totalsNow(present);
    let changed = 0;
    for (const client of clients === 'selection' ? this.#selection.members() : clients) {
      if (this.has(client) === suppressed) continue;
      if (suppressed) this.#clients.add(client);
      else this.#clients.delete(client);
      changed++;
      // It takes the place of an offer only: who has none for another reason keeps that reason.
      const noOffer = present!.scores.noOffer;
      const [from, to] = suppressed ? [OFFERED, SUPPRESSED] : [SUPPRESSED, OFFERED];
      if (noOffer[client] === from) noOffer[client] = to;
    }
    const change = { suppressed, clients: changed, before, after: totalsNow(present) };
    if (changed > 0) this.#onChange(change);
    return change;
  }
}

const totalsNow = (present: Choosable | null): SuppressionChange['before'] =>
  present === null
    ? { count: 0, offers: 0, expectedTotal: 0 }
    : totalsOf(present.view.natural, present.scores);
