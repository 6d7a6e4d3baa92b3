import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ClientIndex } from '../../../engine/kernel/units.ts';
import { settledTextOf } from '../../../engine/export/text-rows.ts';
import type { ReadClients } from '../../../engine/pipeline.ts';
import type { Advisor } from '../../../engine/recommendations/advisor.ts';
import { textsOf, type ClientTexts } from '../../../engine/texts/client-texts.ts';
import { codePoints } from '../../../engine/texts/code-points.ts';
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
import { ActionLog } from './action-log.ts';
import { DecisionBook } from './decision-book.ts';
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
  #book = new DecisionBook(0);
  #log = new ActionLog();
  #list: ReviewList | null = null;
  #quality: QualityReport | null = null;
  #surveys = 0;

  constructor(present: () => Reviewed | null) {
    this.#present = present;
  }

  /** Other clients: nothing was decided about them. */
  opened(): void {
    this.rescored();
    this.#book = new DecisionBook(this.#present()?.read.clients.size ?? 0);
    this.#log = new ActionLog();
  }

  /** Other texts: they have to be looked at again. Decisions stay. */
  rescored(): void {
    this.#surveys++;
    this.#list = null;
    this.#quality = null;
  }

  /** For the exports. */
  readonly decisionOf = (client: ClientIndex): TextDecision | null => this.#book.get(client);

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
    this.#list = new ReviewList(survey, read.clients, this.#book, settle);
    const elapsedMs = performance.now() - start;
    return (this.#quality = { ...qualityOf(survey, advisor, texts), elapsedMs });
  }

  cancel(): void {
    this.#surveys++;
  }

  view(query: ReviewQuery): ReviewTotals {
    const totals = this.#list?.apply(query) ?? ReviewList.nothing;
    return { ...totals, canUndo: this.#log.canUndo, canRedo: this.#log.canRedo };
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
    return this.#step(this.#log.undo(this.#book));
  }

  redo(): ReviewAction | null {
    return this.#step(this.#log.redo(this.#book));
  }

  actions(): readonly ReviewAction[] {
    return this.#log.actions;
  }

  exportQuality(format: 'csv' | 'json'): ExportedFile {
    if (this.#quality === null) throw new Error('no survey was made');
    return qualityFile(this.#quality, format);
  }

  /** A decision about the text as it is now; own words are kept and hold for the present facts. */
  #fresh(client: ClientIndex): Omit<TextDecision, 'verdict'> {
    const { edit } = this.#book.get(client) ?? { edit: null };
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
    const change = this.#book.change(clients, decide);
    this.#list.changed(clients);
    const after = one === null ? null : this.#row(one);
    return this.#log.add(kind, change, before, after);
  }

  #step(done: { readonly action: ReviewAction; readonly clients: Uint32Array } | null) {
    if (done === null) return null;
    this.#list?.changed(done.clients);
    return done.action;
  }

  #settle(client: ClientIndex): SettledText | null {
    const { advisor, texts } = this.#demand();
    advisor.advise(client);
    return settledTextOf(advisor, texts, this.#book.get(client));
  }

  #demand(): Reviewed {
    const present = this.#present();
    if (present === null) throw new Error('nothing is loaded');
    return present;
  }
}
