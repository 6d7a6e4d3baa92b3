import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type SparkSession, type Variables } from './spark-session.ts';

export interface Source extends Variables {
  /** Which of src/cluster/sources. */
  readonly dialect: 'files' | 'tables' | 'hive';
  readonly clients: string;
  readonly transactions: string;
  readonly transfers: string;
}

export const csvSource = (folder: string): Source => ({
  dialect: 'files',
  format: 'csv',
  clients: join(folder, 'clients.csv'),
  transactions: join(folder, 'transactions.csv'),
  transfers: join(folder, 'transfers.csv'),
});

interface Scored {
  readonly lines: readonly string[];
  /** The cells of each fault: code, severity, client, kind, column, text, rows. */
  readonly faults: readonly (readonly unknown[])[];
}

let made = 0;

/** One data set on the cluster, in one of the two ways. */
export class ClusterJob {
  readonly #session: SparkSession;
  readonly #folder: string;
  readonly #source: Source;
  readonly #rows: 'raw' | 'summed';
  #stats = '';

  constructor(session: SparkSession, folder: string, source: Source, rows: 'raw' | 'summed') {
    this.#session = session;
    this.#folder = folder;
    this.#source = source;
    this.#rows = rows;
  }

  get #views(): readonly string[] {
    const { dialect } = this.#source;
    const columns = dialect === 'hive' ? [] : ['columns.sql'];
    return [`sources/${dialect}.sql`, ...columns, 'lines.sql'];
  }

  /** The passes before the last; statistics lie in the session's folder, under a name of their own. */
  async survey(catalogue: string | null): Promise<string> {
    const first = await this.#pass('stats.sql', {});
    this.#stats = this.#keep(first);
    if (catalogue === null) return first;
    const whole = await this.#pass('survey.sql', { catalogue, stats: this.#stats });
    this.#stats = this.#keep(whole);
    return whole;
  }

  async #pass(script: string, variables: Variables): Promise<string> {
    const [[stats]] = await this.#run([...this.#views, script], variables);
    return String(stats);
  }

  #keep(stats: string): string {
    const name = `stats-${++made}.json`;
    writeFileSync(join(this.#folder, name), stats);
    return name;
  }

  /** The last pass: the lines of a result, sorted. */
  async score(
    catalogue: string,
    write: 'offers' | 'benefits' | 'explain',
    { flags = '', edit = (text: string): string => text } = {},
  ): Promise<Scored> {
    const [out, faults] = ['out', 'faults'].map((name) => join(this.#folder, `${name}-${++made}`));
    const asParquet = write === 'explain';
    const writer = asParquet ? 'write-parquet.sql' : 'write-csv.sql';
    const as = asParquet ? 'tsv' : 'csv';
    const variables = { catalogue, write, as, out, faults, flags, stats: this.#stats };
    await this.#session.sql('DROP VIEW IF EXISTS vygoda_scored');
    await this.#run([...this.#views, 'score.sql', writer], variables, edit);
    if (asParquet) {
      const rows = await this.#session.sql(`SELECT explanation FROM parquet.\`${out}\``);
      return { lines: rows.map(([text]) => String(text)).sort(), faults: [] };
    }
    const told = await this.#session.sql(
      `SELECT cell1, cell2, cell3, cell4, cell5, cell6, cell7 FROM vygoda_scored WHERE row = 'fault'`,
    );
    return { lines: partsOf(out), faults: told };
  }

  #run(
    scripts: readonly string[],
    variables: Variables,
    edit?: (text: string) => string,
  ): Promise<readonly (readonly unknown[])[]> {
    const all = { vygoda: ROOT, rows: this.#rows, flags: '', ...this.#source, ...variables };
    return this.#session.run(scripts, all, edit);
  }
}

/** Lines of all parts of a folder of text, sorted. */
export const partsOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('part-'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1))
    .sort();
