import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type {
  Finding,
  KeptDecisions,
  QualityReport,
  ReviewAction,
  ReviewQuery,
  ReviewRow,
  ReviewTotals,
  Whom,
} from '../../worker/contract.ts';
import { useDesk } from './desk.ts';
import { useExporting } from './exporting.ts';
import { useJournal } from './journal.ts';
import { useSession } from './session.ts';

export type { Finding, QualityReport, ReviewQuery, ReviewRow, ReviewTotals, Whom };

/** Texts on one page of the list: as many as a person reads before deciding. */
export const PAGE = 20;
const EVERY_TEXT: ReviewQuery = {
  states: [],
  products: [],
  language: null,
  rule: null,
  search: '',
};

/** The texts of the campaign and what people decide about them. Each action says what it changed. */
export const useTextReview = defineStore('text-review', () => {
  const session = useSession();
  const exporting = useExporting();
  const journal = useJournal();
  const quality = shallowRef<QualityReport | null>(null);
  const progress = shallowRef<{ done: number; of: number } | null>(null);
  const query = shallowRef<ReviewQuery>(EVERY_TEXT);
  const totals = shallowRef<ReviewTotals | null>(null);
  const page = shallowRef(0);
  const rows = shallowRef<readonly ReviewRow[]>([]);
  /** Everything that was done, oldest first, with the text before and after. */
  const actions = shallowRef<readonly ReviewAction[]>([]);
  /** The result that was surveyed. */
  let surveyed = -1;
  let runs = 0;

  const readRows = async (): Promise<void> => {
    rows.value = await useDesk().review.rows(page.value * PAGE, (page.value + 1) * PAGE);
  };
  const refresh = async (): Promise<void> => {
    totals.value = await useDesk().review.view(query.value);
    page.value = Math.min(page.value, Math.max(0, Math.ceil(totals.value.count / PAGE) - 1));
    await readRows();
  };
  const survey = async (): Promise<void> => {
    runs += 1;
    const mine = runs;
    surveyed = session.revision;
    progress.value = { done: 0, of: session.summary?.clients ?? 1 };
    try {
      const report = await useDesk().review.survey(
        proxy((done: number, of: number) => {
          if (mine === runs && progress.value !== null) progress.value = { done, of };
        }),
      );
      if (mine !== runs || report === null) return;
      quality.value = report;
      // Decisions about clients who were here before go on without anybody asking.
      actions.value = await useDesk().review.actions();
      await refresh();
    } finally {
      if (mine === runs) progress.value = null;
    }
  };
  /** What was decided changes what is exported. */
  const decided = async (action: Promise<ReviewAction | null>): Promise<ReviewAction | null> => {
    const done = await action;
    if (done !== null) tell(done);
    await afterwards();
    return done;
  };
  const afterwards = async (): Promise<void> => {
    actions.value = await useDesk().review.actions();
    exporting.forget();
    if (quality.value !== null) await refresh();
  };
  /** The worker can go back step by step, as the journal does. */
  const tell = ({ kind, clients, code, before, after }: ReviewAction): void => {
    const [from, to] = code === '' ? [null, { kind, clients }] : [before, after];
    const path = code === '' ? ['texts'] : ['texts', code];
    journal.tell([{ path, before: from, after: to }], async (which) => {
      const { review } = useDesk();
      const done = await (which === 'before' ? review.undo() : review.redo());
      await afterwards();
      return done !== null;
    });
  };
  // Other clients: their texts have to be looked at first.
  watch(
    () => session.report,
    () => {
      actions.value = [];
      query.value = EVERY_TEXT;
      quality.value = totals.value = null;
      rows.value = [];
    },
  );

  return {
    quality,
    progress,
    query,
    totals,
    page,
    rows,
    actions,
    /** Surveys the present result, unless that was done. */
    surveyOnce: async (): Promise<void> => {
      if (session.summary !== null && surveyed !== session.revision) await survey();
    },
    survey,
    cancel: async (): Promise<void> => {
      runs += 1;
      progress.value = null;
      await useDesk().review.cancel();
    },
    filter: async (part: Partial<ReviewQuery>): Promise<void> => {
      query.value = { ...query.value, ...part };
      page.value = 0;
      await refresh();
    },
    turnTo: async (to: number): Promise<void> => {
      page.value = to;
      await readRows();
    },
    judge: (client: number, text: string): Promise<readonly Finding[]> =>
      useDesk().review.judge(client, text),
    approve: (whom: Whom) => decided(useDesk().review.approve(whom)),
    reject: (whom: Whom) => decided(useDesk().review.reject(whom)),
    edit: (client: number, text: string) => decided(useDesk().review.edit(client, text)),
    reset: (whom: Whom) => decided(useDesk().review.reset(whom)),
    /** Exactly these decisions, as in a project that was opened. */
    restore: async (kept: KeptDecisions): Promise<void> => {
      await useDesk().review.restore(kept);
      await afterwards();
    },
    qualityFile: (format: 'csv' | 'json') => useDesk().review.exportQuality(format),
  };
});
