import type { ClientIndex } from '../kernel/units.ts';

const BITS = 32;
/** Traits that have a bit for every client; the rest are rare and kept in sets. */
const MAX_PLANES = 8;

/** Which traits each client has: planes of 32 bits a client, made as traits turn up. */
export class TraitSets {
  readonly #clients: number;
  readonly #planes: Uint32Array[];
  readonly #rest = new Map<ClientIndex, Set<number>>();

  constructor(clients: number, planes: readonly Uint32Array[] = []) {
    this.#clients = clients;
    this.#planes = [...planes];
  }

  add(client: ClientIndex, trait: number): void {
    const plane = trait >>> 5;
    if (plane >= MAX_PLANES) this.#addToSet(client, trait);
    else (this.#planes[plane] ?? this.#newPlane(plane))[client] |= 1 << trait;
  }

  /** Adds the traits of one plane, a word of 32 bits for each client. */
  addPlane(plane: number, bits: Int32Array): void {
    for (let client = 0; client < bits.length; client++) {
      if (bits[client] === 0) continue;
      (this.#planes[plane] ?? this.#newPlane(plane))[client] |= bits[client];
    }
  }

  #newPlane(plane: number): Uint32Array {
    while (this.#planes.length <= plane) this.#planes.push(new Uint32Array(this.#clients));
    return this.#planes[plane];
  }

  #addToSet(client: ClientIndex, trait: number): void {
    const set = this.#rest.get(client);
    if (set) set.add(trait);
    else this.#rest.set(client, new Set([trait]));
  }

  /** Visits a client's traits, in no particular order. */
  forEach(client: ClientIndex, visit: (trait: number) => void): void {
    for (let plane = 0; plane < this.#planes.length; plane++) {
      for (let bits = this.#planes[plane][client]; bits !== 0; bits &= bits - 1) {
        visit(plane * BITS + 31 - Math.clz32(bits & -bits));
      }
    }
    this.#rest.get(client)?.forEach(visit);
  }

  /** Adds all of `other`, whose trait `t` is called `rename[t]` here. */
  merge(other: TraitSets, rename: readonly number[]): void {
    for (const [plane, bits] of other.#planes.entries()) {
      const names = rename.slice(plane * BITS, (plane + 1) * BITS);
      for (const [bit, trait] of names.entries()) this.#mergeTrait(bits, 1 << bit, trait);
    }
    other.#rest.forEach((traits, client) =>
      traits.forEach((trait) => this.add(client, rename[trait])),
    );
  }

  #mergeTrait(bits: Uint32Array, bit: number, trait: number): void {
    for (let client = 0; client < this.#clients; client++) {
      if ((bits[client] & bit) !== 0) this.add(client, trait);
    }
  }

  /** A copy of so many clients from `first` on, who are clients 0, 1, 2 … there. */
  part(first: ClientIndex, clients: number): TraitSetsDump {
    const rest: [ClientIndex, number[]][] = [];
    for (let client = 0; client < clients && this.#rest.size > 0; client++) {
      const set = this.#rest.get(first + client);
      if (set !== undefined) rest.push([client, [...set]]);
    }
    const planes = this.#planes.map((plane) => plane.slice(first, first + clients));
    return { clients, planes, rest };
  }

  dump(): TraitSetsDump {
    return {
      clients: this.#clients,
      planes: this.#planes,
      rest: [...this.#rest].map(([client, set]) => [client, [...set]]),
    };
  }

  static from({ clients, planes, rest }: TraitSetsDump): TraitSets {
    const sets = new TraitSets(clients, planes);
    for (const [client, traits] of rest) sets.#rest.set(client, new Set(traits));
    return sets;
  }
}

export interface TraitSetsDump {
  readonly clients: number;
  readonly planes: readonly Uint32Array[];
  readonly rest: readonly (readonly [ClientIndex, readonly number[]])[];
}
