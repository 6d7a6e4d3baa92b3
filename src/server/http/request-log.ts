import type { HttpBindings } from '@hono/node-server';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';

/** One line of the log: what was asked of the program, never of whom or by whom. */
export type LogLine = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export type Log = (line: LogLine) => void;

/** One line a request, once its answer has left or has been given up. */
export const requestLog = (log: Log) =>
  createMiddleware<{ Bindings: HttpBindings }>(async (context, next) => {
    const start = performance.now();
    const { outgoing } = context.env;
    let route = '';
    outgoing.once('close', () => {
      log({
        time: new Date().toISOString(),
        method: context.req.method,
        // The pattern, not the path: a path may hold a client's code.
        route,
        status: outgoing.statusCode,
        ms: Math.round(performance.now() - start),
        complete: outgoing.writableFinished,
      });
    });
    await next();
    // What every request passes is registered for all methods.
    route = matchedRoutes(context).find(({ method }) => method !== 'ALL')?.path ?? '';
  });

/** A bug, by its name and place: its message may quote what it was handed. */
export const bugLine = (error: Error): LogLine => ({
  time: new Date().toISOString(),
  bug: error.name,
  at: (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim()),
});
