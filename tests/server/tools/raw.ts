import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends bytes as they are and reads until the server closes; for requests that no client would make. */
export const raw = async (
  port: number,
  request: string | Uint8Array,
  keepOpenMs = 0,
): Promise<RawAnswer> => {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(request);
  if (keepOpenMs > 0) setTimeout(() => socket.destroy(), keepOpenMs);
  await closed;
  const text = Buffer.concat(chunks).toString();
  const [head, ...rest] = text.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
    head,
    body: rest.join('\r\n\r\n'),
  };
};

/** A GET that the server closes after, with any headers. */
export const rawGet = (
  port: number,
  path: string,
  ...headers: readonly string[]
): Promise<RawAnswer> =>
  raw(port, [`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'));

/** The head of a POST; what follows it is the caller's. */
export const post = (path: string, ...headers: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');

/** A multipart body that is sent as it is. */
export const rawPost = (
  port: number,
  path: string,
  type: string,
  body: string,
  length = Buffer.byteLength(body),
): Promise<RawAnswer> => {
  const headers = [`Content-Type: ${type}`, `Content-Length: ${length}`, 'Connection: close'];
  return raw(port, post(path, ...headers) + body);
};

/** A connection that stays, for sending more. */
export const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
