const UINT32 = 2 ** 32;
const NORMAL_TERMS = 12;

/** Mixes integers into one well-spread 32-bit seed (the finaliser of MurmurHash3). */
const mix = (seed: number, index: number): number => {
  let h = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Choices with running sums of their weights. */
export interface Weights<K extends string> {
  readonly keys: readonly K[];
  readonly sums: readonly number[];
}

export const weigh = <K extends string>(weights: Readonly<Record<K, number>>): Weights<K> => {
  const keys = Object.keys(weights) as K[];
  let sum = 0;
  return { keys, sums: keys.map((key) => (sum += weights[key])) };
};

/**
 * Seeded random numbers, the same on every machine: only integer and exactly rounded arithmetic, no
 * `Math.log` or `Math.cos`, which engines round differently. One stream per client, so that any
 * client can be made without the others.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(seed: number, stream = 0) {
    this.#a = mix(seed, stream);
    this.#b = mix(this.#a, seed);
    this.#c = mix(this.#b, stream);
    for (let i = 0; i < NORMAL_TERMS; i++) this.next();
  }

  /** 0 ≤ x < 1 (sfc32). */
  next(): number {
    const t = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return (t >>> 0) / UINT32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** An integer, both ends included. */
  integer(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.next());
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(items.length * this.next())];
  }

  /** One of the choices, as likely as its weight. */
  weighted<K extends string>({ keys, sums }: Weights<K>): K {
    const point = this.next() * sums[sums.length - 1];
    let i = 0;
    while (sums[i] <= point) i++;
    return keys[i];
  }

  /** An integer with mean `mean`: the whole part, and the fraction by chance. */
  round(mean: number): number {
    return Math.floor(mean) + (this.chance(mean - Math.floor(mean)) ? 1 : 0);
  }

  /** Mean 0, deviation 1, never beyond ±6: twelve uniforms. */
  normal(): number {
    let sum = -NORMAL_TERMS / 2;
    for (let i = 0; i < NORMAL_TERMS; i++) sum += this.next();
    return sum;
  }

  /** exp(σ × normal): median 1. */
  spread(sigma: number): number {
    return exp(sigma * this.normal());
  }
}

/** e^x for |x| < 20, by halving and a short series: exactly the same digits everywhere. */
const exp = (x: number): number => {
  const y = x / 1024;
  let value = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + y / 4)));
  for (let i = 0; i < 10; i++) value *= value;
  return value;
};
