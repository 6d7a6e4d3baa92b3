import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { createMiddleware } from 'hono/factory';
import { ApiError } from '../api-error.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** They stand for every address of the machine and are the name of none. */
const ANY = new Set(['0.0.0.0', '::']);

/**
 * Answers only to names it knows itself by. A page elsewhere whose name was made to lead here (DNS
 * rebinding) still asks for its own name. The address a connection came in at is a name, too.
 */
export const allowedHosts = (host: string, others: readonly string[]) => {
  const known = new Set([...LOOPBACK, ...others]);
  if (!ANY.has(host)) known.add(bracketed(host.toLowerCase()));
  return createMiddleware<{ Bindings: HttpBindings }>(async (context, next) => {
    const { incoming } = context.env;
    // A request line may name a host of its own, which then is the one that counts.
    const asked = [nameOf(`http://${incoming.headers.host ?? ''}`), nameOf(context.req.url)];
    if (!asked.every((name) => known.has(name) || name === localName(incoming))) {
      throw new ApiError(
        'unknown-host',
        'Ask for this server by its own name, or list the name in VYGODA_HOSTS',
      );
    }
    await next();
  });
};

const nameOf = (url: string): string => {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
};

const localName = ({ socket }: IncomingMessage): string =>
  bracketed((socket.localAddress ?? '').replace(/^::ffff:(?=[0-9.]+$)/, ''));

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address);
