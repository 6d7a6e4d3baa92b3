import type { rowFaults as russian } from '../ru/row-faults.ts';
import type { Shape } from '../shape.ts';

export const rowFaults: Shape<typeof russian> = {
  unknown: {
    title: 'Unknown remark: {code}',
    advice: 'Tell the developers: there are no words for it yet.',
  },

  refund: { title: 'Refunds', advice: 'A negative amount reduces the spend of its category.' },
  'identical-row': {
    title: 'Identical rows',
    advice: 'They are usually real repeated operations, so they are used.',
  },
  'amount-repaired': {
    title: 'An amount is written in an unusual way',
    advice:
      'Spaces, a currency sign, brackets or a minus behind were understood; check a few values.',
  },
  'age-missing': {
    title: 'No age given',
    advice: 'Such clients take part in everything but credit.',
  },

  'unknown-category': {
    title: 'Unfamiliar category',
    advice: 'The spend counts in the total and may be among the three favourites.',
  },
  'unknown-type': {
    title: 'Unfamiliar type of transfer',
    advice: 'Counted by direction only: in or out.',
  },
  'unknown-direction': {
    title: 'Unclear direction of a transfer',
    advice: 'The direction is taken from the type. Expected: in or out.',
  },
  'unknown-status': {
    title: 'Unfamiliar status of a client',
    advice: 'Kept as it is; conditions on the status do not hold for it.',
  },
  'unknown-language': {
    title: 'Unfamiliar language of a client',
    advice: 'Written to in the language chosen for all. Expected: ru or kk.',
  },
  'direction-contradiction': {
    title: 'Direction contradicts the type',
    advice: 'The type was believed. If the direction is right, mend the type in the file.',
  },
  'invalid-age': {
    title: 'Impossible age',
    advice: 'The age is taken as unknown; the rest of the row is used.',
  },
  'invalid-balance': {
    title: 'Unreadable balance',
    advice: 'The balance is taken as zero: no deposit will be offered to this client.',
  },
  'balance-missing': {
    title: 'No balance given',
    advice: 'The balance is taken as zero: no deposit will be offered to this client.',
  },
  'short-row': {
    title: 'A row has fewer cells than columns',
    advice: 'The missing cells were not needed; the row is used.',
  },
  'bad-utf8': {
    title: 'Damaged letters',
    advice: 'Some bytes are not UTF-8. The row is used, with � for those letters.',
  },
  'control-character': {
    title: 'Control characters inside a cell',
    advice: 'The row is used. Usually a trace of copying from another program.',
  },
  'malformed-quote': {
    title: 'A quotation mark out of place',
    advice: 'The cell is read as it stands. In CSV a quote inside a cell is doubled.',
  },

  comment: { title: 'Comments', advice: 'Rows that start with # are skipped.' },
  'repeated-header': {
    title: 'Repeated header',
    advice: 'A row of column names in the middle of the file is skipped.',
  },
  'totals-row': {
    title: 'Totals row',
    advice: 'Totals are skipped, so that nothing counts twice.',
  },

  'orphan-row': {
    title: 'Rows of unknown clients',
    advice: 'These codes are not in the file of clients. Add the clients, and the rows are used.',
  },
  'superseded-client': {
    title: 'A client occurs twice',
    advice: 'The last record is taken; this one is not used.',
  },

  'client-code-missing': {
    title: 'No client code',
    advice: 'The row is not used. Fill in client_code.',
  },
  'category-missing': { title: 'No category', advice: 'The row is not used. Fill in category.' },
  'direction-missing': {
    title: 'Unclear whether money came or went',
    advice: 'The row is not used. Give type or direction.',
  },
  'amount-missing': { title: 'No amount', advice: 'The row is not used. Fill in amount.' },
  'amount-unreadable': {
    title: 'Unreadable amount',
    advice: 'The row is not used. A number is expected, such as 12500.00.',
  },
  'amount-not-finite': {
    title: 'The amount is not a number',
    advice: 'The row is not used: NaN and infinity cannot be added.',
  },
  'amount-exponent': {
    title: 'An amount with a huge exponent',
    advice: 'The row is not used. Excel seems to have turned a number into 1E+20.',
  },
  'amount-too-large': {
    title: 'An amount over 10 trillion',
    advice: 'The row is not used: it looks like an error in the data.',
  },
  'date-missing': {
    title: 'No date',
    advice: 'The row is not used: the file has dates, and without one the month is unclear.',
  },
  'date-unreadable': {
    title: 'Unreadable date',
    advice: 'The row is not used. 2025-08-31, 31.08.2025 or 20250831 would do.',
  },
  'date-impossible': {
    title: 'There is no such date',
    advice: 'The row is not used. Check day and month.',
  },
  'date-outside-window': {
    title: 'A date far from the others',
    advice: 'The row is not used: more than a year from the busiest month.',
  },
  'currency-unknown': {
    title: 'Unclear currency',
    advice: 'The row is not used. Expected: a code of three letters or ₸, $, €, ₽.',
  },
  'currency-without-rate': {
    title: 'A currency without a rate',
    advice: 'The row is not used. Add the rate in Catalogue, in the table of currencies.',
  },
  'currency-contradiction': {
    title: 'The amount’s currency contradicts its column',
    advice:
      'The row is not used: the sign at the amount says one thing, the currency column another.',
  },
  'missing-cells': {
    title: 'Needed cells are missing in a row',
    advice: 'The row is not used. Check delimiter and quotes.',
  },
  'extra-cells': {
    title: 'Extra cells in a row',
    advice: 'The row is not used. Most often a comma inside a text without quotes.',
  },
  'unclosed-quote': {
    title: 'A quote is never closed',
    advice: 'From here to the end of the file everything fell into one cell. Close the quote.',
  },
  'record-too-long': {
    title: 'A row is too long',
    advice: 'The row is not used. Probably a line end or a quote is lost.',
  },
};
