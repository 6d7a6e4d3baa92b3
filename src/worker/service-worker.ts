/// <reference lib="webworker" />
/** Put in by the build: every file of the page by its address below the scope, with its digest. */
declare const APP_FILES: Readonly<Record<string, string>>;
/** A digest of the above. */
declare const APP_VERSION: string;

/**
 * Keeps one whole version of the page for use without a network. A version is taken only when every
 * file of it arrived with the digest it was built with, and it takes over only when the page says so.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
/** Other copies of the page may live in other folders of the same host. */
const ours = `vygoda ${scope} `;
const cacheName = ours + APP_VERSION;

const keep = async (): Promise<void> => {
  const requests = Object.entries(APP_FILES).map(
    ([path, integrity]) =>
      new Request(new URL(path, scope), {
        integrity,
        // Names below assets/ hold a digest already; of the others the host may have an older copy.
        cache: path.startsWith('assets/') ? 'default' : 'no-cache',
      }),
  );
  const cache = await caches.open(cacheName);
  await cache.addAll(requests).catch(async (error: unknown) => {
    await caches.delete(cacheName);
    throw error;
  });
};

/** From here on pages that were opened before get their files from here as well. */
const takeOver = async (): Promise<void> => {
  const older = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

/** The file that a request is for, as the list names it; null for whatever is no file of the page. */
const fileOf = ({ method, url }: Request): string | null => {
  const address = new URL(url);
  const path = `${address.origin}${address.pathname}`;
  if (method !== 'GET' || !path.startsWith(scope)) return null;
  const file = path.slice(scope.length);
  if (file === '' || file === 'index.html') return './';
  return Object.hasOwn(APP_FILES, file) ? file : null;
};

const kept = async (file: string, request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName);
  const found = await cache.match(new URL(file, scope), { ignoreVary: true });
  return found ?? fetch(request);
};

worker.addEventListener('install', (event) => {
  event.waitUntil(keep());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});
worker.addEventListener('message', () => {
  void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(kept(file, event.request));
});
