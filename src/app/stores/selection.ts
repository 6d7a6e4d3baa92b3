import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { SelectionTotals, SuppressionChange } from '../../worker/contract.ts';
import { useClients } from './clients.ts';
import { useDesk } from './desk.ts';
import { useJournal } from './journal.ts';
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
  const journal = useJournal();
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

  /** The numbers on every screen follow. */
  const decided = async (asked: Promise<SuppressionChange>): Promise<SuppressionChange> => {
    const change = await asked;
    session.mailingChanged(change.after);
    decisions.value += 1;
    await Promise.all([clients.recount(), refresh()]);
    return change;
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
    /** Takes clients off the mailing or puts them back; an action of the journal. */
    async suppress(
      suppressed: boolean,
      whom: 'selection' | readonly number[] = 'selection',
    ): Promise<SuppressionChange> {
      const change = await decided(useDesk().mailing.suppress(whom, suppressed));
      const { codes } = change;
      if (codes.length === 0) return change;
      const [before, after] = suppressed ? [[], codes] : [codes, []];
      journal.tell([{ path: ['suppressed'], before, after }], async (which) => {
        const put = which === 'after' ? suppressed : !suppressed;
        await decided(useDesk().mailing.suppressCodes(codes, put));
        return true;
      });
      return change;
    },
    /** Exactly these are off the mailing, as in a project that was opened. */
    async setSuppressed(codes: readonly string[]): Promise<void> {
      const { mailing } = useDesk();
      await mailing.suppressCodes(await mailing.suppressedCodes(), false);
      await decided(mailing.suppressCodes(codes, true));
    },
  };
});
