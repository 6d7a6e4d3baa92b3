import type { ClientIndex } from '../kernel/units.ts';

const BITS = 32;

/** Which traits each client has: one bit a trait for the first 32, a set of pairs for the rest. */
export class TraitSets {
  #bits: Uint32Array;
  readonly #rest = new Map<ClientIndex, Set<number>>();

  constructor(clients: number) {
    this.#bits = new Uint32Array(clients);
  }

  add(client: ClientIndex, trait: number): void {
    if (trait < BITS) {
      this.#bits[client] |= 1 << trait;
      return;
    }
    const set = this.#rest.get(client);
    if (set) set.add(trait);
    else this.#rest.set(client, new Set([trait]));
  }

  forEach(client: ClientIndex, visit: (trait: number) => void): void {
    let bits = this.#bits[client];
    while (bits !== 0) {
      const trait = 31 - Math.clz32(bits & -bits);
      visit(trait);
      bits &= bits - 1;
    }
    this.#rest.get(client)?.forEach(visit);
  }

  merge(other: TraitSets, rename: readonly number[]): void {
    for (let client = 0; client < this.#bits.length; client++) {
      if (other.#bits[client] === 0 && !other.#rest.has(client)) continue;
      other.forEach(client, (trait) => this.add(client, rename[trait]));
    }
  }

  dump(): TraitSetsDump {
    return { bits: this.#bits, rest: [...this.#rest].map(([client, set]) => [client, [...set]]) };
  }

  static from(dump: TraitSetsDump): TraitSets {
    const sets = new TraitSets(0);
    sets.#bits = dump.bits;
    for (const [client, traits] of dump.rest) sets.#rest.set(client, new Set(traits));
    return sets;
  }
}

export interface TraitSetsDump {
  readonly bits: Uint32Array<ArrayBufferLike>;
  readonly rest: readonly (readonly [ClientIndex, readonly number[]])[];
}
