import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import ClientTable from '../../../src/app/components/table/ClientTable.vue';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { fakeRow } from '../fake-desk.ts';

/** Gives every observed element the size of a small window. */
const sizes = { width: 1300, height: 396 };
class SizedObserver {
  readonly #tell: ResizeObserverCallback;
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }
  observe(): void {
    const entry = { contentRect: sizes } as ResizeObserverEntry;
    this.#tell([entry], this as unknown as ResizeObserver);
  }
  disconnect(): void {
    // Nothing was started.
  }
}

beforeEach(() => {
  sizes.width = 1300;
  vi.stubGlobal('ResizeObserver', SizedObserver);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const products = catalogues[0].products.map(({ name }) => name);
const open = async (count: number, more: object = {}) => {
  const table = mount(ClientTable, {
    props: {
      count,
      rowAt: (index: number) => (index < count ? fakeRow(index) : undefined),
      version: 0,
      products,
      columns: null,
      sort: 'expected' as const,
      descending: true,
      opened: null,
      chosen: 0,
      active: 0,
      'onUpdate:active': (active: number) => table.setProps({ active }),
      ...more,
    },
  });
  await nextTick();
  return table;
};

const shownRows = (table: Awaited<ReturnType<typeof open>>): number[] =>
  table.findAll('[data-row]').map((row) => Number(row.attributes('data-row')));
const press = async (table: Awaited<ReturnType<typeof open>>, key: string): Promise<void> => {
  await table.get('[role=grid]').trigger('keydown', { key });
};

describe('a million clients', () => {
  it('draws only those in sight and asks for them', async () => {
    const table = await open(1_000_000);
    expect(shownRows(table)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(table.emitted('want')?.at(-1)).toEqual([0, 10]);
    expect(table.get('[role=grid]').attributes('aria-rowcount')).toBe('1000001');
  });

  it('reaches the last one by End, and the first by Home', async () => {
    const table = await open(1_000_000);
    await press(table, 'End');
    expect(shownRows(table).at(-1)).toBe(999_999);
    expect(table.props('active')).toBe(999_999);
    await press(table, 'Home');
    expect(shownRows(table)[0]).toBe(0);
  });

  it('moves by pages and by rows', async () => {
    const table = await open(1_000_000);
    await press(table, 'PageDown');
    expect(table.props('active')).toBe(9);
    await press(table, 'ArrowDown');
    await press(table, 'ArrowUp');
    expect(table.props('active')).toBe(9);
    expect(table.get('[role=grid]').attributes('aria-activedescendant')).toMatch(/-9$/);
  });
});

describe('a row', () => {
  it('says what the client gets', async () => {
    const table = await open(20);
    const [first, second] = table.findAll('[data-row]').map((row) => row.text());
    expect(first).toContain('Депозит Сберегательный');
    expect(first).toContain('4\u00A0000\u00A0₸');
    expect(first).toContain('отправить');
    expect(second).toContain('без суммы');
    expect(table.get('[data-row="4"]').text()).toContain('выгода ниже порога');
  });

  it('is grey until it has arrived', async () => {
    const table = await open(20, { rowAt: () => undefined });
    expect(table.get('[data-row="0"]').classes()).toContain('ghost');
    expect(table.get('[data-row="0"]').text()).toBe('');
  });

  it('opens by click and by Enter, and closes by Escape', async () => {
    const table = await open(20);
    await table.get('[data-row="3"]').trigger('click');
    expect(table.emitted('open')).toEqual([[3]]);
    await press(table, 'Enter');
    expect(table.emitted('open')?.at(-1)).toEqual([3]);
    await press(table, 'Escape');
    expect(table.emitted('close')).toBeUndefined();
    await table.setProps({ opened: 3 });
    await press(table, 'ArrowDown');
    expect(table.emitted('open')?.at(-1)).toEqual([4]);
    await press(table, 'Escape');
    expect(table.emitted('close')).toHaveLength(1);
  });
});

describe('choosing rows', () => {
  it('ticks one by its box or by Space, and opens nothing', async () => {
    const table = await open(20);
    await table.get('[data-row="3"] .tick').trigger('click');
    await press(table, ' ');
    expect(table.emitted('choose')).toEqual([
      [3, 4, true],
      [3, 4, true],
    ]);
    expect(table.emitted('open')).toBeUndefined();
  });

  it('ticks a range with Shift, in either direction, as its first row was', async () => {
    const rowAt = (index: number) => ({ ...fakeRow(index), chosen: index === 8 });
    const table = await open(20, { rowAt });
    await table.get('[data-row="3"] .tick').trigger('click');
    await table.get('[data-row="6"] .tick').trigger('click', { shiftKey: true });
    await table.get('[data-row="8"] .tick').trigger('click');
    await table.get('[data-row="2"] .tick').trigger('click', { shiftKey: true });
    expect(table.emitted('choose')).toEqual([
      [3, 4, true],
      [3, 7, true],
      [8, 9, false],
      [2, 9, false],
    ]);
    expect(table.get('[data-row="8"]').attributes('aria-selected')).toBe('true');
  });

  it('ticks everybody by the head or by Ctrl + A, and nobody when all are', async () => {
    const table = await open(20, { chosen: 4 });
    const all = table.get<HTMLInputElement>('[role=columnheader] input');
    expect(all.element.indeterminate).toBe(true);
    await all.trigger('change');
    await table.get('[role=grid]').trigger('keydown', { key: 'a', code: 'KeyA', ctrlKey: true });
    await table.setProps({ chosen: 20 });
    expect(all.element.checked).toBe(true);
    await all.trigger('change');
    expect(table.emitted('chooseAll')).toEqual([[true], [true], [false]]);
  });
});

describe('the head', () => {
  it('sorts by any column that has an order and says by which', async () => {
    const table = await open(20);
    const head = table.findAll('[role=columnheader]');
    expect(head.map((cell) => cell.attributes('aria-sort'))).toContain('descending');
    await head[1].get('button').trigger('click');
    expect(table.emitted('sort')).toEqual([['name']]);
  });

  it('is not there on a narrow screen, where a client is two lines', async () => {
    sizes.width = 390;
    const table = await open(20);
    expect(table.find('[role=columnheader]').exists()).toBe(false);
    expect(shownRows(table)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
