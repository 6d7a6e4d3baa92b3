import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ReadClients } from '../../engine/pipeline.ts';
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
  #clients = new Set<ClientIndex>();

  constructor(present: () => Choosable | null, selection: Selection) {
    this.#present = present;
    this.#selection = selection;
  }

  has(client: ClientIndex): boolean {
    return this.#clients.has(client);
  }

  clear(): void {
    this.#clients = new Set();
  }

  /** Clients were read anew: who has the same code and name stays off, all others begin anew. */
  reread({ clients: now }: ReadClients): void {
    const before = this.#present()?.read.clients;
    const kept = new Set<ClientIndex>();
    for (const client of this.#clients) {
      const again = before && now.indexOf(before.codes[client]);
      if (again !== undefined && now.name(again) === before?.name(client)) kept.add(again);
    }
    this.#clients = kept;
  }

  suppress(clients: 'selection' | readonly ClientIndex[], suppressed: boolean): SuppressionChange {
    const present = this.#present();
    const before = totalsNow(present);
    const changed: ClientIndex[] = [];
    for (const client of clients === 'selection' ? this.#selection.members() : clients) {
      if (this.has(client) === suppressed) continue;
      if (suppressed) this.#clients.add(client);
      else this.#clients.delete(client);
      changed.push(client);
      // It takes the place of an offer only: who has none for another reason keeps that reason.
      const noOffer = present!.scores.noOffer;
      const [from, to] = suppressed ? [OFFERED, SUPPRESSED] : [SUPPRESSED, OFFERED];
      if (noOffer[client] === from) noOffer[client] = to;
    }
    const codes = changed.map((client) => present!.read.clients.codes[client]);
    return { suppressed, clients: codes.length, codes, before, after: totalsNow(present) };
  }

  suppressCodes(codes: readonly string[], suppressed: boolean): SuppressionChange {
    const clients = this.#present()?.read.clients;
    const known = codes.map((code) => clients?.indexOf(code)).filter((at) => at !== undefined);
    return this.suppress(known, suppressed);
  }

  suppressedCodes(): readonly string[] {
    const present = this.#present();
    if (present === null) return [];
    const { natural } = present.view;
    const codes: string[] = [];
    for (const client of natural) {
      if (this.has(client)) codes.push(present.read.clients.codes[client]);
    }
    return codes;
  }
}

const totalsNow = (present: Choosable | null): SuppressionChange['before'] =>
  present === null
    ? { count: 0, offers: 0, expectedTotal: 0 }
    : totalsOf(present.view.natural, present.scores);
