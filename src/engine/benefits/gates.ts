import type { Condition, Gate } from './catalogue.ts';
import type { GateResult } from './evaluation.ts';
import type { MetricSet } from './metric-set.ts';

interface CompiledCondition {
  readonly metric: string;
  readonly slot: number;
  readonly min: number;
  readonly max: number;
  readonly unknownPasses: boolean;
}

/** A gate is its alternatives: one that holds is enough. */
export type CompiledGate = readonly CompiledCondition[];

export const conditionsOf = (gate: Gate): readonly Condition[] =>
  'anyOf' in gate ? gate.anyOf : [gate];

export const compileGate = (gate: Gate, metrics: MetricSet): CompiledGate =>
  conditionsOf(gate).map((condition) => ({
    metric: condition.metric,
    slot: metrics.slot(condition),
    min: condition.min ?? -Infinity,
    max: condition.max ?? Infinity,
    unknownPasses: condition.unknown === 'pass',
  }));

/** An unknown value (NaN) compares false with everything, so only `unknownPasses` lets it by. */
const holds = (condition: CompiledCondition, values: Float64Array): boolean => {
  const value = values[condition.slot];
  return (
    (value >= condition.min && value <= condition.max) ||
    (condition.unknownPasses && Number.isNaN(value))
  );
};

export const passes = (gate: CompiledGate, values: Float64Array): boolean => {
  for (let i = 0; i < gate.length; i++) if (holds(gate[i], values)) return true;
  return false;
};

export const passesAll = (gates: readonly CompiledGate[], values: Float64Array): boolean => {
  for (let i = 0; i < gates.length; i++) if (!passes(gates[i], values)) return false;
  return true;
};

/** Reports the alternative that let the client by, or else the first one. */
export const explainGate = (
  gate: CompiledGate,
  index: number,
  values: Float64Array,
): GateResult => {
  const found = gate.findIndex((condition) => holds(condition, values));
  const condition = Math.max(0, found);
  const { metric, slot } = gate[condition];
  return { index, condition, metric, value: values[slot], passed: found >= 0 };
};
