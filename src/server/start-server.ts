import { createAdaptorServer } from '@hono/node-server';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';

const DEFAULT_PORT = 8080;
const DEFAULT_HOST = '127.0.0.1';
/** A grace period for requests under way when the process is asked to stop. */
const STOP_MS = 5000;

/** Serves the built page; PORT and HOST say where, this machine alone by default. */
export const startServer = async (): Promise<void> => {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  const host = process.env.HOST ?? DEFAULT_HOST;
  const page = fileURLToPath(new URL('../dist', import.meta.url));
  const server = createAdaptorServer({ fetch: createApp(page).fetch, hostname: host });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const shownPort = typeof address === 'object' && address !== null ? address.port : port;
  const shownHost = host === DEFAULT_HOST ? 'localhost' : host;
  process.stdout.write(`Vygoda: http://${shownHost}:${shownPort}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      setTimeout(() => process.exit(0), STOP_MS).unref();
    });
  }
};
