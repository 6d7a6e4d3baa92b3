/** 500 sockets that feed a byte now and then: all gone in 12 s, while others are served. */
import { connect } from 'node:net';
import { join } from 'node:path';
import { ask, check, figure, percentile, startServer, wait, workFolder } from './server.mjs';

const SOCKETS = 500;
const PART = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
const post = (path, more) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n${more}\r\n\r\n`;

/** What they begin with, before they drip. */
const BEGINNINGS = [
  '',
  'GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ',
  post('/upload/clients', 'Content-Type: multipart/form-data; boundary=x') + PART,
  post('/process', 'Content-Type: application/json'),
  post('/push-notifications', 'X-A: b'),
  'GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n',
  `${post('/process', 'Content-Type: application/json').replace('Content-Length: 1000000', 'Transfer-Encoding: chunked')}5\r\n`,
];

export const slowClients = async () => {
  const server = await startServer(join(workFolder(), 'data'));
  const start = performance.now();
  let left = SOCKETS;
  let last = 0;
  for (let at = 0; at < SOCKETS; at++) {
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write(BEGINNINGS[at % BEGINNINGS.length]),
    );
    const drip = at % 10 === 0 ? undefined : setInterval(() => socket.write('x'), 500);
    socket.on('error', () => undefined);
    socket.resume();
    socket.once('close', () => {
      clearInterval(drip);
      left--;
      last = performance.now() - start;
    });
  }
  const times = [];
  let wrong = 0;
  while (left > 0 && performance.now() - start < 30_000) {
    const asked = performance.now();
    const { status } = await ask(server.base, 'GET', '/health').catch(() => ({ status: 0 }));
    if (status !== 200) wrong++;
    times.push(performance.now() - asked);
    await wait(50);
  }
  times.sort((a, b) => a - b);
  check(`${SOCKETS} sockets gone`, left === 0);
  figure('the last one after', last / 1000, 's', 12);
  check(`a good client was served ${times.length} times`, wrong === 0);
  figure('its slowest answer', percentile(times, 1), 'ms');
  await server.stop();
};
