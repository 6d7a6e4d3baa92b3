import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DeskConnection, installDesk } from '../../../src/app/stores/desk.ts';
import { useSession } from '../../../src/app/stores/session.ts';
import type { Opened } from '../../../src/worker/contract.ts';

const READY = {
  outcome: 'ready',
  report: { faults: [], files: [] },
  summary: { clients: 7, offers: 5 },
} as unknown as Opened;
const REFUSED = {
  outcome: 'refused',
  report: { faults: [], files: [] },
  fault: { code: 'no-clients' },
} as unknown as Opened;

/** A desk whose readings end when the test says so. */
const finish: ((opened: Opened) => void)[] = [];
beforeEach(() => {
  setActivePinia(createPinia());
  finish.length = 0;
  const open = (): Promise<Opened> => new Promise((resolve) => finish.push(resolve));
  const desk = { open, openDemo: open, cancel: () => Promise.resolve() };
  installDesk(() => desk as unknown as DeskConnection);
});

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('an import', () => {
  it('is the new result when it is accepted', async () => {
    const session = useSession();
    const reading = session.openFiles([]);
    expect(session.reading).toBe(true);
    finish[0](READY);
    expect(await reading).toBe('ready');
    expect(session.summary?.clients).toBe(7);
    expect(session.reading).toBe(false);
    expect(session.revision).toBe(1);
  });

  it('leaves the result that was there when it is refused or cancelled', async () => {
    const session = useSession();
    const first = session.openFiles([]);
    finish[0](READY);
    await first;
    const second = session.openFiles([]);
    finish[1](REFUSED);
    await second;
    expect(session.refusal?.fault.code).toBe('no-clients');
    const third = session.openDemo();
    expect(session.refusal).toBeNull();
    finish[2]({ outcome: 'cancelled' });
    await third;
    expect(session.cancelled).toBe(true);
    expect(session.summary?.clients).toBe(7);
    expect(session.revision).toBe(1);
  });

  it('keeps silent once another one has overtaken it', async () => {
    const session = useSession();
    const first = session.openFiles([]);
    const second = session.openDemo();
    await settle();
    finish[0]({ outcome: 'cancelled' });
    await first;
    expect(session.cancelled).toBe(false);
    expect(session.reading).toBe(true);
    finish[1](READY);
    expect(await second).toBe('ready');
    expect(session.reading).toBe(false);
  });

  it('ends its progress even when the worker breaks', async () => {
    const session = useSession();
    installDesk(
      () => ({ open: () => Promise.reject(new Error('bug')) }) as unknown as DeskConnection,
    );
    await expect(session.openFiles([])).rejects.toThrow('bug');
    expect(session.reading).toBe(false);
  });
});
