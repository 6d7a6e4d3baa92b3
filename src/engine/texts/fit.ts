import type { CompiledPart } from './compiled-part.ts';
import type { CompiledVariant } from './compiled-variant.ts';
import type { FactMask } from './fact-mask.ts';
import { factBit, figuresAgree, withFigure } from './fact-mask.ts';

/** The parts chosen for one text. */
export interface Fitting {
  /** In the order they are read; those that say nothing are left out. */
  readonly parts: readonly CompiledPart[];
  /** How many categories {cats} lists. */
  readonly cats: number;
  /** Code points missing or too many; 0 when it fits. */
  readonly off: number;
}

/** What a text may be put together from, and how long it may get. */
export interface FittingRoom {
  readonly facts: FactMask;
  /** How many categories {cats} can list. */
  readonly cats: number;
  readonly min: number;
  readonly max: number;
  /** Code points of a part when {cats} lists so many. */
  readonly lengthOf: (part: CompiledPart, cats: number) => number;
}

const CATS = factBit('cats');
/**
 * Chooses the parts that land between `min` and `max` with a space between them: the strongest offer
 * first, then the strongest hook, then the condition, then more categories rather than fewer, and a
 * tail only where it is still too short. Nothing is cut or padded: when no combination fits, the
 * nearest comes back with how far it is off; null when none is true of the client.
 */
export const fit = (variant: CompiledVariant, room: FittingRoom): Fitting | null => {
  let nearest: Fitting | null = null;
  const offers = usable(variant.offer, room.facts);
  const hooks = usable(variant.hook, room.facts);
  for (const offer of offers) {
    for (const hook of hooks) {
      const found = fitEnds([hook, offer], variant, room);
      if (found?.off === 0) return found;
      if (found !== null && found.off < (nearest?.off ?? Infinity)) nearest = found;
    }
  }
  return nearest;
};

/** Tries conditions, then numbers of categories, then tails. */
const fitEnds = (
  start: readonly CompiledPart[],
  { condition, tail }: CompiledVariant,
  room: FittingRoom,
): Fitting | null => {
  const said = maskOf(start);
  if (!figuresAgree(said)) return null;
  const facts = withFigure(room.facts, said);
  const tails = [null, ...usable(tail, facts)];
  let nearest: Fitting | null = null;
  for (const middle of orNone(usable(condition, facts))) {
    const parts = [...start, ...middle].filter(saysSomething);
    const mostCats = (maskOf(parts) & CATS) === 0 ? 1 : room.cats;
    for (let cats = mostCats; cats > 0; cats--) {
      const length = lengthOf(parts, cats, room);
      for (const end of tails) {
        const whole = end === null ? length : length + 1 + room.lengthOf(end, cats);
        const off = Math.max(room.min - whole, whole - room.max, 0);
        if (off >= (nearest?.off ?? Infinity)) continue;
        nearest = { parts: end === null ? parts : [...parts, end], cats, off };
        if (off === 0) return nearest;
      }
    }
  }
  return nearest;
};

const usable = (parts: readonly CompiledPart[], facts: FactMask): readonly CompiledPart[] =>
  parts.filter(({ needs, bars }) => (needs & ~facts) === 0 && (bars & facts) === 0);

const orNone = (parts: readonly CompiledPart[]): readonly (readonly CompiledPart[])[] =>
  parts.length === 0 ? [[]] : parts.map((part) => [part]);

const saysSomething = ({ literals, slots }: CompiledPart): boolean =>
  slots.length > 0 || literals[0] !== '';

const maskOf = (parts: readonly CompiledPart[]): FactMask =>
  parts.reduce((mask, { needs }) => mask | needs, 0);

const lengthOf = (parts: readonly CompiledPart[], cats: number, room: FittingRoom): number =>
  parts.reduce((sum, part) => sum + room.lengthOf(part, cats), parts.length - 1);
