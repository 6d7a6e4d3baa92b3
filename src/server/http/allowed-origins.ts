import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { ApiError } from '../api-error.ts';

/** Lets pages of the listed origins call, and refuses those of any other before anything is done. */
export const allowedOrigins = (origins: readonly string[]): MiddlewareHandler[] => {
  const listed = new Set(origins);
  const refuseOthers = createMiddleware(async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && !listed.has(origin) && origin !== new URL(context.req.url).origin) {
      throw new ApiError(
        'foreign-origin',
        'This site may not call: list its origin in VYGODA_ORIGINS',
      );
    }
    await next();
  });
  const headers = cors({
    origin: (origin) => (listed.has(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowHeaders: ['Content-Type'],
    maxAge: 600,
  });
  return [refuseOthers, headers];
};
