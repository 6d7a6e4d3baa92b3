import type { Endpoint } from 'comlink';
import type { MessagePort, Worker } from 'node:worker_threads';

interface DataEvent {
  readonly data: unknown;
}

/** What Comlink listens with; its own type for it is the browser's. */
type Listener = ((event: DataEvent) => void) | { readonly handleEvent: (event: DataEvent) => void };

/** A thread's port as Comlink knows ports; its own adapter comes without usable types. */
export const nodeEndpoint = (port: MessagePort | Worker): Endpoint => {
  const listeners = new Map<Listener, (data: unknown) => void>();
  return {
    postMessage: (message: unknown, transfer: unknown[] = []) =>
      port.postMessage(message, transfer as readonly ArrayBuffer[]),
    addEventListener: (_: string, listener: Listener) => {
      const call = (data: unknown): void => {
        if (typeof listener === 'function') listener({ data });
        else listener.handleEvent({ data });
      };
      port.on('message', call);
      listeners.set(listener, call);
    },
    removeEventListener: (_: string, listener: Listener) => {
      const call = listeners.get(listener);
      if (call !== undefined) port.off('message', call);
      listeners.delete(listener);
    },
  };
};
