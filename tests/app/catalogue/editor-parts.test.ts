import { describe, expect, it } from 'vitest';
import {
  METRIC_PARAMETERS,
  parametersOf,
  withMetric,
  withRef,
} from '../../../src/app/components/catalogue/metric-parameters.ts';
import {
  addGroup,
  NEW_GATE,
  NEW_SIGNAL,
  newProduct,
  renameGroup,
  withLane,
} from '../../../src/app/components/catalogue/new-parts.ts';
import type { Catalogue, CatalogueProduct } from '../../../src/engine/benefits/catalogue.ts';
import { METRICS } from '../../../src/engine/benefits/metrics.ts';
import { validateCatalogue } from '../../../src/engine/benefits/validate-catalogue.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';

const [standard] = catalogues;
const faultsOf = (catalogue: Catalogue) => {
  const checked = validateCatalogue(catalogue);
  return checked.ok ? [] : checked.fault;
};
const withProduct = (product: CatalogueProduct): Catalogue => ({
  ...standard,
  products: [...standard.products, product],
});

describe('parameters of metrics', () => {
  it("are those of the engine's table", () => {
    for (const [name, { required, optional }] of METRICS) {
      expect(parametersOf(name), name).toEqual({ required, optional });
    }
    expect(Object.keys(METRIC_PARAMETERS).filter((name) => !METRICS.has(name))).toEqual([]);
  });

  it('are begun so that any metric is valid at once, but for texts nobody has typed', () => {
    const groups = Object.keys(standard.groups);
    for (const name of METRICS.keys()) {
      const ref = withMetric(name, { metric: 'balance' }, groups);
      const signal = withRef(NEW_SIGNAL, ref);
      const faults = faultsOf(withProduct(newProduct('New', standard, productWith(signal))));
      expect(
        faults.map(({ path }) => path.split('.').at(-1)),
        name,
      ).toEqual(ref.texts ? ['texts'] : []);
    }
  });

  it('that both metrics take are kept, the others go', () => {
    const old = { metric: 'spendShare', group: 'taxi', from: 1, to: 2, weight: 1 };
    expect(withRef(old, withMetric('purchases', old, ['travel']))).toEqual({
      ...old,
      metric: 'purchases',
    });
    expect(withRef(old, withMetric('age', old, ['travel']))).toEqual({
      metric: 'age',
      from: 1,
      to: 2,
      weight: 1,
    });
  });
});

const productWith = (signal: CatalogueProduct['signals'][number]): CatalogueProduct => ({
  ...standard.products[0],
  gates: [NEW_GATE],
  signals: [signal],
});

describe('new parts', () => {
  it('make valid products, whatever there is already', () => {
    const once = withProduct(newProduct('New', standard));
    const twice = { ...once, products: [...once.products, newProduct('New', once)] };
    const copied = {
      ...twice,
      products: [...twice.products, newProduct('New', twice, twice.products[0])],
    };
    expect(faultsOf(copied)).toEqual([]);
    expect(copied.products.slice(-3).map(({ name }) => name)).toEqual(['New', 'New-2', 'New-3']);
  });

  it.each(standard.products)('change the lane of $code without making it wrong', (product) => {
    for (const lane of ['need', 'behaviour', 'value'] as const) {
      const { code, name } = newProduct('New', standard);
      expect(faultsOf(withProduct({ ...withLane(product, lane), code, name }))).toEqual([]);
    }
  });
});

describe('sets of categories', () => {
  it.each([...catalogues])('of $id may be renamed wherever they are referred to', (catalogue) => {
    for (const name of Object.keys(catalogue.groups)) {
      const renamed = renameGroup(catalogue, name, 'other-name');
      expect(faultsOf(renamed)).toEqual([]);
      expect(JSON.stringify(renamed)).not.toContain(`"${name}"`);
    }
  });

  it('keep their name when the new one is taken or empty', () => {
    expect(renameGroup(standard, 'travel', 'taxi')).toBe(standard);
    expect(renameGroup(standard, 'travel', '')).toBe(standard);
  });

  it('begin with a name that is free', () => {
    const twice = addGroup(addGroup(standard, 'mine', 'a'), 'mine', 'b');
    expect(twice.groups).toMatchObject({ mine: ['a'], 'mine-2': ['b'] });
    expect(faultsOf(twice)).toEqual([]);
  });
});
