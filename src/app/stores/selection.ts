import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { SelectionTotals, SuppressionChange } from '../../worker/contract.ts';
import { useClients } from './clients.ts';
import { useDesk } from './desk.ts';
import { useSession } from './session.ts';

const NONE: SelectionTotals = {
  count: 0,
  offers: 0,
  expectedTotal: 0,
  inView: 0,
  suppressed: 0,
};

/** Who is chosen in the table: the desk keeps the marks, the page their sums. */
export const useSelection = defineStore('selection', () => {
  const clients = useClients();
  const session = useSession();
  const totals = shallowRef<SelectionTotals>(NONE);
  /** Goes up when somebody was taken off the mailing or put back. */
  const decisions = shallowRef(0);

  const take = async (asked: Promise<SelectionTotals>): Promise<void> => {
    totals.value = await asked;
    clients.touch();
  };
  const refresh = async (): Promise<void> => {
    totals.value = await useDesk().selection.totals();
  };

  return {
    totals,
    decisions,
    any: computed(() => totals.value.count > 0),
    refresh,
    choose: (from: number, to: number, chosen: boolean): Promise<void> =>
      take(useDesk().selection.choose(from, to, chosen)),
    chooseView: (chosen: boolean): Promise<void> => take(useDesk().selection.chooseView(chosen)),
    clear: (): Promise<void> => take(useDesk().selection.clear()),
    codes: (): Promise<string> => useDesk().selection.codes(),
    /** Takes clients off the mailing or puts them back; the numbers on every screen follow. */
    async suppress(
      suppressed: boolean,
      whom: 'selection' | readonly number[] = 'selection',
    ): Promise<SuppressionChange> {
      const change = await useDesk().mailing.suppress(whom, suppressed);
      session.mailingChanged(change.after);
      decisions.value += 1;
      await Promise.all([clients.recount(), refresh()]);
      return change;
    },
  };
});
