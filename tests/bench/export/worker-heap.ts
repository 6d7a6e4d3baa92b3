import type { CDPSession, Page } from '@playwright/test';

const EVERY_MS = 500;
const MIB = 2 ** 20;

/** Bytes of the JavaScript heap of all workers of a page, looked at twice a second. */
export class WorkerHeap {
  readonly #session: CDPSession;
  readonly #workers = new Set<string>();
  readonly #used = new Map<string, number>();
  #most = 0;
  #timer: NodeJS.Timeout | undefined;
  #id = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<WorkerHeap> {
    const heap = new WorkerHeap(await page.context().newCDPSession(page));
    await heap.#listen();
    return heap;
  }

  async #listen(): Promise<void> {
    const session = this.#session;
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.#workers.add(sessionId);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#workers.delete(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const { result } = JSON.parse(message) as { result?: { usedSize?: number } };
      if (result?.usedSize === undefined) return;
      this.#used.set(sessionId, result.usedSize);
      const sum = [...this.#workers].reduce((total, id) => total + (this.#used.get(id) ?? 0), 0);
      this.#most = Math.max(this.#most, sum);
    });
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
  }

  start(): void {
    this.#most = 0;
    this.#timer = setInterval(() => void this.#ask('Runtime.getHeapUsage'), EVERY_MS);
  }

  /** The most there was since `start`, in MiB. */
  stop(): number {
    clearInterval(this.#timer);
    return this.#most / MIB;
  }

  /** What is left once nothing that can go is there, in MiB. */
  async settled(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    this.start();
    await new Promise((resolve) => setTimeout(resolve, 4 * EVERY_MS));
    return this.stop();
  }

  async #ask(method: string): Promise<void> {
    for (const sessionId of this.#workers) {
      const message = JSON.stringify({ id: ++this.#id, method });
      await this.#session.send('Target.sendMessageToTarget', { sessionId, message });
    }
  }
}
