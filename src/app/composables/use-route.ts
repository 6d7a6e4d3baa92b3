import { readonly, shallowRef } from 'vue';

export const TABS = [
  'data',
  'recommendations',
  'statistics',
  'texts',
  'catalogue',
  'export',
] as const;
/** `trust` is reached from the promise it explains. */
export type Tab = (typeof TABS)[number] | 'trust';
const ADDRESSES: readonly Tab[] = [...TABS, 'trust'];

/** All that an address may hold: where one is, never whom one looks at. */
export interface Route {
  readonly tab: Tab;
  /** Sort key, with `-` in front when descending; null: the default. */
  readonly sort: string | null;
  /** Row of the present view whose client is open, 0-based. */
  readonly row: number | null;
}

export const parseHash = (hash: string): Route => {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const values = new URLSearchParams(search);
  const row = values.get('row');
  const sort = values.get('sort');
  return {
    tab: ADDRESSES.find((tab) => tab === path) ?? 'data',
    sort: sort !== null && /^-?[a-z]+$/.test(sort) ? sort : null,
    row: row !== null && /^\d{1,9}$/.test(row) ? Number(row) : null,
  };
};

export const formatHash = ({ tab, sort, row }: Route): string => {
  const values = new URLSearchParams();
  if (sort !== null) values.set('sort', sort);
  if (row !== null) values.set('row', String(row));
  const search = values.toString();
  return `#/${tab}${search && `?${search}`}`;
};

const route = shallowRef<Route>(parseHash(location.hash));
/** Where one was in each room, to come back to the same place. */
const last = shallowRef<Partial<Record<Tab, Route>>>({});

const take = (next: Route): void => {
  route.value = next;
  last.value = { ...last.value, [next.tab]: next };
};

const readAddress = (): void => {
  take(parseHash(location.hash));
};
addEventListener('hashchange', readAddress);
addEventListener('popstate', readAddress);

const lastIn = (tab: Tab): Route => last.value[tab] ?? { tab, sort: null, row: null };

const move = (next: Route, how: 'push' | 'replace'): void => {
  const hash = formatHash(next);
  take(next);
  if (hash === location.hash) return;
  if (how === 'push') history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
};

/** Where the page is, kept in the address; the back button goes one step back. */
export const useRoute = () => ({
  route: readonly(route),
  /** The address of a room as it was left. */
  hashOf: (tab: Tab): string => formatHash(lastIn(tab)),
  /** A step the back button undoes. */
  go: (change: Partial<Route>): void => {
    move({ ...(change.tab ? lastIn(change.tab) : route.value), ...change }, 'push');
  },
  /** A step the back button skips. */
  replace: (change: Partial<Route>): void => {
    move({ ...route.value, ...change }, 'replace');
  },
  /** Row numbers mean other clients now: no room may come back to one. */
  forgetRow: (): void => {
    const kept = last.value.recommendations;
    if (kept) last.value = { ...last.value, recommendations: { ...kept, row: null } };
    if (route.value.row !== null) move({ ...route.value, row: null }, 'replace');
  },
});
