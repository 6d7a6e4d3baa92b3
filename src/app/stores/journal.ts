import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import {
  changesBetween,
  type Change,
  type Entry,
  type Journal,
  reversed,
  steps,
  withChanges,
} from '../../project/journal.ts';
import { useDesk } from './desk.ts';

export type { Change, Entry };

/** A part of the work as its owner keeps it. */
interface Part {
  readonly value: () => unknown;
  /** Puts a value in place at once; what follows from it may take its time. */
  readonly show: (value: unknown) => unknown;
}

/** Carries out an action that was told, backwards or again; false: that is not possible any more. */
type CarryOut = (which: 'before' | 'after') => Promise<boolean>;

/** Every action that changes what would be exported, in one list that only grows. */
export const useJournal = defineStore('journal', () => {
  const entries = shallowRef<Journal>([]);
  const next = computed(() => steps(entries.value));
  const parts = new Map<string, Part>();
  /** The work as the last entry left it. */
  let last: Readonly<Record<string, unknown>> = {};
  let moving = false;
  /** By position: actions on what the page does not hold itself. */
  const told = new Map<number, CarryOut>();
  /** One step after the other: some take their time in the worker. */
  let stepping: Promise<void> = Promise.resolve();

  const work = (): Readonly<Record<string, unknown>> =>
    Object.fromEntries([...parts].map(([name, { value }]) => [name, value()]));

  const append = (kind: Entry['kind'], of: number | null): void => {
    const now = work();
    const changes = changesBetween(last, now);
    last = now;
    if (kind !== 'change' || changes.length > 0) write(kind, of, changes);
  };
  const write = (kind: Entry['kind'], of: number | null, changes: readonly Change[]): void => {
    entries.value = [...entries.value, { at: new Date().toISOString(), kind, of, changes }];
  };

  /** Shows another work, part by part, as one action. */
  const move = async (
    made: Readonly<Record<string, unknown>>,
    kind: Entry['kind'],
    of: number | null,
  ): Promise<void> => {
    const following: unknown[] = [];
    moving = true;
    try {
      for (const [name, part] of parts) {
        if (name in made && made[name] !== last[name]) following.push(part.show(made[name]));
      }
    } finally {
      moving = false;
    }
    append(kind, of);
    await Promise.all(following);
  };
  const step = async (kind: 'undo' | 'redo'): Promise<void> => {
    const of = next.value[kind];
    if (of === null) return;
    const { changes } = entries.value[of];
    const carryOut = told.get(of);
    if (carryOut !== undefined) {
      const possible = await carryOut(kind === 'undo' ? 'before' : 'after');
      if (possible) write(kind, of, kind === 'undo' ? changes.map(reversed) : changes);
      return;
    }
    const made = withChanges(last, changes, kind === 'undo' ? 'before' : 'after');
    await move(made as Readonly<Record<string, unknown>>, kind, of);
  };
  const inTurn = (run: () => Promise<void>): Promise<void> => (stepping = stepping.then(run, run));

  return {
    entries,
    canUndo: computed(() => next.value.undo !== null),
    canRedo: computed(() => next.value.redo !== null),
    undo: () => inTurn(() => step('undo')),
    redo: () => inTurn(() => step('redo')),
    /** Whoever owns a part of the work says once how it is seen and how it is put back. */
    keep<T>(name: string, value: () => T, show: (value: T) => unknown): void {
      parts.set(name, { value, show: show as Part['show'] });
      last = { ...last, [name]: value() };
      // At once: two actions in one moment are two entries.
      watch(value, () => moving || append('change', null), { flush: 'sync' });
    },
    /** An action on what the page does not hold itself, done already, and the way to undo it. */
    tell(changes: readonly Change[], carryOut: CarryOut): void {
      told.set(entries.value.length, carryOut);
      write('change', null, changes);
    },
    /** All of it as a CSV. */
    file: (): Promise<Blob> => useDesk().project.journal(entries.value),
    /** Files were read: what the result stands on from here. */
    loaded(changes: readonly Change[]): void {
      told.clear();
      write('load', null, changes);
    },
    /** The work of a project file takes the place of what is here; its journal is where this one goes on. */
    open(opened: Readonly<Record<string, unknown>>, journal: Journal): Promise<void> {
      told.clear();
      entries.value = journal;
      return move(opened, 'open', null);
    },
  };
});
