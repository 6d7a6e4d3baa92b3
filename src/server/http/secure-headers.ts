import { createMiddleware } from 'hono/factory';
import { CONTENT_SECURITY_POLICY } from '../../worker/content-security-policy.ts';

/** Every answer says what the page may do: run its own scripts, and send nothing anywhere. */
export const secureHeaders = createMiddleware(async (context, next) => {
  await next();
  context.header('Content-Security-Policy', `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cross-Origin-Opener-Policy', 'same-origin');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
});
