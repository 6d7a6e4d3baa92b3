import { fileURLToPath } from 'node:url';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { systemCode } from './api-error.ts';
import { createApp } from './app.ts';
import { DataFolder } from './data/data-folder.ts';
import { pageFiles } from './http/page-files.ts';
import type { Log } from './http/request-log.ts';
import { Jobs } from './jobs/jobs.ts';
import { Processing } from './jobs/processing.ts';
import { startJob } from './jobs/start-job.ts';
import { Uploads } from './jobs/uploads.ts';
import { listen, portOf } from './listen.ts';
import { readServerOptions, type ServerOptions } from './server-options.ts';
import { stopServer } from './stop-server.ts';

const EXIT_REFUSED = 2;

/** Serves the built page and the API until a signal; the environment says where and how. */
export const startServer = async (): Promise<void> => {
  const options = readServerOptions(process.env);
  const outcome = options.ok ? await open(options.value) : options;
  if (outcome.ok) return;
  process.stderr.write(`vygoda serve: ${outcome.fault}\n`);
  process.exitCode = EXIT_REFUSED;
};

const open = async (options: ServerOptions): Promise<Outcome<null, string>> => {
  const data = await DataFolder.open(options.dataFolder);
  if (!data.ok) return data;
  try {
    await serve(options, data.value);
    return done(null);
  } catch (error) {
    await data.value.close();
    const code = systemCode(error);
    if (!CANNOT_LISTEN.includes(code)) throw error;
    const { host, port } = options;
    return failed(
      `Cannot listen on ${host} port ${port} (${code}): choose others with HOST and PORT`,
    );
  }
};

const CANNOT_LISTEN = ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND'];

const serve = async (options: ServerOptions, data: DataFolder): Promise<void> => {
  const jobs = new Jobs(startJob);
  const service = {
    data,
    uploads: new Uploads(data, jobs.start, options.maxUpload),
    processing: new Processing(data, jobs.start),
  };
  const app = createApp(service, {
    ...options,
    pageFiles: await pageFiles(fileURLToPath(new URL('../dist', import.meta.url))),
    log: writeLine,
  });
  const server = await listen(app, options.port, options.host);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stopServer(server, jobs, data).then(() => process.exit(0));
    });
  }
  const shownHost = options.host === '127.0.0.1' ? 'localhost' : options.host;
  process.stdout.write(`Vygoda: http://${shownHost}:${portOf(server)}\n`);
};

const writeLine: Log = (line) => process.stderr.write(`${JSON.stringify(line)}\n`);
