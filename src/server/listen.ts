import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { ApiError, type ErrorCode } from './api-error.ts';
import type { App } from './app.ts';

/** Room for a browser's cookies of other programs on this machine, and little more. */
const MAX_HEADERS = 16 * 1024;
const HEADERS_MS = 5000;
const CHECK_MS = 1000;
const KEEP_ALIVE_MS = 5000;
const MAX_CONNECTIONS = 1024;
const BODILESS = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** Listens; nobody may hold a connection by being slow. Bodies have no limit of time: they must make progress. */
export const listen = async (app: App, port: number, host: string): Promise<Server> => {
  const answer = getRequestListener(app.fetch, {
    errorHandler: () => {
      const { body, status } = new ApiError('bad-request', 'The address of the request is none');
      return Response.json(body, { status });
    },
  });
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADERS,
      headersTimeout: HEADERS_MS,
      requestTimeout: 0,
      connectionsCheckingInterval: CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (incoming, outgoing) => {
      const { 'content-length': length = '0', 'transfer-encoding': coding } = incoming.headers;
      const hasBody = length !== '0' || coding !== undefined;
      // Nobody reads it, so nobody would see that it never ends.
      if (hasBody && BODILESS.has(incoming.method ?? '')) outgoing.shouldKeepAlive = false;
      void answer(incoming, outgoing);
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', refuse);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
};

/** The port that was given, or found when 0 was asked for. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const REFUSALS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'The headers are larger than 16 KB'],
  ERR_HTTP_REQUEST_TIMEOUT: ['too-slow', 'The request arrives too slowly'],
};

/** What is no request is answered without ever becoming one. */
const refuse = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [code, sentence] = REFUSALS[error.code ?? ''] ?? ['bad-request', 'This is no HTTP request'];
  const refusal = new ApiError(code, sentence);
  const text = JSON.stringify(refusal.body);
  const head = [
    `HTTP/1.1 ${refusal.status} Refused`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy());
};
