import { basketMetrics } from './basket-metrics.ts';
import { cashFlowMetrics } from './cash-flow-metrics.ts';
import { clientMetrics } from './client-metrics.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { spendMetrics } from './spend-metrics.ts';
import { transferMetrics } from './transfer-metrics.ts';

/** The one table of what a catalogue may ask about a client; README.md is written from it. */
export const METRICS: ReadonlyMap<string, MetricDefinition> = new Map<string, MetricDefinition>(
  Object.entries({
    ...spendMetrics,
    ...basketMetrics,
    ...transferMetrics,
    ...cashFlowMetrics,
    ...clientMetrics,
  }),
);
