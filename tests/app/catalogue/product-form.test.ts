import { type DOMWrapper, mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ProductForm from '../../../src/app/components/catalogue/ProductForm.vue';
import type { CatalogueProduct } from '../../../src/engine/benefits/catalogue.ts';
import { validateCatalogue } from '../../../src/engine/benefits/validate-catalogue.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';

const [standard] = catalogues;
const at = (code: string): number => standard.products.findIndex((one) => one.code === code);

const open = (code: string) => {
  const form = mount(ProductForm, {
    props: {
      modelValue: standard.products[at(code)],
      groups: standard.groups,
      path: `products[${at(code)}]`,
      first: true,
      last: false,
      alone: false,
    },
  });
  const field = (label: string, nth = 0): DOMWrapper<Element> => {
    const labels = form.findAll('label').filter((one) => one.text().startsWith(label));
    return labels[nth].find('input, select');
  };
  return {
    /** What the form makes of the product when the field is given the value. */
    type: async (label: string, value: string, nth = 0): Promise<CatalogueProduct> => {
      const input = field(label, nth);
      await input.setValue(value);
      await input.trigger('change');
      return form.emitted<[CatalogueProduct]>('update:modelValue')!.at(-1)![0];
    },
    press: async (text: string): Promise<CatalogueProduct> => {
      await form
        .findAll('button')
        .find((button) => button.text() === text)!
        .trigger('click');
      return form.emitted<[CatalogueProduct]>('update:modelValue')!.at(-1)![0];
    },
    read: (label: string, nth = 0): string =>
      (field(label, nth).element as HTMLInputElement | HTMLSelectElement).value,
  };
};

const faultsOf = (code: string, product: CatalogueProduct): string[] => {
  const products = standard.products.with(at(code), product);
  const checked = validateCatalogue({ ...standard, products });
  return checked.ok ? [] : checked.fault.map(({ path }) => path);
};

describe('the form of a product', () => {
  it('shows what the catalogue says: shares in per cent, sums in tenge', () => {
    const { read } = open('travel-card');
    expect(read('Как называет банк')).toBe('Карта для путешествий');
    expect(read('Ставка')).toBe('4');
    expect(read('Потолок в месяц')).toBe('30\u00A0000');
    expect(read('Сила 0 при')).toBe('18');
    expect(read('Роль', 3)).toBe('support');
    expect(read('Особая карта')).toBe('travel');
  });

  it.each<[string, string, string, number, (product: CatalogueProduct) => unknown, unknown]>([
    ['travel-card', 'Ставка', '7,5', 0, (p) => p.benefit[0].lines, [{ rate: 0.075 }]],
    ['travel-card', 'Потолок в месяц', '12 000', 0, (p) => p.benefit, [{ cap: 12_000 }]],
    ['travel-card', 'Сила 0 при', '7', 0, (p) => p.signals[0], { from: 0.07, weight: 0.8 }],
    ['travel-card', 'Вес', '0,3', 1, (p) => p.signals[1], { weight: 0.3, from: 1 }],
    ['travel-card', 'Плата', '990', 0, (p) => p, { monthlyFee: 990 }],
    ['travel-card', 'Чем выигрывает', 'need', 0, (p) => p, { lane: 'need', benefit: [] }],
    ['gamer-card', 'От', '21', 0, (p) => p.gates, [{ metric: 'age', min: 21, unknown: 'pass' }]],
    ['premium-card', 'От', '2 000 000', 3, (p) => p.gates[0], { anyOf: [{ min: 2e6 }, {}] }],
    ['savings-deposit', 'Роль', 'against', 1, (p) => p.signals[1], { role: 'against' }],
    ['savings-deposit', 'Эффективная ставка', '17', 0, (p) => p.terms, { effectiveRate: 0.17 }],
    ['cash-loan', 'Первый, если', '80', 0, (p) => p, { leadAt: 0.8 }],
  ])('%s: %s = %s', async (code, label, value, nth, part, expected) => {
    const product = await open(code).type(label, value, nth);
    expect(part(product)).toMatchObject(expected as object);
    expect(faultsOf(code, product)).toEqual([]);
  });

  it('leaves out what is emptied or usual', async () => {
    const without = await open('travel-card').type('Потолок в месяц', '');
    expect(without.benefit[0]).not.toHaveProperty('cap');
    const group = await open('savings-deposit').type('Группа, где один', '');
    expect(group).not.toHaveProperty('exclusive');
    const evidence = await open('savings-deposit').type('Роль', 'evidence', 1);
    expect(evidence.signals[1]).not.toHaveProperty('role');
    for (const product of [without, group, evidence]) {
      expect(faultsOf(product.code, product)).toEqual([]);
    }
  });

  it('adds conditions, signs and parts that are valid at once', async () => {
    for (const press of ['Добавить условие', 'Добавить сигнал', 'Добавить слагаемое']) {
      const product = await open('travel-card').press(press);
      expect(product).not.toEqual(standard.products[at('travel-card')]);
      expect(faultsOf('travel-card', product)).toEqual([]);
    }
  });

  it('keeps what is no number to itself', async () => {
    const { press } = open('travel-card');
    const form = open('travel-card');
    await expect(form.type('Ставка', 'много')).rejects.toThrow();
    expect((await press('Добавить сигнал')).benefit).toEqual(
      standard.products[at('travel-card')].benefit,
    );
  });
});
