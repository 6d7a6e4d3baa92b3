import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

export const DIST = join(import.meta.dirname, '../../../dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** What becomes of a file on its way out; null: it is not there. */
export type Change = (path: string, content: Buffer) => Buffer | string | null;

export interface StaticHost {
  readonly address: string;
  /** Every request so far, `METHOD /path?query`. */
  readonly requests: string[];
  change: Change;
  close(): Promise<void>;
}

/** The built page on a host that sends no header of any worth, below `folder`, with every request written down. */
export const staticHost = async (folder = '/', dist = DIST): Promise<StaticHost> => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.slice(folder.length) || 'index.html';
    let content: Buffer | string | null;
    try {
      content = host.change(name, readFileSync(join(dist, name)));
    } catch {
      content = null;
    }
    if (!pathname.startsWith(folder) || content === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain' }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: StaticHost = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`,
    requests,
    change: (_, content) => content,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return host;
};

/** A host of somebody else: whatever reaches it has left the tab. */
export const thief = async (): Promise<StaticHost> => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(204, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    requests.push(`UPGRADE ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    change: (_, content) => content,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
