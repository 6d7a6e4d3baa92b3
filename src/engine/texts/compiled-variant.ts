import type { CompiledPart, PartError, TemplateScope } from './compiled-part.ts';
import { compilePart } from './compiled-part.ts';
import type { Variant } from './language-pack.ts';

const PART_KINDS = ['hook', 'offer', 'condition', 'tail'] as const;

type PartKind = (typeof PART_KINDS)[number];

export type CompiledVariant = Readonly<Record<PartKind, readonly CompiledPart[]>> & {
  readonly cta: string;
};

export interface PartFault extends PartError {
  readonly kind: PartKind;
  /** Position among the alternatives of this kind. */
  readonly index: number;
}

/** Compiles what can be; the other parts are named as faults and left out. */
export const compileVariant = (
  variant: Variant,
  scope: TemplateScope,
): { readonly variant: CompiledVariant; readonly faults: readonly PartFault[] } => {
  const faults: PartFault[] = [];
  const compile = (kind: PartKind): CompiledPart[] =>
    variant[kind].flatMap((part, index) => {
      const result = compilePart(part, scope);
      if (result === null) return [];
      if (!('code' in result)) return [result];
      faults.push({ ...result, kind, index });
      return [];
    });
  const [hook, offer, condition, tail] = PART_KINDS.map(compile);
  return { variant: { hook, offer, condition, tail, cta: variant.cta }, faults };
};
