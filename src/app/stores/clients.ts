import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type {
  ClientDetail,
  ClientRow,
  SortKey,
  ViewQuery,
  ViewTotals,
} from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

export type { ClientDetail, ClientRow } from '../../worker/contract.ts';

const OPEN = { from: null, to: null };

export const EVERYBODY: ViewQuery = {
  search: '',
  products: [],
  statuses: [],
  cities: [],
  send: null,
  noOffer: [],
  age: OPEN,
  balance: OPEN,
  expected: OPEN,
  change: null,
  sort: 'expected',
  descending: true,
};

export type Filters = Omit<ViewQuery, 'sort' | 'descending'>;

/** The filters alone, as one text: the order of rows lets everybody through. */
const filterKey = (query: ViewQuery): string =>
  JSON.stringify({ ...query, sort: EVERYBODY.sort, descending: EVERYBODY.descending });

/** The table's present view: what is asked for, how many answer, and the way to their rows. */
export const useClients = defineStore('clients', () => {
  const query = shallowRef<ViewQuery>(EVERYBODY);
  const totals = shallowRef<ViewTotals | null>(null);
  /** Goes up whenever row numbers mean other clients than before. */
  const revision = shallowRef(0);
  /** Goes up when the same rows say something else than before. */
  const touched = shallowRef(0);
  const busy = shallowRef(false);
  const pending = { again: false };

  /** Asks the desk for the view. Changes made while it works are asked for once, all together. */
  const refresh = async (): Promise<void> => {
    pending.again = busy.value;
    if (busy.value) return;
    busy.value = true;
    const asked = query.value;
    const answer = await useDesk()
      .view(asked)
      .finally(() => {
        busy.value = false;
      });
    if (pending.again) return refresh();
    totals.value = answer;
    revision.value += 1;
  };

  const touch = (): void => {
    touched.value += 1;
  };

  return {
    query,
    totals,
    revision,
    touched,
    busy,
    filtered: computed(() => filterKey(query.value) !== filterKey(EVERYBODY)),
    refresh,
    touch,
    /** Offers came or went: only a filter that asks for them lets other clients through. */
    async recount(): Promise<void> {
      if (query.value.send !== null || query.value.noOffer.length > 0) return refresh();
      totals.value = await useDesk().view(query.value);
      touch();
    },
    change(part: Partial<ViewQuery>): Promise<void> {
      query.value = { ...query.value, ...part };
      return refresh();
    },
    resetFilters(): Promise<void> {
      const { sort, descending } = query.value;
      query.value = { ...EVERYBODY, sort, descending };
      return refresh();
    },
    /** Only these filters, as when a bar of a chart is clicked. */
    showOnly(filters: Partial<Filters>): Promise<void> {
      const { sort, descending } = query.value;
      query.value = { ...EVERYBODY, ...filters, sort, descending };
      return refresh();
    },
    rows: (from: number, to: number): Promise<readonly ClientRow[]> => useDesk().rows(from, to),
    detail: (client: number): Promise<ClientDetail> => useDesk().client(client),
  };
});

const SORT_KEYS: readonly SortKey[] = [
  'code',
  'name',
  'status',
  'city',
  'age',
  'balance',
  'product',
  'benefit',
  'expected',
  'spend',
];

/** `-expected` ↔ sort key and direction; null for what is none. */
export const parseSort = (text: string): { sort: SortKey; descending: boolean } | null => {
  const sort = SORT_KEYS.find((key) => key === text.replace(/^-/, ''));
  return sort === undefined ? null : { sort, descending: text.startsWith('-') };
};

export const formatSort = (sort: SortKey, descending: boolean): string =>
  `${descending ? '-' : ''}${sort}`;
