/**
 * What is too long for a test: `npm run load:server [NAME…]`, all of it without a name. Every figure is
 * held against its limit; the exit code says whether all held.
 */
import { cpus } from 'node:os';
import { fullDisk } from './full-disk.mjs';
import { kills } from './kills.mjs';
import { processing } from './process.mjs';
import { requests } from './requests.mjs';
import { build } from './server.mjs';
import { slowClients } from './slow-clients.mjs';
import { upload } from './upload.mjs';

const MEASUREMENTS = {
  upload,
  processing,
  requests,
  'slow-clients': slowClients,
  kills,
  'full-disk': fullDisk,
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(MEASUREMENTS);
build();
const [{ model }] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${model}`,
);
for (const name of names) {
  console.log(`${name}:`);
  await MEASUREMENTS[name]();
}
process.exit();
