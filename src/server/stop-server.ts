import type { Server } from 'node:http';
import type { DataFolder } from './data/data-folder.ts';
import type { Jobs } from './jobs/jobs.ts';

/** What is under way may end by itself for so long; then it is ended. */
const GRACE_MS = 4000;

/** Lets no new request in, waits for those under way, and leaves no temporary file. */
export const stopServer = async (server: Server, jobs: Jobs, data: DataFolder): Promise<void> => {
  // Connections that are kept alive are not waited for.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const grace = setTimeout(() => {
    void jobs.stopAll();
    server.closeAllConnections();
  }, GRACE_MS);
  await closed;
  clearTimeout(grace);
  clearInterval(idle);
  await jobs.stopAll();
  await data.close();
};
