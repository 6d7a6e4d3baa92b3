import type { Bytes } from '../../engine/kernel/units.ts';

/** What an archive may unpack to before it is taken for a bomb. */
export interface ContainerLimits {
  /** Unpacked bytes per packed byte; not looked at below `freeSize`. */
  readonly ratio: number;
  readonly freeSize: Bytes;
  readonly size: Bytes;
  readonly entries: number;
  /** Archives inside archives. */
  readonly depth: number;
  /** Largest compressed archive inside an archive, which must be unpacked in memory. */
  readonly nestedSize: Bytes;
}

const MIB = 1024 * 1024;

/** Exports pack 5 to 50 times, very uniform ones 200 times; a bomb of deflate about 1000 times. */
export const CONTAINER_LIMITS: ContainerLimits = {
  ratio: 300,
  freeSize: 256 * MIB,
  size: 64 * 1024 * MIB,
  entries: 20_000,
  depth: 3,
  nestedSize: 64 * MIB,
};
