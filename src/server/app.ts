import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { ApiError } from './api-error.ts';
import { allowedHosts } from './http/allowed-hosts.ts';
import { allowedOrigins } from './http/allowed-origins.ts';
import type { PageFile } from './http/page-files.ts';
import { bugLine, requestLog, type Log } from './http/request-log.ts';
import { secureHeaders } from './http/secure-headers.ts';
import { clients } from './routes/clients.ts';
import { description } from './routes/description.ts';
import { exportCsv } from './routes/export-csv.ts';
import { forgetData } from './routes/forget-data.ts';
import { health } from './routes/health.ts';
import { page } from './routes/page.ts';
import { cancel, process } from './routes/process.ts';
import { pushNotifications } from './routes/push-notifications.ts';
import { recommendations } from './routes/recommendations.ts';
import type { Service } from './routes/route.ts';
import { stats } from './routes/stats.ts';
import { upload } from './routes/upload.ts';

export interface AppSettings {
  readonly host: string;
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  readonly log: Log;
}

export type App = Hono<{ Bindings: HttpBindings }>;

/** The server: what every request passes, and one line for each endpoint. */
export const createApp = (service: Service, settings: AppSettings): App => {
  const app: App = new Hono();
  app.use(requestLog(settings.log), secureHeaders);
  app.use(allowedHosts(settings.host, settings.hosts), ...allowedOrigins(settings.origins));

  app.get('/health', health(service));
  app.post('/upload/clients', upload(service, 'clients'));
  app.post('/upload/transactions', upload(service, 'transactions'));
  app.post('/upload/transfers', upload(service, 'transfers'));
  app.post('/process', process(service));
  app.delete('/process', cancel(service));
  app.get('/clients', clients(service));
  app.get('/recommendations/:client_code', recommendations(service));
  app.post('/push-notifications', pushNotifications(service));
  app.get('/export/csv', exportCsv(service));
  app.get('/stats', stats(service));
  app.delete('/data', forgetData(service));
  app.get('/openapi.json', description());
  refuseOtherMethods(app);
  app.get('*', page(settings.pageFiles));

  app.notFound(() => {
    throw new ApiError('not-found', 'There is nothing here');
  });
  app.onError((error, context) => {
    const known = error instanceof ApiError ? error : new ApiError('bug', 'A bug in the server');
    if (known !== error) settings.log(bugLine(error));
    if (known.status === 503) context.header('Retry-After', '1');
    return context.json(known.body, known.status);
  });
  return app;
};

/** An endpoint asked by a method it does not have says which it has. */
const refuseOtherMethods = (app: App): void => {
  const methods = new Map<string, string[]>();
  for (const { path, method } of app.routes) {
    if (method !== 'ALL') methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  methods.forEach((allowed, path) => {
    app.all(path, (context) => {
      context.header('Allow', allowed.join(', '));
      throw new ApiError('method-not-allowed', `Ask ${path} with ${allowed.join(' or ')}`);
    });
  });
};
