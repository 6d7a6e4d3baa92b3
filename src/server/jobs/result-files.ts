/** What a folder of results holds. Rows of the JSON files are in natural order of client code. */
export const RESULT_FILES = {
  /** The three-column file, as the command line writes it. */
  offers: 'offers.csv',
  /** The same as JSON rows. */
  notifications: 'notifications.json',
  clients: 'clients.json',
  /** What the command line's `--explain` says, of the four recommended products. */
  recommendations: 'recommendations.json',
  statistics: 'stats.json',
  /** The answer of POST /process. */
  answer: 'process.json',
} as const;
