import { expect, it } from 'vitest';
import { METRIC_UNITS } from '../../../src/app/composables/metric-units.ts';
import { METRICS } from '../../../src/engine/benefits/metrics.ts';
import { ru } from '../../../src/locales/ru/index.ts';

it("says of every metric what the engine's table says", () => {
  const engine = Object.fromEntries([...METRICS].map(([name, { unit }]) => [name, unit]));
  expect(METRIC_UNITS).toEqual(engine);
});

it('has words for every metric, and for its optional group', () => {
  for (const [name, { optional }] of METRICS) {
    expect(ru.metrics, name).toHaveProperty(name);
    if (optional.includes('group')) expect(ru.metrics, name).toHaveProperty(`${name}In`);
  }
});
