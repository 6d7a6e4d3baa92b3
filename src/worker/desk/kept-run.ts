import type { ClientTable } from '../../engine/features/client-table.ts';
import type { ImportReport } from '../../engine/ingest/report.ts';
import type { Tenge } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { KeptRun, Offer } from '../contract.ts';
import { totalsOf } from './client-view.ts';
import type { Choosable } from './selection.ts';

/** The present result, as far as it is compared with another. */
export interface Comparable extends Choosable {
  readonly advisor: Advisor;
  readonly report: ImportReport;
}

const NOTHING = -1;

/** A run as far as a later one is compared with it: ten bytes a client beside the codes. */
export class RunRecord {
  readonly info: KeptRun;
  readonly codes: readonly string[];
  readonly #products: readonly Offer[];
  /** [client] catalogue position of what is offered. */
  readonly #offers: Int16Array;
  readonly #expected: Float64Array;

  constructor({ read, scores, view, advisor, report }: Comparable) {
    this.info = {
      ...totalsOf(view.natural, scores),
      period: report.period,
      catalogue: advisor.catalogue.title,
    };
    this.codes = read.clients.codes;
    this.#products = advisor.catalogue.products.map(({ code, name }) => ({ code, name }));
    this.#offers = Int16Array.from(scores.product, (product, client) =>
      scores.noOffer[client] === 0 ? product : NOTHING,
    );
    this.#expected = scores.expected.map((expected, client) =>
      scores.noOffer[client] === 0 && !Number.isNaN(expected) ? expected : 0,
    );
  }

  offer(client: number): Offer | null {
    return this.#products[this.#offers[client]] ?? null;
  }

  /** 0 without an offer, and where the product has no figure. */
  expected(client: number): Tenge {
    return this.#expected[client];
  }
}

/** Who is who in two runs, found once for each pair of them. */
export class RunMatch {
  /** [present client] the same client in the kept run, −1 when new. */
  readonly places: Int32Array;
  /** Clients of the kept run that the present one does not have. */
  readonly left: Uint32Array;

  constructor(kept: RunRecord, present: ClientTable) {
    this.places = new Int32Array(present.size).fill(NOTHING);
    const left: number[] = [];
    kept.codes.forEach((code, place) => {
      const client = present.indexOf(code);
      if (client === undefined) left.push(place);
      else this.places[client] = place;
    });
    this.left = Uint32Array.from(left);
  }
}
