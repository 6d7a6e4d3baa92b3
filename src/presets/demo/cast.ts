import type { Archetype } from './archetype.ts';
import { ARCHETYPES } from './archetypes.ts';
import type { DemoRow } from './draw-rows.ts';
import type { Portrait } from './portrait.ts';
import { drawPortrait } from './portrait.ts';
import type { Random } from './random.ts';
import { archetypeOf, SHOWCASES } from './showcases.ts';

export interface Role {
  readonly portrait: Portrait;
  /** The product this client was made for. */
  readonly label: string;
  /** `pure`, `mixed`, `thin`, `dirty`, or the name of a showcase. */
  readonly kind: string;
  readonly purchases: readonly DemoRow[] | null;
}

/** Of every twenty clients: two mixed ones, one thin or dirty one, the rest pure. */
const CYCLE = 20;
const MIXED = [6, 13];
const ODD = 19;
const PURE = CYCLE - MIXED.length - 1;
/** A crowd smaller than this has no room for showcases. */
const CROWD = 100;

/** Who stands at place `place` of a crowd of `size`. */
export const castRole = (place: number, size: number, random: Random, noise: number): Role => {
  const showcase = size >= CROWD ? SHOWCASES[place] : undefined;
  if (showcase) {
    const portrait = drawPortrait(archetypeOf(showcase.from), random, noise);
    showcase.bend(portrait);
    return {
      portrait,
      label: showcase.from,
      kind: showcase.kind,
      purchases: showcase.purchases ?? null,
    };
  }
  const round = Math.floor(place / CYCLE);
  const seat = place % CYCLE;
  if (seat === ODD) return castOdd(round, random, noise);
  if (MIXED.includes(seat)) return castMixed(random, noise);
  const before = seat - MIXED.filter((mixed) => mixed < seat).length;
  const archetype = ARCHETYPES[(round * PURE + before) % ARCHETYPES.length];
  const portrait = drawPortrait(archetype, random, noise);
  return { portrait, label: archetype.label, kind: 'pure', purchases: null };
};

const castMixed = (random: Random, noise: number): Role => {
  const first = random.pick(ARCHETYPES);
  const second = random.pick(ARCHETYPES);
  const portrait = drawPortrait(blend(first, second), random, noise);
  return { portrait, label: first.label, kind: 'mixed', purchases: null };
};

/** Somewhere between two archetypes: half of what is special about each. */
const blend = (a: Archetype, b: Archetype): Archetype => {
  const categories = new Set([...Object.keys(a.basket ?? {}), ...Object.keys(b.basket ?? {})]);
  const factor = (of: Archetype, category: string): number => of.basket?.[category] ?? 1;
  const foreign = ((a.foreign ?? 0) + (b.foreign ?? 0)) / 2;
  return {
    label: a.label,
    spend: (a.spend + b.spend) / 2,
    balance: (a.balance + b.balance) / 2,
    ages: a.ages,
    student: a.student ?? false,
    basket: Object.fromEntries(
      [...categories].map((name) => [name, Math.sqrt(factor(a, name) * factor(b, name))]),
    ),
    flatness: ((a.flatness ?? 0) + (b.flatness ?? 0)) / 2,
    ...(foreign > 0 ? { foreign } : {}),
    flows: [...(a.flows ?? []), ...(b.flows ?? [])].map((flow) => ({
      ...flow,
      perMonth: flow.perMonth / 2,
      perQuarter: Math.ceil(flow.perQuarter / 2),
    })),
  };
};

/** Too little to judge by, or badly filled in. */
const castOdd = (round: number, random: Random, noise: number): Role => {
  const archetype = random.pick(ARCHETYPES);
  const portrait = drawPortrait(archetype, random, noise);
  if (round % 2 === 0) {
    portrait.spend *= 0.06;
    portrait.months = random.integer(1, 3);
    portrait.flows = portrait.flows.filter(({ perQuarter }) => perQuarter < 4);
    return { portrait, label: archetype.label, kind: 'thin', purchases: null };
  }
  portrait.age = random.chance(0.5) ? '' : portrait.age;
  portrait.status = random.pick(['VIP', 'Обычный', 'зп', portrait.status]);
  portrait.unknownCategory = random.pick(['Зоотовары', 'Хобби', 'Прочее']);
  return { portrait, label: archetype.label, kind: 'dirty', purchases: null };
};
