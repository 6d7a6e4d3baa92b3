import type { Catalogue, Condition, Gate } from '../../engine/benefits/catalogue.ts';
import type { MetricRef } from '../../engine/benefits/metric-ref.ts';
import { METRIC_UNITS } from './metric-units.ts';
import { useLanguage } from './use-language.ts';

const NAMED = 3;

const lookUp = (words: object, key: string): string | undefined =>
  Object.hasOwn(words, key) ? String(Reflect.get(words, key)) : undefined;

/** Metrics, gates and signals of a catalogue in the person's language. */
export const useMetricWords = () => {
  const { words, format, fill } = useLanguage();

  const listOf = (labels: readonly string[]): string => {
    const named = labels.slice(0, NAMED).join(', ');
    return labels.length <= NAMED
      ? named
      : fill(words.value.metrics.and, { first: named, n: labels.length - NAMED });
  };
  const typesOf = (types: readonly string[]): string =>
    listOf(types.map((type) => lookUp(words.value.client.transferTypes, type) ?? type));

  /** «траты: Такси, Отели, Путешествия» */
  const nameOf = (ref: MetricRef, { groups }: Pick<Catalogue, 'groups'>): string => {
    const { metrics } = words.value;
    const labelsOf = (group: string): string => listOf(groups[group] ?? [group]);
    const key = ref.group === undefined ? ref.metric : `${ref.metric}In`;
    const name = fill(lookUp(metrics, key) ?? lookUp(metrics, ref.metric) ?? metrics.unknown, {
      metric: ref.metric,
      group: labelsOf(ref.group ?? ''),
      types: typesOf(ref.types ?? []),
      texts: (ref.texts ?? []).join(', '),
    });
    if (ref.withoutSpecialists) return fill(metrics.withoutSpecialists, { metric: name });
    if (ref.without !== undefined) {
      return fill(metrics.without, { metric: name, group: labelsOf(ref.without) });
    }
    return name;
  };

  /** A value of the metric with its unit; «нельзя узнать» for NaN. */
  const valueOf = (metric: string, value: number): string => {
    if (Number.isNaN(value)) return words.value.client.products.unknown;
    switch (METRIC_UNITS[metric]) {
      case 'tenge':
      case 'tenge-per-month':
        return format.value.money(value);
      case 'share':
        return format.value.percent(value);
      case 'flag':
        return value >= 1 ? words.value.app.yes : words.value.app.no;
      default:
        return format.value.decimal(value);
    }
  };

  const conditionOf = (condition: Condition, catalogue: Pick<Catalogue, 'groups'>): string => {
    const { metrics } = words.value;
    const metric = nameOf(condition, catalogue);
    const { min, max } = condition;
    if (METRIC_UNITS[condition.metric] === 'flag') {
      return fill(min === undefined ? metrics.isFalse : metrics.isTrue, { metric });
    }
    const from = min === undefined ? '' : valueOf(condition.metric, min);
    const to = max === undefined ? '' : valueOf(condition.metric, max);
    if (min !== undefined && max !== undefined) return fill(metrics.between, { metric, from, to });
    return fill(min === undefined ? metrics.atMost : metrics.atLeast, {
      metric,
      value: from || to,
    });
  };

  return {
    nameOf,
    valueOf,
    conditionOf,
    gateOf: (gate: Gate, catalogue: Pick<Catalogue, 'groups'>): string =>
      ('anyOf' in gate ? gate.anyOf : [gate])
        .map((condition) => conditionOf(condition, catalogue))
        .reduce((first, second) => fill(words.value.metrics.or, { first, second })),
  };
};
