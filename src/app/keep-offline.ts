import { scriptPolicy } from '../worker/script-policy.ts';

/**
 * Has the browser keep the program for use without a network, where it can: not over plain http.
 * `onUpdate` hears of a newer version that has arrived whole; calling what it is given goes over to it.
 * Resolves when the browser knows what to keep; the files come in their own time.
 */
export const keepOffline = async (
  onKept: () => void,
  onUpdate: (goOver: () => void) => void,
): Promise<void> => {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const registration = await serviceWorker
    .register(scriptPolicy(new URL('service-worker.js', document.baseURI).href))
    // Private windows and strict settings refuse: the page works, but only with a network.
    .catch(() => null);
  if (registration === null) return;

  const offer = (): void => {
    const { waiting } = registration;
    if (waiting === null || registration.active === null) return;
    onUpdate(() => {
      waiting.addEventListener('statechange', () => {
        if (waiting.state === 'activated') location.reload();
      });
      waiting.postMessage('take over');
    });
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  offer();
  void serviceWorker.ready.then(onKept);
};
