import { open, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { systemCode } from '../api-error.ts';

const BEAT_MS = 3000;
/** A lock that nobody has touched for so long is nobody's, even if its number lives on. */
const DEAD_MS = 4 * BEAT_MS;

/**
 * Keeps a second server off the same data: it would sweep away what this one is receiving. The lock
 * of a process that was killed does not hold. The fault is the number of the process that holds it.
 */
export const lockData = async (path: string): Promise<Outcome<() => Promise<void>, string>> => {
  const owner = await liveOwner(path);
  if (owner !== null) return failed(owner);
  await unlink(path).catch(ignore);
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return failed((await liveOwner(path)) ?? '?');
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(ignore);
  }, BEAT_MS);
  beat.unref();
  return done(async () => {
    clearInterval(beat);
    await unlink(path).catch(ignore);
  });
};

const liveOwner = async (path: string): Promise<string | null> => {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const owner = Number(text);
    if (owner === process.pid || Date.now() - mtimeMs > DEAD_MS) return null;
    return isAlive(owner) ? text : null;
  } catch {
    return null;
  }
};

const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
};

const ignore = (): void => undefined;
