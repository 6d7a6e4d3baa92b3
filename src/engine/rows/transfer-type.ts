import { valueKey } from '../kernel/text-key.ts';
import { readDirection } from './direction.ts';
import type { Direction, Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

export type TransferFault = 'unknown-type' | 'unknown-direction' | 'direction-contradiction';

export type TransferReading =
  | {
      readonly kind: 'transfer';
      /** Position of the official type in the vocabulary; behind them `other_in`, `other_out`. */
      readonly column: number;
      readonly direction: Direction;
      /** What must be reported though the row is used. */
      readonly faults: readonly TransferFault[];
    }
  | { readonly kind: 'bad'; readonly code: 'direction-missing' };

/** Column of the transfers known by direction only: behind the official types. */
export const otherColumn = (direction: Direction, vocabulary: Vocabulary): number =>
  vocabulary.transferTypes.length + (direction === 'in' ? 0 : 1);

/**
 * Resolves the type and direction cells of a transfer; pass '' for a column that is not there.
 * An official type decides, whatever the direction says. A stem (`salary`) with its direction names
 * the official type; alone it does when only one type has it. Else the direction alone counts.
 */
export const resolveTransfer = (
  typeText: string,
  directionText: string,
  vocabulary: Vocabulary,
): TransferReading => {
  const index = wordIndex(vocabulary);
  const type = valueKey(typeText);
  const direction = readDirection(directionText, vocabulary);
  const unknownDirection: readonly TransferFault[] =
    direction === 'unknown' ? ['unknown-direction'] : [];

  const found = index.types.get(type) ?? columnOfStem(index.stems.get(type), direction);
  if (found !== undefined) {
    const official = vocabulary.transferTypes[found].direction;
    const contradicted =
      direction !== 'missing' && direction !== 'unknown' && direction !== official;
    return {
      kind: 'transfer',
      column: found,
      direction: official,
      faults: contradicted ? ['direction-contradiction'] : unknownDirection,
    };
  }
  if (direction === 'missing' || direction === 'unknown') {
    return { kind: 'bad', code: 'direction-missing' };
  }
  return {
    kind: 'transfer',
    column: otherColumn(direction, vocabulary),
    direction,
    faults: type === '' ? [] : ['unknown-type'],
  };
};

const columnOfStem = (
  stem: Readonly<Partial<Record<Direction, number>>> | undefined,
  direction: Direction | 'missing' | 'unknown',
): number | undefined => {
  if (stem === undefined) return undefined;
  if (direction === 'in' || direction === 'out') return stem[direction];
  return stem.in === undefined || stem.out === undefined ? (stem.in ?? stem.out) : undefined;
};
