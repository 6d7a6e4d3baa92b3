import type { CsvCell } from '../bytes/csv-row.ts';
import type { ClientIndex } from '../kernel/units.ts';
import type { Advisor } from '../recommendations/advisor.ts';
import type { ClientTexts } from '../texts/client-texts.ts';
import { codePoints } from '../texts/code-points.ts';
import { type SettledText, settleText, type TextDecision } from '../texts/settle-text.ts';
import type { Export } from './export.ts';

/** What people decided about a client's text; null: nothing. */
export type Decisions = (client: ClientIndex) => TextDecision | null;

export const undecided: Decisions = () => null;

/** The text of a client who is offered something; `advisor` has just advised on that client. */
export const settledTextOf = (
  advisor: Advisor,
  texts: ClientTexts,
  decision: TextDecision | null,
): SettledText | null => {
  const { ranks, ledger } = advisor;
  if (ranks.noOffer !== null) return null;
  const evaluation = advisor.explain(ledger.client)[ranks.product[0]];
  return settleText(texts, ledger, evaluation, decision);
};

/** Every text with what became of it and why: the record of a campaign, sent or held back. */
export const textsExport = (
  advisor: Advisor,
  texts: ClientTexts,
  decisions: Decisions = undecided,
): Export => ({
  header: [
    'client_code',
    'product',
    'language',
    'variant',
    'characters',
    'state',
    'sent',
    'rules',
    'push_notification',
    'template_text',
  ],
  rows(client) {
    advisor.advise(client);
    const settled = settledTextOf(advisor, texts, decisions(client));
    if (settled === null) return [];
    const { text, generated } = settled;
    const row: CsvCell[] = [
      advisor.ledger.code,
      advisor.catalogue.products[advisor.ranks.product[0]].name,
      settled.language,
      settled.variant + 1,
      codePoints(text),
      settled.state,
      settled.send ? 'yes' : 'no',
      settled.findings.map(({ rule }) => rule).join(' '),
      text,
      generated === text ? '' : generated,
    ];
    return [row];
  },
});
