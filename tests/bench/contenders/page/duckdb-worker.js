/** read_csv and a simple GROUP BY in DuckDB-WASM, which has a worker of its own. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';

const db = new AsyncDuckDB(new VoidLogger(), new Worker('/duckdb.js'));

const group = async (connection, file, columns) => {
  await connection.query(
    `CREATE TABLE ${file} AS SELECT ${columns}, sum(amount) AS total, count(*) AS n
     FROM read_csv('${file}.csv', types = {'amount': 'DECIMAL(18, 2)'}) GROUP BY ${columns}`,
  );
};

const sums = async (connection, file) => {
  const table = await connection.query(
    `SELECT currency, sum(total)::VARCHAR AS total FROM ${file} GROUP BY currency`,
  );
  return Object.fromEntries(table.toArray().map(({ currency, total }) => [currency, total]));
};

self.onmessage = async ({ data: files }) => {
  for (const file of files) {
    await db.registerFileHandle(file.name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  }
  const connection = await db.connect();
  await group(connection, 'transactions', 'client_code, category, currency');
  await group(connection, 'transfers', 'client_code, type, currency');
  const spent = await sums(connection, 'transactions');
  const moved = await sums(connection, 'transfers');
  self.postMessage({ spent, moved });
};

const start = async () => {
  await db.instantiate(new URL('/duckdb.wasm', self.location.origin).href);
  await db.open({ path: ':memory:', query: { castBigIntToDouble: false } });
  self.postMessage('ready');
};
void start();
