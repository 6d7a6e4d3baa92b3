import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Statistics } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

export type Scope = 'all' | 'view';

/** The aggregates behind the charts, of everybody or of the table's present view; asked for when looked at. */
export const useStatistics = defineStore('statistics', () => {
  const scope = shallowRef<Scope>('all');
  const statistics = shallowRef<Statistics | null>(null);
  /** Goes up when the figures are no longer true. */
  const version = shallowRef(0);
  let loaded = -1;

  const outdate = (): void => {
    version.value += 1;
  };
  return {
    scope,
    statistics,
    version,
    /** The old figures stay in sight until the new ones are there. */
    outdate,
    /** The old figures speak of other clients or products. */
    forget(): void {
      statistics.value = null;
      outdate();
    },
    choose(wanted: Scope): void {
      scope.value = wanted;
      outdate();
    },
    async load(): Promise<void> {
      const mine = version.value;
      if (mine === loaded) return;
      const answer = await useDesk().statistics(scope.value);
      if (mine !== version.value) return;
      statistics.value = answer;
      loaded = mine;
    },
  };
});
