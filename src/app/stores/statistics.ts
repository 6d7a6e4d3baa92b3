import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Statistics } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

export type Scope = 'all' | 'view';

/** The aggregates behind the charts, of everybody or of the table's present view. */
export const useStatistics = defineStore('statistics', () => {
  const scope = shallowRef<Scope>('all');
  const statistics = shallowRef<Statistics | null>(null);
  let asked = 0;

  return {
    scope,
    statistics,
    forget(): void {
      statistics.value = null;
    },
    async load(): Promise<void> {
      asked += 1;
      const mine = asked;
      const answer = await useDesk().statistics(scope.value);
      if (mine === asked) statistics.value = answer;
    },
  };
});
