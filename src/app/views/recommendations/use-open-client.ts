import { computed, type Ref, shallowRef, watch } from 'vue';
import { useRoute } from '../../composables/use-route.ts';
import { useSelection } from '../../stores/selection.ts';
import { type ClientDetail, type ClientRow, useClients } from '../../stores/clients.ts';

interface OpenClient {
  readonly rowAt: (index: number) => ClientRow | undefined;
  readonly version: Readonly<Ref<number>>;
  readonly active: Ref<number>;
  readonly count: Readonly<Ref<number>>;
}

/** The client whose row is in the address: fetched when the row is known, kept until the next is there. */
export const useOpenClient = ({ rowAt, version, active, count }: OpenClient) => {
  const { route, go, replace } = useRoute();
  const clients = useClients();
  const selection = useSelection();
  const detail = shallowRef<ClientDetail | null>(null);
  let asked = 0;

  const opened = computed(() => {
    const { tab, row } = route.value;
    return tab === 'recommendations' && row !== null && row < count.value ? row : null;
  });
  const client = computed(() => {
    // `version` says when rows have arrived.
    return version.value < 0 || opened.value === null
      ? null
      : (rowAt(opened.value)?.client ?? null);
  });

  watch(
    [client, () => clients.revision, () => selection.decisions],
    async ([wanted]) => {
      asked += 1;
      const mine = asked;
      if (wanted === null) return;
      const answer = await clients.detail(wanted);
      if (mine === asked) detail.value = answer;
    },
    { immediate: true },
  );
  watch(
    opened,
    (index) => {
      if (index === null) detail.value = null;
      else active.value = index;
    },
    { immediate: true },
  );

  const open = (index: number): void => {
    // Opening is a step to come back from; going on to the next client is not.
    if (opened.value === null) go({ row: index });
    else replace({ row: index });
  };

  return {
    opened,
    detail,
    open,
    close: (): void => {
      replace({ row: null });
    },
    move: (step: -1 | 1): void => {
      if (opened.value === null) return;
      active.value = Math.min(count.value - 1, Math.max(0, opened.value + step));
      open(active.value);
    },
  };
};
