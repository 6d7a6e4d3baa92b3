import { Hono } from 'hono';

/** GET /health: that the server is there. */
export const health = new Hono().get('/', (context) =>
  context.json({ status: 'healthy', timestamp: new Date().toISOString() }),
);
