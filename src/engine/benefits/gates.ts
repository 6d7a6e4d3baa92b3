import type { Answers } from './answers.ts';
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
const holds = (condition: CompiledCondition, { values, stride }: Answers, i: number): boolean => {
  const value = values[condition.slot * stride + i];
  return (
    (value >= condition.min && value <= condition.max) ||
    (condition.unknownPasses && Number.isNaN(value))
  );
};

const passes = (gate: CompiledGate, answers: Answers, i: number): boolean => {
  for (let n = 0; n < gate.length; n++) if (holds(gate[n], answers, i)) return true;
  return false;
};

/** Does client i pass? */
export const passesAll = (gates: readonly CompiledGate[], answers: Answers, i: number): boolean => {
  for (let n = 0; n < gates.length; n++) if (!passes(gates[n], answers, i)) return false;
  return true;
};

/** Reports the alternative that let the one client by, or else the first one. */
export const explainGate = (gate: CompiledGate, index: number, answers: Answers): GateResult => {
  const found = gate.findIndex((condition) => holds(condition, answers, 0));
  const condition = Math.max(0, found);
  const { metric, slot } = gate[condition];
  return { index, condition, metric, value: answers.values[slot], passed: found >= 0 };
};
