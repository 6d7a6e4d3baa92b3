import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Three files of clients with eight purchases and four transfers each, made once; their paths. */
export const leanFiles = (clients: number): string[] => {
  const folder = join('node_modules/.cache', `page-${String(clients)}`);
  if (!existsSync(join(folder, 'answer.json'))) {
    const size = { clients, transactions: 8, transfers: 4, repeated: false };
    const writer = pathToFileURL('tests/bench/generate.mjs').href;
    const script = `import { generate } from '${writer}'; generate('${folder}', ${JSON.stringify(size)});`;
    execFileSync('node', ['--input-type=module', '--eval', script], { stdio: 'inherit' });
  }
  return ['clients', 'transactions', 'transfers'].map((name) => join(folder, `${name}.csv`));
};
