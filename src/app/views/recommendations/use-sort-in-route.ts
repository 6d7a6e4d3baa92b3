import { watch } from 'vue';
import type { SortableKey } from '../../components/table/columns.ts';
import { useRoute } from '../../composables/use-route.ts';
import { EVERYBODY, formatSort, parseSort, useClients } from '../../stores/clients.ts';

const TEXTS: readonly SortableKey[] = ['name', 'code', 'status', 'city', 'product'];
const DEFAULT = formatSort(EVERYBODY.sort, EVERYBODY.descending);

/** The order of the table is part of the address: the back button undoes a sort. */
export const useSortInRoute = () => {
  const { route, go } = useRoute();
  const clients = useClients();

  watch(
    () => (route.value.tab === 'recommendations' ? (route.value.sort ?? DEFAULT) : null),
    (text) => {
      const wanted = text === null ? null : parseSort(text);
      if (!wanted) return;
      const { sort, descending } = clients.query;
      if (wanted.sort !== sort || wanted.descending !== descending) void clients.change(wanted);
    },
  );

  return {
    /** Texts start at the beginning of the alphabet, figures with the greatest. */
    sortBy: (key: SortableKey): void => {
      const { sort, descending } = clients.query;
      const down = key === sort ? !descending : !TEXTS.includes(key);
      const text = formatSort(key, down);
      go({ sort: text === DEFAULT ? null : text, row: null });
    },
  };
};
