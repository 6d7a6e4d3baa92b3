import { watch } from 'vue';
import { useRoute } from '../composables/use-route.ts';
import { useClients } from '../stores/clients.ts';
import { useExporting } from '../stores/exporting.ts';
import { useRuns } from '../stores/runs.ts';
import { useSelection } from '../stores/selection.ts';
import { useSession } from '../stores/session.ts';
import { useSettings } from '../stores/settings.ts';
import { useStatistics } from '../stores/statistics.ts';

/** After every new result: the table asks again, the charts and the built file are out of date. */
export const useFreshResults = (): void => {
  const session = useSession();
  const settings = useSettings();
  const clients = useClients();
  const statistics = useStatistics();
  const exporting = useExporting();
  const selection = useSelection();
  const runs = useRuns();
  const { forgetRow } = useRoute();

  const productList = (): string =>
    settings.applied.catalogue.products.map(({ code }) => code).join();
  watch([() => session.revision, () => session.report, productList], (_, [, report, products]) => {
    // Filters speak in positions of lists: another import or catalogue has other lists.
    const sameLists = session.report === report && productList() === products;
    void (sameLists ? clients.refresh() : clients.resetFilters());
    exporting.forget();
    statistics.forget();
    void runs.refresh();
  });
  watch(
    () => selection.decisions,
    () => {
      exporting.forget();
      statistics.outdate();
      void runs.refresh();
    },
  );
  watch(
    () => selection.totals,
    () => {
      exporting.forgetScope('selection');
    },
  );
  watch(
    () => clients.revision,
    () => {
      forgetRow();
      exporting.forgetScope('view');
      void selection.refresh();
      if (statistics.scope === 'view') statistics.outdate();
    },
  );
};
