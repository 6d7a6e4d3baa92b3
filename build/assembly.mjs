/**
 * A Vite plugin: `import { bytes } from './assembly/usual-rows.ts?wasm'` compiles the AssemblyScript
 * and gives the module's bytes. They travel inside the script, so that a page under any address, a
 * worker and a one-file program all have them without loading anything.
 */
import { dirname, relative } from 'node:path';
import asc from 'assemblyscript/asc';

const QUERY = '?wasm';

export const assembly = () => ({
  name: 'vygoda-assembly',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(QUERY)) return null;
    const entry = id.slice(0, -QUERY.length);
    this.addWatchFile(entry);
    const code = Buffer.from(await compile(entry)).toString('base64');
    return `export const bytes = Uint8Array.from(atob('${code}'), (byte) => byte.charCodeAt(0));`;
  },
});

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
