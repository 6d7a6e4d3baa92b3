import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatSort, parseSort, useClients } from '../../../src/app/stores/clients.ts';
import { installDesk } from '../../../src/app/stores/desk.ts';
import { fakeDesk } from '../fake-desk.ts';

let asked: string[];
beforeEach(() => {
  setActivePinia(createPinia());
  const fake = fakeDesk(1_000_000);
  asked = fake.asked;
  installDesk(() => fake.desk);
});

describe('the view', () => {
  it('asks once for all that was typed while the desk was busy', async () => {
    const clients = useClients();
    const typed = ['А', 'Ай', 'Айг', 'Айге'].map((search) => clients.change({ search }));
    await Promise.all(typed);
    expect(asked).toEqual(['view А', 'view Айге']);
    expect(clients.revision).toBe(1);
    expect(clients.totals?.count).toBe(1_000_000);
    expect(clients.busy).toBe(false);
  });

  it('knows whether anything is filtered; the order is no filter', async () => {
    const clients = useClients();
    await clients.change({ sort: 'age', descending: false });
    expect(clients.filtered).toBe(false);
    await clients.change({ cities: [1] });
    expect(clients.filtered).toBe(true);
    await clients.resetFilters();
    expect(clients.filtered).toBe(false);
    expect(clients.query.sort).toBe('age');
  });

  it('shows only what a bar of a chart stands for', async () => {
    const clients = useClients();
    await clients.change({ search: 'Анна' });
    await clients.showOnly({ products: [3] });
    expect(clients.query).toMatchObject({ search: '', products: [3], sort: 'expected' });
  });
});

describe('the order in the address', () => {
  it('is written as it is read', () => {
    expect(parseSort(formatSort('balance', true))).toEqual({ sort: 'balance', descending: true });
    expect(parseSort(formatSort('name', false))).toEqual({ sort: 'name', descending: false });
    expect(parseSort('constructor')).toBeNull();
  });
});
