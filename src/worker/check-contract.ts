import type { Catalogue } from '../engine/benefits/catalogue.ts';
import type { ValidCatalogue } from '../engine/benefits/validate-catalogue.ts';
import type { Outcome } from '../engine/kernel/fault.ts';
import type { ClientIndex, Tenge } from '../engine/kernel/units.ts';
import type { GuardReport } from '../engine/recommendations/guard.ts';

export type { CatalogueFault } from '../engine/benefits/json-reader.ts';
export type { GuardReport };

/** What the page may ask of the desk while a catalogue is being changed and judged. */
export interface CatalogueChecks {
  /** The text of a file, or a value made on the page: a catalogue, or everything wrong with it. */
  checkCatalogue(source: unknown): ValidCatalogue | Promise<ValidCatalogue>;

  /** From now on changes are compared with the present result. */
  keepBaseline(): void | Promise<void>;
  /** The kept result against the present one; null while nothing is loaded. */
  compare(): Comparison | null | Promise<Comparison | null>;

  /** Ranks random clients; a later call ends an earlier one, which then answers null. */
  guard(
    catalogue: Catalogue,
    onProgress: (clients: number, of: number) => void,
  ): Promise<GuardReport | null>;

  /** Known right answers: a `client_code,product` file, those of the sample, or none any more. */
  setReference(source: Blob | 'demo' | null): Promise<Outcome<SideFile, SideFault>>;
  /** How the present result does against them; null without clients or answers. */
  accuracy(): Accuracy | null | Promise<Accuracy | null>;

  /** What clients hold: by the rows' product column, by a file, or not looked at. Then score again. */
  setHoldings(source: Blob | 'column' | null): Promise<Outcome<SideFile, SideFault>>;
}

/** What became of a `client_code,product` file. */
export interface SideFile {
  readonly pairs: number;
  /** Rows without a code or without a product. */
  readonly skipped: number;
}

export type SideFault = 'too-large' | 'no-columns' | 'no-rows' | 'no-sample';

export interface Comparison {
  readonly clients: number;
  /** Clients who are offered something else than before, or nothing any more, or something at last. */
  readonly switched: number;
  readonly before: ResultTotals;
  readonly after: ResultTotals;
  /** Clients whose first product it is, sent or not; of both catalogues, in order. */
  readonly products: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
  /** Largest first; null: nothing is offered. */
  readonly switches: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly clients: number;
  }[];
}

export interface ResultTotals {
  readonly offers: number;
  readonly expectedTotal: Tenge;
}

export interface Accuracy {
  /** Loaded clients whose right product the catalogue has: everything below is about them. */
  readonly clients: number;
  readonly unknownClients: number;
  /** Products of the reference that the catalogue does not have; their clients are not judged. */
  readonly unknownProducts: readonly string[];
  /** [place − 1] how many have their product at this place, 1 … 4. */
  readonly places: readonly number[];
  /** Mean of 20, 15, 10, 5 by place, 0 behind the fourth. */
  readonly points: number;
  /** Catalogue positions that occur in the reference or as a first product. */
  readonly products: readonly number[];
  /** [reference × first product] by place in `products`; the last row: not in the catalogue. */
  readonly confusion: readonly (readonly number[])[];
  readonly differing: number;
  /** The first of those whose first product is another one. */
  readonly examples: readonly {
    readonly client: ClientIndex;
    readonly code: string;
    readonly name: string;
    readonly reference: string;
    readonly first: number;
    /** 2 … 4, or null when not among the four. */
    readonly place: number | null;
  }[];
}
