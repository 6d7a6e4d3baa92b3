import type { JsonReader } from './json-reader.ts';
import type { MetricParameter, MetricRef } from './metric-ref.ts';
import { METRIC_PARAMETERS } from './metric-ref.ts';
import { METRICS } from './metrics.ts';

const SOME: readonly [number, number] = [1, 50];

export const REF_KEYS: readonly string[] = ['metric', ...METRIC_PARAMETERS];

/** Reads a metric and the parameters it takes from an object that may have other keys too. */
export const readMetricRef = (
  source: Readonly<Record<string, unknown>>,
  path: string,
  reader: JsonReader,
  groups: ReadonlySet<string>,
): MetricRef => {
  const metric = reader.text(source.metric, `${path}.metric`);
  const definition = METRICS.get(metric);
  if (!definition) {
    if (metric !== '') reader.note('unknown-metric', `${path}.metric`, metric);
    return { metric };
  }
  const group = (value: unknown, at: string): string => {
    const name = reader.text(value, at);
    if (name !== '' && !groups.has(name)) reader.note('unknown-group', at, name);
    return name;
  };
  const readers: Record<MetricParameter, (value: unknown, at: string) => unknown> = {
    group,
    without: group,
    withoutSpecialists: (value, at) => reader.oneOf(value, at, [true, false]),
    types: (value, at) => reader.list(value, at, SOME, (item, where) => reader.text(item, where)),
    texts: (value, at) => reader.list(value, at, SOME, (item, where) => reader.text(item, where)),
  };
  const ref: Record<string, unknown> = { metric };
  for (const name of METRIC_PARAMETERS) {
    const required = definition.required.includes(name);
    if (required || (definition.optional.includes(name) && source[name] !== undefined)) {
      ref[name] = readers[name](source[name], `${path}.${name}`);
    } else if (source[name] !== undefined) {
      reader.note('unknown-key', `${path}.${name}`, name);
    }
  }
  return { ...ref, metric };
};
