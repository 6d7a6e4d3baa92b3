/**
 * A Vite plugin: `import { bytes } from './assembly/usual-rows.ts?wasm'` compiles the AssemblyScript
 * and gives the module's bytes. They travel inside the script, so that a page under any address, a
 * worker and a one-file program all have them without loading anything.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import asc from 'assemblyscript/asc';

const QUERY = '?wasm';

export const assembly = () => ({
  name: 'vygoda-assembly',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(QUERY)) return null;
    const entry = id.slice(0, -QUERY.length);
    const sources = await sourcesBeside(entry);
    for (const { file } of sources) this.addWatchFile(file);
    const key = sources.map(({ text }) => text).join();
    if (!compiled.has(key)) compiled.set(key, compile(entry));
    const code = Buffer.from(await compiled.get(key)).toString('base64');
    return `export const bytes = Uint8Array.from(atob('${code}'), (byte) => byte.charCodeAt(0));`;
  },
});

/** A build that makes several scripts needs the module in each of them. */
const compiled = new Map();

const sourcesBeside = async (entry) => {
  const folder = dirname(entry);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      return { file, text: await readFile(file, 'utf8') };
    }),
  );
};

const compile = async (entry) => {
  let binary = null;
  const { error, stderr } = await asc.main(
    [
      relative(process.cwd(), entry),
      ...['--outFile', 'out.wasm', '--runtime', 'stub', '--use', 'abort='],
      ...['--optimizeLevel', '3', '--converge', '--noAssert', '--enable', 'simd'],
    ],
    {
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = contents;
      },
    },
  );
  if (error !== null) throw new Error(`${dirname(entry)}: ${stderr.toString()}`);
  return binary;
};
