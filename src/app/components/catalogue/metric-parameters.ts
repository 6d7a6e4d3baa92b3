import type { MetricParameter, MetricRef } from '../../../engine/benefits/metric-ref.ts';

interface Parameters {
  readonly required?: readonly MetricParameter[];
  readonly optional?: readonly MetricParameter[];
}

const GROUP: Parameters = { required: ['group'] };
const MAYBE_GROUP: Parameters = { optional: ['group'] };
const TOP: Parameters = { optional: ['without', 'withoutSpecialists'] };
const TYPES: Parameters = { required: ['types'] };
const TEXTS: Parameters = { required: ['texts'] };

/** What each metric has to be told. The engine's own table says the same; a test compares the two. */
export const METRIC_PARAMETERS: Readonly<Partial<Record<string, Parameters>>> = {
  spend: MAYBE_GROUP,
  spendOutside: GROUP,
  spendShare: GROUP,
  purchases: MAYBE_GROUP,
  purchaseShare: GROUP,
  spendMonths: GROUP,
  topSpend: TOP,
  topShare: TOP,
  topStability: TOP,
  transfers: TYPES,
  transferCount: TYPES,
  transferCountShare: TYPES,
  transfersToSpend: TYPES,
  transferMonths: TYPES,
  transferMean: TYPES,
  transferEvenness: TYPES,
  worstGap: TYPES,
  gapJump: TYPES,
  savedShare: TYPES,
  statusIs: TEXTS,
  productSeen: TEXTS,
  typeSeen: TEXTS,
};

export const parametersOf = (metric: string): Required<Parameters> => ({
  required: METRIC_PARAMETERS[metric]?.required ?? [],
  optional: METRIC_PARAMETERS[metric]?.optional ?? [],
});

const takes = (metric: string, parameter: MetricParameter): boolean => {
  const { required, optional } = parametersOf(metric);
  return required.includes(parameter) || optional.includes(parameter);
};

/** Another metric: what it has in common with the old one is kept, what it needs is begun. */
export const withMetric = (
  metric: string,
  old: MetricRef,
  groups: readonly string[],
): MetricRef => ({
  metric,
  ...(takes(metric, 'group') && (old.group !== undefined || parametersOf(metric).required[0])
    ? { group: old.group ?? groups.at(0) ?? '' }
    : {}),
  ...(takes(metric, 'without') && old.without !== undefined ? { without: old.without } : {}),
  ...(takes(metric, 'withoutSpecialists') && old.withoutSpecialists
    ? { withoutSpecialists: true }
    : {}),
  ...(takes(metric, 'types') ? { types: old.types ?? ['p2p_out'] } : {}),
  ...(takes(metric, 'texts') ? { texts: old.texts ?? [] } : {}),
});

const NAMES = ['metric', 'group', 'without', 'withoutSpecialists', 'types', 'texts'] as const;

/** The ref alone, of a gate or a signal that is more than that. */
export const refOf = (whole: MetricRef): MetricRef =>
  Object.fromEntries(
    NAMES.filter((name) => whole[name] !== undefined).map((name) => [name, whole[name]]),
  ) as unknown as MetricRef;

/** A gate or a signal with another ref. */
export const withRef = <T extends MetricRef>(whole: T, ref: MetricRef): T => {
  const names: readonly string[] = NAMES;
  const rest = Object.entries(whole).filter(([name]) => !names.includes(name));
  return { ...ref, ...Object.fromEntries(rest) } as T;
};
