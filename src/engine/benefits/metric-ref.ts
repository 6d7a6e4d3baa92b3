/** A metric of the table in README.md with its parameters: a number a catalogue may ask about a client. */
export interface MetricRef {
  readonly metric: string;
  /** Name of a category group of the catalogue. */
  readonly group?: string;
  /** Name of a category group to leave out. */
  readonly without?: string;
  /** True: leave out the groups of all specialist cards of the catalogue. */
  readonly withoutSpecialists?: boolean;
  /** Transfer types, letter for letter. */
  readonly types?: readonly string[];
  /** Texts to compare with or to look for, one of which is enough; case matters. */
  readonly texts?: readonly string[];
}

export const METRIC_PARAMETERS = [
  'group',
  'without',
  'withoutSpecialists',
  'types',
  'texts',
] as const;

export type MetricParameter = (typeof METRIC_PARAMETERS)[number];

/** Two refs with the same key are the same number: it is computed once per client. */
export const metricKey = (ref: MetricRef): string =>
  JSON.stringify([ref.metric, ...METRIC_PARAMETERS.map((name) => ref[name] ?? null)]);

/** The ref alone, of a gate or signal that is more than that. */
export const toRef = (ref: MetricRef): MetricRef => {
  const entries = METRIC_PARAMETERS.filter((name) => ref[name] !== undefined).map(
    (name) => [name, ref[name]] as const,
  );
  return { metric: ref.metric, ...Object.fromEntries(entries) };
};
