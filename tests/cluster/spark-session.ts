import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export const ROOT = join(import.meta.dirname, '../..');
export type Variables = Readonly<Record<string, string>>;

export interface Stage {
  readonly id: number;
  readonly tasks: number;
  readonly failedTasks: number;
  readonly shuffleBytes: number;
  readonly shuffleRows: number;
}

interface Answer {
  readonly rows?: readonly (readonly unknown[])[];
  readonly stages?: readonly Stage[];
  readonly error?: string;
}

/** What Spark refused, in its words. */
export class SparkError extends Error {}

/** One Spark for many checks: a Python process that runs what it is told. */
export class SparkSession {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;
  readonly #lines: Interface;

  constructor(master: string, folder: string, settings: Variables) {
    const python = process.env.VYGODA_CLUSTER_PYTHON;
    if (python === undefined) throw new Error('Say `npm run test:cluster`: it finds the Python');
    const all = {
      'spark.ui.enabled': 'false',
      'spark.driver.host': '127.0.0.1',
      'spark.driver.bindAddress': '127.0.0.1',
      'spark.sql.catalogImplementation': 'in-memory',
      'spark.sql.warehouse.dir': join(folder, 'warehouse'),
      'spark.local.dir': join(folder, 'local'),
      'spark.sql.artifact.isolation.enabled': 'false',
      // The tests say into how many parts rows go.
      'spark.sql.adaptive.coalescePartitions.enabled': 'false',
      'spark.ui.showConsoleProgress': 'false',
      ...settings,
    };
    this.#process = spawn(
      python,
      [
        join(import.meta.dirname, 'spark_session.py'),
        master,
        ...Object.entries(all).map(([name, value]) => `${name}=${value}`),
      ],
      {
        cwd: folder,
        stdio: [
          'pipe',
          'pipe',
          process.env.VYGODA_CLUSTER_LOG === undefined ? 'ignore' : 'inherit',
        ],
        env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1' },
      },
    );
    this.#lines = createInterface({ input: this.#process.stdout });
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  /** The process whose children are Spark's. */
  get pid(): number {
    return this.#process.pid!;
  }

  /** Waits until Spark is there; its version. */
  async ready(): Promise<string> {
    return ((await this.#next()) as { readonly ready: string }).ready;
  }

  async sql(text: string): Promise<readonly (readonly unknown[])[]> {
    return (await this.#ask({ sql: text })).rows!;
  }

  async set(variables: Variables): Promise<void> {
    await this.#ask({ set: variables });
  }

  async stages(): Promise<readonly Stage[]> {
    return (await this.#ask({ ask: 'stages' })).stages!;
  }

  /** Runs scripts of src/cluster with variables; the rows of the last statement. */
  async run(
    scripts: readonly string[],
    variables: Variables,
    edit = (text: string) => text,
  ): Promise<readonly (readonly unknown[])[]> {
    await this.set(variables);
    let rows: readonly (readonly unknown[])[] = [];
    for (const script of scripts) {
      const text = readFileSync(join(ROOT, 'src/cluster', script), 'utf8');
      for (const statement of statementsOf(edit(text))) rows = await this.sql(statement);
    }
    return rows;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await ended;
    this.#lines.close();
  }

  async #ask(question: unknown): Promise<Answer> {
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    const answer = (await this.#next()) as Answer;
    if (answer.error !== undefined) throw new SparkError(answer.error);
    return answer;
  }

  async #next(): Promise<unknown> {
    const line = await this.#answers.next();
    if (line.done === true) throw new Error('Spark ended: VYGODA_CLUSTER_LOG=1 shows what it said');
    return JSON.parse(line.value);
  }
}

/** Statements end with a semicolon at the end of a line, as in spark-sql; comments are lines of their own. */
const statementsOf = (script: string): string[] =>
  script
    .replace(/^--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
