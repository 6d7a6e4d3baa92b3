import { watch } from 'vue';
import { RowPages } from '../../composables/row-pages.ts';
import { type ClientRow, useClients } from '../../stores/clients.ts';

/** The rows of the present view, by the hundred; `onNewView` when row numbers changed their meaning. */
export const useTableRows = (onNewView: () => void) => {
  const clients = useClients();
  const pages = new RowPages<ClientRow>(clients.rows);
  let inSight: readonly [number, number] = [0, 0];
  const ask = (): void => {
    pages.want(inSight[0], inSight[1], clients.totals?.count ?? 0);
  };
  watch(
    () => clients.revision,
    () => {
      pages.reset();
      onNewView();
      ask();
    },
  );
  watch(
    () => clients.touched,
    () => {
      pages.reset();
      ask();
    },
  );
  return {
    rowAt: (index: number): ClientRow | undefined => pages.rowAt(index),
    version: pages.version,
    want: (first: number, last: number): void => {
      inSight = [first, last];
      ask();
    },
  };
};
