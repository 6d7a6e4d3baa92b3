/** 2 GB in one upload: how fast, in how much memory. */
import { join } from 'node:path';
import { figure, check, startServer, uploadPieces, watchMemory, workFolder } from './server.mjs';

const SIZE = 2e9;
const HEADER = 'client_code,name,product,status,city,date,category,amount,currency\n';
const ROW =
  '1234567,Айгерим,Дебетовая карта,Зарплатный клиент,Алматы,2025-07-15 12:34:56,Такси,1234.56,KZT\n';

function* csv(piece, count) {
  yield Buffer.from(HEADER);
  for (let sent = 0; sent < count; sent++) yield piece;
}

export const upload = async () => {
  const rows = Math.floor(1e6 / Buffer.byteLength(ROW));
  const piece = Buffer.from(ROW.repeat(rows));
  const count = Math.ceil(SIZE / piece.length);
  const server = await startServer(join(workFolder(), 'data'));
  const memory = watchMemory(server.pid);
  const start = performance.now();
  const { status, text } = await uploadPieces(server.port, 'transactions', csv(piece, count));
  const seconds = (performance.now() - start) / 1000;
  const answer = JSON.parse(text);
  check(
    `answered 200 with ${rows * count} records`,
    status === 200 && answer.total_records === rows * count,
  );
  figure('2 GB received, counted and kept in', seconds, 's');
  figure('speed', (piece.length * count) / 1e6 / seconds, 'MB/s');
  figure('memory', memory(), 'MB', 200);
  await server.stop();
};
