import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from './secure-headers.ts';
import { health } from './routes/health.ts';

/** The server: one route a file, and the page. */
export const createApp = (pageFolder: string): Hono => {
  const app = new Hono();
  app.use(secureHeaders);
  app.route('/health', health);
  app.use(serveStatic({ root: pageFolder }));
  app.notFound((context) => context.json({ error: 'There is nothing here', code: 'not-found' }, 404));
  app.onError((error, context) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return context.json({ error: 'A bug in the server', code: 'bug' }, 500);
  });
  return app;
};
