const LEAST_EXPONENT = -20;
const OCTAVES = 64;
const STEPS_PER_OCTAVE = 32;
const BUCKETS = OCTAVES * STEPS_PER_OCTAVE;

// A float's upper bits are its exponent and leading digits: a logarithm without rounding, the same on every machine.
const MANTISSA_BITS = 23;
const SHIFT = MANTISSA_BITS - Math.log2(STEPS_PER_OCTAVE);
const OFFSET = (127 + LEAST_EXPONENT) * STEPS_PER_OCTAVE;
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/**
 * How a metric is spread over clients: counts in fixed buckets about 3 % wide from 10⁻⁶ to 10¹³,
 * plus one for zero and below. Merging adds counts, so any split of the clients gives the same.
 */
export class Histogram {
  /** [0] counts values of zero and below (or too small to tell from it). */
  readonly counts = new Float64Array(BUCKETS + 1);
  size = 0;

  /** An unknown value (NaN) is not counted. */
  add(value: number): void {
    if (Number.isNaN(value)) return;
    this.size++;
    this.counts[bucketOf(value)]++;
  }

  merge(other: Histogram): void {
    this.size += other.size;
    for (let i = 0; i <= BUCKETS; i++) this.counts[i] += other.counts[i];
  }

  /** The value below which a part `q` of the counted clients lies; NaN when none was counted. */
  quantile(q: number): number {
    const target = q * this.size;
    let below = 0;
    for (let i = 0; i <= BUCKETS; i++) {
      const count = this.counts[i];
      if (count === 0 || below + count < target) {
        below += count;
        continue;
      }
      if (i === 0) return 0;
      const low = edge(i - 1);
      return low + ((edge(i) - low) * (target - below)) / count;
    }
    return NaN;
  }

  dump(): HistogramDump {
    const filled: [number, number][] = [];
    this.counts.forEach((count, bucket) => {
      if (count > 0) filled.push([bucket, count]);
    });
    return filled;
  }

  static from(dump: HistogramDump): Histogram {
    const histogram = new Histogram();
    for (const [bucket, count] of dump) {
      histogram.counts[bucket] = count;
      histogram.size += count;
    }
    return histogram;
  }
}

/** Filled buckets and their counts: plain JSON. */
export type HistogramDump = readonly (readonly [number, number])[];

const bucketOf = (value: number): number => {
  float[0] = value;
  if (!(value > 0)) return 0;
  return Math.min(BUCKETS, Math.max(0, (bits[0] >> SHIFT) - OFFSET + 1));
};

/** Lower edge of bucket `index + 1`. */
const edge = (index: number): number => {
  bits[0] = (index + OFFSET) << SHIFT;
  return float[0];
};
