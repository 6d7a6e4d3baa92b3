import { LANGUAGES } from '../locales/language.ts';
import { loadDictionary } from '../locales/load.ts';
import { fetchWorkerScripts, type WorkerScripts } from '../worker/browser-desk.ts';
import { ROOM_FILES } from './views/rooms.ts';

const LATEST_MS = 1000;

/** The first quiet moment, or soon; Safari has no such question. */
const quiet = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: LATEST_MS });
    else setTimeout(resolve, LATEST_MS);
  });

/**
 * What the first screen does not need, piece by piece in quiet moments, or as fast as it comes once
 * somebody is `waiting`. After it the page needs no network.
 */
export const loadRest = async (waiting: Promise<unknown>): Promise<WorkerScripts> => {
  const soon = (): Promise<unknown> => Promise.race([quiet(), waiting]);
  const files = [
    ...ROOM_FILES,
    () => import('./components/charts/chart-kit.ts'),
    ...LANGUAGES.map((language) => () => loadDictionary(language)),
  ];
  await soon();
  const scripts = await fetchWorkerScripts();
  for (const load of files) {
    await soon();
    await load();
  }
  return scripts;
};
