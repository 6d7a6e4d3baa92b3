import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ClientIndex } from '../../../engine/kernel/units.ts';
import { settledTextOf } from '../../../engine/export/text-rows.ts';
import type { ReadClients } from '../../../engine/pipeline.ts';
import type { Advisor } from '../../../engine/recommendations/advisor.ts';
import { textsOf, type ClientTexts } from '../../../engine/texts/client-texts.ts';
import { codePoints } from '../../../engine/texts/code-points.ts';
import type { KeptDecisions } from '../../../engine/texts/kept-decisions.ts';
import { judgeText } from '../../../engine/texts/render.ts';
import { factsOf, type SettledText, type TextDecision } from '../../../engine/texts/settle-text.ts';
import { textKey } from '../../../engine/texts/text-key.ts';
import type { ExportedFile } from '../../contract.ts';
import type {
  Finding,
  QualityReport,
  ReviewAction,
  ReviewDesk,
  ReviewQuery,
  ReviewRow,
  ReviewTotals,
  Whom,
} from '../../review-contract.ts';
import { type Decided, Decisions } from './decisions.ts';
import { qualityOf } from './quality.ts';
import { qualityFile } from './quality-file.ts';
import { ReviewList } from './review-list.ts';
import { TextSurvey } from './text-survey.ts';

/** What is loaded, as far as texts are concerned. */
export interface Reviewed {
  readonly read: ReadClients;
  readonly advisor: Advisor;
  readonly texts: ClientTexts;
}

/** Clients between two looks at other questions. */
const STEP = 256;

/** The texts of a campaign under the eyes of people: surveyed, listed, decided about. */
export class TextReview implements ReviewDesk, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #present: () => Reviewed | null;
  readonly #onChange: (action: ReviewAction) => void;
  readonly #decisions = new Decisions();
  #list: ReviewList | null = null;
  #quality: QualityReport | null = null;
  #surveys = 0;

  /** `onChange` hears of everything that is done, undone and done again, for whoever keeps a record. */
  constructor(
    present: () => Reviewed | null,
    onChange: (action: ReviewAction) => void = () => undefined,
  ) {
    this.#present = present;
    this.#onChange = onChange;
  }

  /** Other clients: what was decided about those who are still there goes on. */
  opened(): void {
    this.rescored();
    this.#done(this.#decisions.moveTo(this.#demand().read.clients));
  }

  /** Nothing is loaded any more, and nothing was decided. */
  cleared(): void {
    this.rescored();
    this.#decisions.clear();
  }

  /** Other texts: they have to be looked at again. Decisions stay. */
  rescored(): void {
    this.#surveys++;
    this.#list = null;
    this.#quality = null;
  }

  /** For the exports. */
  readonly decisionOf = (client: ClientIndex): TextDecision | null =>
    this.#decisions.book.get(client);

  async survey(onProgress: (done: number, of: number) => void): Promise<QualityReport | null> {
    const present = this.#present();
    if (present === null) return null;
    const mine = ++this.#surveys;
    const start = performance.now();
    const { advisor, texts, read } = present;
    const { size } = read.clients;
    const survey = new TextSurvey(advisor, texts);
    for (let from = 0; from < size; from += STEP) {
      survey.read(from, Math.min(size, from + STEP));
      onProgress(Math.min(size, from + STEP), size);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (mine !== this.#surveys) return null;
    }
    const settle = (client: ClientIndex): SettledText | null => this.#settle(client);
    this.#list = new ReviewList(survey, read.clients, this.#decisions.book, settle);
    const elapsedMs = performance.now() - start;
    return (this.#quality = { ...qualityOf(survey, advisor, texts), elapsedMs });
  }

  cancel(): void {
    this.#surveys++;
  }

  view(query: ReviewQuery): ReviewTotals {
    const totals = this.#list?.apply(query) ?? ReviewList.nothing;
    const { canUndo, canRedo } = this.#decisions.log;
    return { ...totals, canUndo, canRedo };
  }

  rows(from: number, to: number): readonly ReviewRow[] {
    if (this.#list === null) return [];
    return Array.from(this.#list.members.subarray(from, to), (client) => this.#row(client)!);
  }

  #row(client: ClientIndex): ReviewRow | null {
    const settled = this.#settle(client);
    if (settled === null) return null;
    const { advisor } = this.#demand();
    const { code, name } = advisor.ledger;
    const { language, variant, state, send, text, generated, findings } = settled;
    const product = advisor.ranks.product[0];
    const length = codePoints(text);
    return {
      ...{ client, code, name, product, language, variant },
      ...{ state, send, text, generated, length, findings },
    };
  }

  judge(client: ClientIndex, text: string): readonly Finding[] {
    const { advisor, texts } = this.#demand();
    advisor.advise(client);
    const evaluation = advisor.explain(client)[advisor.ranks.product[0]];
    return judgeText(textsOf(texts, advisor.ledger), advisor.ledger, evaluation, text);
  }

  approve(whom: Whom): ReviewAction | null {
    return this.#decide('approve', whom, (client) => ({
      ...this.#fresh(client),
      verdict: 'approved',
    }));
  }

  reject(whom: Whom): ReviewAction | null {
    return this.#decide('reject', whom, (client) => ({
      ...this.#fresh(client),
      verdict: 'rejected',
    }));
  }

  edit(client: ClientIndex, text: string): ReviewAction | null {
    const tidy = text.replace(/\s+$/u, '');
    return this.#decide('edit', client, () => {
      const settled = this.#settle(client);
      if (settled === null || settled.generated === tidy) return null;
      return { verdict: null, seen: textKey(settled.generated), edit: this.#editOf(client, tidy) };
    });
  }

  reset(whom: Whom): ReviewAction | null {
    return this.#decide('reset', whom, () => null);
  }

  undo(): ReviewAction | null {
    return this.#done(this.#decisions.undo());
  }

  redo(): ReviewAction | null {
    return this.#done(this.#decisions.redo());
  }

  actions(): readonly ReviewAction[] {
    return this.#decisions.log.actions;
  }

  snapshot(): KeptDecisions {
    return this.#decisions.snapshot();
  }

  restore(kept: KeptDecisions): ReviewAction | null {
    return this.#done(this.#decisions.restore(kept));
  }

  exportQuality(format: 'csv' | 'json'): ExportedFile {
    if (this.#quality === null) throw new Error('no survey was made');
    return qualityFile(this.#quality, format);
  }

  /** A decision about the text as it is now; own words are kept and hold for the present facts. */
  #fresh(client: ClientIndex): Omit<TextDecision, 'verdict'> {
    const { edit } = this.#decisions.book.get(client) ?? { edit: null };
    const seen = this.#list!.keyOf(client);
    return { seen, edit: edit && this.#editOf(client, edit.text) };
  }

  #editOf(client: ClientIndex, text: string): NonNullable<TextDecision['edit']> {
    const { advisor, texts } = this.#demand();
    advisor.advise(client);
    const evaluation = advisor.explain(client)[advisor.ranks.product[0]];
    return { text, facts: factsOf(textsOf(texts, advisor.ledger), advisor.ledger, evaluation) };
  }

  #decide(
    kind: ReviewAction['kind'],
    whom: Whom,
    decide: (client: ClientIndex) => TextDecision | null,
  ): ReviewAction | null {
    if (this.#list === null) return null;
    const clients = whom === 'view' ? this.#list.members.slice() : Uint32Array.of(whom);
    if (clients.length === 0) return null;
    const one = clients.length === 1 ? clients[0] : null;
    const before = one === null ? null : this.#row(one);
    const remember = this.#decisions.change(clients, decide);
    this.#list.changed(clients);
    return this.#done(remember(kind, before, one === null ? null : this.#row(one)));
  }

  #done(decided: Decided | null): ReviewAction | null {
    if (decided === null) return null;
    this.#list?.changed(decided.clients);
    this.#onChange(decided.action);
    return decided.action;
  }

  #settle(client: ClientIndex): SettledText | null {
    const { advisor, texts } = this.#demand();
    advisor.advise(client);
    return settledTextOf(advisor, texts, this.#decisions.book.get(client));
  }

  #demand(): Reviewed {
    const present = this.#present();
    if (present === null) throw new Error('nothing is loaded');
    return present;
  }
}
