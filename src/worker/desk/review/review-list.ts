import type { ClientTable } from '../../../engine/features/client-table.ts';
import type { ClientIndex } from '../../../engine/kernel/units.ts';
import { naturalOrder } from '../../../engine/kernel/natural-order.ts';
import {
  type SettledText,
  TEXT_STATES,
  type TextState,
} from '../../../engine/texts/settle-text.ts';
import type { ReviewQuery, ReviewTotals } from '../../review-contract.ts';
import type { DecisionBook } from './decision-book.ts';
import { hasError, NO_TEXT, ruleBit, type TextSurvey } from './text-survey.ts';

type ListTotals = Omit<ReviewTotals, 'canUndo' | 'canRedo'>;

const noStates = (): Record<TextState, number> => ({
  new: 0,
  failing: 0,
  approved: 0,
  edited: 0,
  rejected: 0,
  changed: 0,
});

/** The texts of a survey, filtered, and where each stands; in natural order of code. */
export class ReviewList {
  static readonly nothing: ListTotals = { count: 0, sent: 0, states: noStates() };
  members = new Uint32Array(0);
  readonly #survey: TextSurvey;
  readonly #clients: ClientTable;
  readonly #book: DecisionBook;
  readonly #settle: (client: ClientIndex) => SettledText | null;
  readonly #order: Uint32Array;
  /** Texts with a person's own words: only they must be read to know where they stand. */
  readonly #edited = new Map<ClientIndex, SettledText>();

  constructor(
    survey: TextSurvey,
    clients: ClientTable,
    book: DecisionBook,
    settle: (client: ClientIndex) => SettledText | null,
  ) {
    this.#survey = survey;
    this.#clients = clients;
    this.#book = book;
    this.#settle = settle;
    this.#order = naturalOrder(clients.codes).filter(
      (client) => survey.product[client] !== NO_TEXT,
    );
    this.changed(Uint32Array.from(book.edited));
  }

  keyOf(client: ClientIndex): number {
    return this.#survey.key[client];
  }

  /** Decisions about these clients are other ones now. */
  changed(clients: Uint32Array): void {
    for (const client of clients) {
      const isEdited = (this.#book.get(client)?.edit ?? null) !== null;
      const settled = isEdited ? this.#settle(client) : null;
      if (settled === null) this.#edited.delete(client);
      else this.#edited.set(client, settled);
    }
  }

  apply(query: ReviewQuery): ListTotals {
    const states = noStates();
    const wanted = new Set(query.states.length === 0 ? TEXT_STATES : query.states);
    const members: ClientIndex[] = [];
    let sent = 0;
    const matches = this.#matcher(query);
    for (const client of this.#order) {
      if (!matches(client)) continue;
      const { state, send } = this.#stand(client);
      states[state]++;
      if (!wanted.has(state)) continue;
      members.push(client);
      if (send) sent++;
    }
    this.members = Uint32Array.from(members);
    return { count: members.length, sent, states };
  }

  #matcher({ products, language, rule, search }: ReviewQuery): (client: ClientIndex) => boolean {
    const { product, languages, language: languageAt } = this.#survey;
    const bit = rule === null ? 0 : ruleBit(rule);
    const tongue = language === null ? -1 : languages.indexOf(language);
    const needle = search.trim().toLowerCase();
    return (client) =>
      (products.length === 0 || products.includes(product[client])) &&
      (tongue < 0 || languageAt[client] === tongue) &&
      (rule === null || (this.#rulesOf(client) & bit) !== 0) &&
      (needle === '' ||
        this.#clients.codes[client].toLowerCase().includes(needle) ||
        this.#clients.name(client).toLowerCase().includes(needle));
  }

  /** What is found in the text that would be sent. */
  #rulesOf(client: ClientIndex): number {
    const edited = this.#edited.get(client);
    if (edited === undefined) return this.#survey.rules[client];
    return edited.findings.reduce((mask, { rule }) => mask | ruleBit(rule), 0);
  }

  #stand(client: ClientIndex): Pick<SettledText, 'state' | 'send'> {
    const edited = this.#edited.get(client);
    if (edited !== undefined) return edited;
    const { key, rules } = this.#survey;
    const decision = this.#book.get(client);
    const ok = !hasError(rules[client]);
    if (decision === null) return { state: ok ? 'new' : 'failing', send: ok };
    const approved = decision.verdict === 'approved';
    if (decision.seen === key[client]) {
      return { state: approved ? 'approved' : 'rejected', send: approved };
    }
    return { state: 'changed', send: approved && ok };
  }
}
