import { type ProxyMarked, proxyMarker } from 'comlink';
import { CsvWriter } from '../../engine/bytes/csv-writer.ts';
import { naturalOrder } from '../../engine/kernel/natural-order.ts';
import type { ReadClients } from '../../engine/pipeline.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type {
  ChangeFilter,
  ExportedFile,
  KeptRun,
  Offer,
  RunChanges,
  RunComparison,
} from '../contract.ts';
import { BlobParts } from './blob-parts.ts';
import { type Comparable, RunMatch, RunRecord } from './kept-run.ts';
import { sortedOrder } from './sorted-order.ts';

const LISTED = 100;

interface Kept {
  readonly run: RunRecord;
  /** Of which scores it was made; weak, for it must not keep them alive. */
  readonly of: WeakRef<ScoreTable>;
}

/** Compares the present run with one that was kept before other files or rules came. */
export class Runs implements RunComparison, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #present: () => Comparable | null;
  #kept: Kept | null = null;
  #match: { readonly read: ReadClients; readonly match: RunMatch } | null = null;

  constructor(present: () => Comparable | null) {
    this.#present = present;
  }

  keep(): KeptRun | null {
    const present = this.#present();
    this.drop();
    if (present === null) return null;
    this.#kept = { run: new RunRecord(present), of: new WeakRef(present.scores) };
    return this.#kept.run.info;
  }

  drop(): void {
    this.#kept = this.#match = null;
  }

  compare(): RunChanges | null {
    const both = this.#both();
    if (both === null) return null;
    const { before, after, match, present } = both;
    const pairs = new Map<string, Mutable<RunChanges['switches'][number]>>();
    const switched: number[] = [];
    const moves = new Float64Array(match.places.length);
    match.places.forEach((place, client) => {
      if (place < 0) return;
      const [from, to] = [before.offer(place), after.offer(client)];
      if (from?.code === to?.code) return;
      const difference = after.expected(client) - before.expected(place);
      switched.push(client);
      moves[client] = Math.abs(difference);
      const name = JSON.stringify([from?.code, to?.code]);
      const pair = pairs.get(name);
      if (pair === undefined) pairs.set(name, { from, to, difference, clients: 1 });
      else {
        pair.clients++;
        pair.difference += difference;
      }
    });
    const left = match.left;
    const lost = Float64Array.from(before.codes, (_, place) => before.expected(place));
    const { clients } = present.read;
    return {
      before: before.info,
      after: after.info,
      left: left.length,
      came: match.places.length - (before.codes.length - left.length),
      common: before.codes.length - left.length,
      switched: switched.length,
      switches: [...pairs.values()].sort((a, b) => b.clients - a.clients),
      movers: listed(switched, moves).map((client) => ({
        client,
        code: clients.codes[client],
        name: clients.name(client),
        from: before.offer(match.places[client]),
        to: after.offer(client),
        difference: after.expected(client) - before.expected(match.places[client]),
      })),
      leavers: listed(left, lost).map((place) => ({
        code: before.codes[place],
        offer: before.offer(place),
        expected: before.expected(place),
      })),
    };
  }

  /** [client] 1 for whom the filter shows; null when it does not matter. */
  passing(filter: ChangeFilter | null | undefined): Uint8Array | null {
    const both = filter ? this.#both() : null;
    if (!filter || both === null) return null;
    const { before, after, match } = both;
    return Uint8Array.from(match.places, (place, client) => {
      if (filter.kind === 'came') return Number(place < 0);
      if (place < 0) return 0;
      const [from, to] = [before.offer(place)?.code ?? null, after.offer(client)?.code ?? null];
      if (filter.kind === 'switched') return Number(from !== to);
      return Number(from === filter.from && to === filter.to);
    });
  }

  exportChanges(): ExportedFile {
    const parts = new BlobParts();
    const writer = new CsvWriter((chunk) => parts.add(chunk));
    writer.write(HEADER);
    let rows = 0;
    const both = this.#both();
    if (both !== null) {
      for (const row of changedRows(both)) {
        writer.write(row);
        rows++;
      }
    }
    writer.end();
    return { name: 'vygoda-changes.csv', blob: parts.blob('text/csv'), rows };
  }

  #both(): Both | null {
    const present = this.#present();
    if (present === null || this.#kept === null || this.#kept.of.deref() === present.scores) {
      return null;
    }
    const { read } = present;
    if (this.#match?.read !== read) {
      this.#match = { read, match: new RunMatch(this.#kept.run, read.clients) };
    }
    const after = new RunRecord(present);
    return { before: this.#kept.run, after, match: this.#match.match, present };
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Both {
  readonly before: RunRecord;
  readonly after: RunRecord;
  readonly match: RunMatch;
  readonly present: Comparable;
}

/** The first of `members` by falling value. */
const listed = (members: ArrayLike<number>, values: Float64Array): number[] => [
  ...sortedOrder(Uint32Array.from(members), values, true).subarray(0, LISTED),
];

const HEADER = [
  'client_code',
  'change',
  'product_before',
  'product_after',
  'expected_before_kzt_per_month',
  'expected_after_kzt_per_month',
];

/** Everybody but those for whom nothing changed, in natural order of code. */
const changedRows = ({ before, after, match }: Both): (string | number)[][] => {
  const rows: (string | number)[][] = [];
  const nameOf = (offer: Offer | null): string => offer?.name ?? '';
  match.places.forEach((place, client) => {
    const code = after.codes[client];
    const to = after.offer(client);
    if (place < 0) {
      rows.push([code, 'new', '', nameOf(to), '', after.expected(client)]);
      return;
    }
    const from = before.offer(place);
    if (from?.code === to?.code) return;
    const figures = [before.expected(place), after.expected(client)];
    rows.push([code, 'switched', nameOf(from), nameOf(to), ...figures]);
  });
  for (const place of match.left) {
    const figures = [before.expected(place), ''];
    rows.push([before.codes[place], 'left', nameOf(before.offer(place)), '', ...figures]);
  }
  return Array.from(naturalOrder(rows.map(([code]) => String(code))), (at) => rows[at]);
};
