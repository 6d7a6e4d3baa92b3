import type { HttpBindings } from '@hono/node-server';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';

/** One line of the log: what was asked of the program, never of whom or by whom. */
export type LogLine = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export type Log = (line: LogLine) => void;

/** What the line says when the client went away before its answer. */
const GONE = 499;

/** One line a request, once its answer has left or has been given up. */
export const requestLog = (log: Log) =>
  createMiddleware<{ Bindings: HttpBindings }>(async (context, next) => {
    const start = performance.now();
    const { outgoing } = context.env;
    // The pattern, not the path, which may hold a client's code; what all requests pass has no method.
    const route = matchedRoutes(context).find(({ method }) => method !== 'ALL')?.path ?? '';
    outgoing.once('close', () => {
      log({
        time: new Date().toISOString(),
        method: context.req.method,
        route,
        status: outgoing.headersSent ? outgoing.statusCode : GONE,
        ms: Math.round(performance.now() - start),
        complete: outgoing.writableFinished,
      });
    });
    await next();
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
