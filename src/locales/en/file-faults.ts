import type { fileFaults as russian } from '../ru/file-faults.ts';
import type { Shape } from '../shape.ts';

export const fileFaults: Shape<typeof russian> = {
  'unrecognised-column': { title: 'Extra columns', advice: 'Not needed for scoring, skipped.' },
  'look-alike-heading': {
    title: 'Look-alike letters of another alphabet in a heading',
    advice: 'What was meant is understood. Better mend it: Latin c and Cyrillic с differ.',
  },
  'duplicate-column': {
    title: 'A column is repeated',
    advice: 'The values agree; the first is taken.',
  },
  'no-name-column': {
    title: 'No column of names',
    advice: 'Texts will not address anybody by name.',
  },
  'no-status-column': {
    title: 'No column of statuses',
    advice: 'Conditions on the status hold for nobody.',
  },
  'no-age-column': { title: 'No column of ages', advice: 'Credit will be offered to nobody.' },
  'no-city-column': {
    title: 'No column of cities',
    advice: 'There will be no statistics by city.',
  },
  'no-balance-column': {
    title: 'No column of balances',
    advice: 'Balances are taken as zero: deposits will be offered to nobody.',
  },
  'no-date-column': {
    title: 'No column of dates',
    advice: 'The file is taken as three months. Another number can be given in Catalogue.',
  },
  'no-currency-column': {
    title: 'No column of currencies',
    advice: 'All amounts are taken as tenge.',
  },
  'no-type-column': {
    title: 'No column of transfer types',
    advice: 'Transfers are counted by direction only.',
  },
  'no-direction-column': {
    title: 'No column of directions',
    advice: 'The direction is taken from the type.',
  },
  'needed-column-missing': {
    title: 'A required column is missing',
    advice: 'The file cannot be used without it. Check the headings in its first row.',
  },
  'needed-column-twice': {
    title: 'A required column occurs twice with different values',
    advice: 'Leave one of them in the file.',
  },
  'too-many-words': {
    title: 'A column has too many different values',
    advice:
      'That is free text, not categories, types or products: choose another column, or leave this one out.',
  },

  preamble: { title: 'Lines before the header', advice: 'Skipped: the table begins further down.' },
  'identical-rows-uncounted': {
    title: 'Identical rows were not counted',
    advice: 'The file is too big to compare every row with every other. Sums are not affected.',
  },
  'duplicate-file': {
    title: 'The same file a second time',
    advice: 'The second is skipped, so that nothing counts twice.',
  },
  'empty-file': { title: 'The file is empty', advice: 'Export it again.' },
  'no-header': {
    title: 'No row of column names found',
    advice: 'The first row must name the columns: client_code, category, amount and so on.',
  },
  'unknown-kind': {
    title: 'The file is neither clients nor transactions nor transfers',
    advice: 'Check the names of its columns: files are told by them.',
  },
  'not-csv': {
    title: 'This is not CSV',
    advice: 'Save the table as CSV. In Excel: “Save as”, type “CSV UTF-8”.',
  },
  'encoding-unsupported': { title: 'This encoding is not read', advice: 'Save the file as UTF-8.' },
  'file-unreadable': {
    title: 'The file did not open',
    advice: 'It may have been deleted, moved or locked by another program. Choose it again.',
  },
  'file-changed': {
    title: 'The file has changed since it was loaded',
    advice: 'Load the files again: its rows are no longer those that were scored.',
  },
  'files-not-here': {
    title: 'The files are not here: the project was opened without them',
    advice: 'Load the same files to see rows.',
  },
  'archive-damaged': { title: 'The archive is damaged', advice: 'Download or make it again.' },
  'archive-encrypted': {
    title: 'The archive has a password',
    advice: 'Unpack it and load the files.',
  },
  'archive-unsupported': {
    title: 'This kind of archive is not read',
    advice: 'It is split into parts or packed in a rare way. Unpack it and load the files.',
  },
  'archive-too-large': {
    title: 'The archive is too large inside',
    advice: 'Unpack it yourself and load the files.',
  },

  'encoding-ambiguous': {
    title: 'The encoding cannot be told for certain',
    advice: 'Choose which to read in: Russian letters depend on it.',
  },
  'delimiter-ambiguous': {
    title: 'The delimiter cannot be told for certain',
    advice: 'Choose what stands between the columns.',
  },
  'decimal-ambiguous': {
    title: 'Unclear what a comma or a point means in the amounts',
    advice: '1,289 may be a little over one or over a thousand. Choose how to read it.',
  },
  'decimal-conflict': {
    title: 'Amounts in one column are written in different ways',
    advice: 'Choose which mark separates the fraction.',
  },
  'date-order-ambiguous': {
    title: 'Unclear which is the day and which the month',
    advice: '03/04/2025 may be in April or in March. Choose the order.',
  },
  'date-order-conflict': {
    title: 'Dates in the file are in different orders',
    advice: 'Choose the order of day and month.',
  },

  'no-clients': {
    title: 'There is no file of clients',
    advice: 'Add a file that gives each client_code a name, a status, an age or a balance.',
  },
  'no-operations': {
    title: 'There are neither transactions nor transfers',
    advice: 'Add at least one such file: there is nothing to score from.',
  },
  'no-dates': {
    title: 'The files have no dates',
    advice: 'They are taken as three months. Advice that needs a month is left out.',
  },
  'partial-month': {
    title: 'A month at the edge is incomplete',
    advice: 'It counts as a whole one: monthly means are a little low.',
  },
};
