/** The limit: reads the files on Node with two readers and touches nothing. Prints one line of JSON. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const BUFFER = 4 * 1024 * 1024;
const READERS = 2;

/** Bytes read of one reader's share of a file. */
const readShare = async (path, reader) => {
  const file = await open(path);
  const { size } = await file.stat();
  const buffer = new Uint8Array(BUFFER);
  const stop = Math.floor((size * (reader + 1)) / READERS);
  const first = Math.floor((size * reader) / READERS);
  let at = first;
  while (at < stop) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(BUFFER, stop - at), at);
    at += bytesRead;
  }
  await file.close();
  return at - first;
};

const start = performance.now();
let bytes = 0;
for (const name of ['clients', 'transactions', 'transfers']) {
  const path = join(folder, `${name}.csv`);
  const shares = await Promise.all([readShare(path, 0), readShare(path, 1)]);
  bytes += shares[0] + shares[1];
}
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, bytes, version: `Node ${process.versions.node}` }));
