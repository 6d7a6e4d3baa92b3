import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import {
  changesBetween,
  type Entry,
  type Journal,
  steps,
  withChanges,
} from '../../project/journal.ts';

/** A part of the work as its owner keeps it. */
interface Part {
  readonly value: () => unknown;
  /** Puts a value in place at once; what follows from it may take its time. */
  readonly show: (value: unknown) => unknown;
}

/** Every action that changes what would be exported, in one list that only grows. */
export const useJournal = defineStore('journal', () => {
  const entries = shallowRef<Journal>([]);
  const next = computed(() => steps(entries.value));
  const parts = new Map<string, Part>();
  /** The work as the last entry left it. */
  let last: Readonly<Record<string, unknown>> = {};
  let moving = false;

  const work = (): Readonly<Record<string, unknown>> =>
    Object.fromEntries([...parts].map(([name, { value }]) => [name, value()]));

  const append = (kind: Entry['kind'], of: number | null): void => {
    const now = work();
    const changes = changesBetween(last, now);
    last = now;
    if (kind === 'change' && changes.length === 0) return;
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
    const made = withChanges(last, changes, kind === 'undo' ? 'before' : 'after');
    await move(made as Readonly<Record<string, unknown>>, kind, of);
  };

  return {
    entries,
    canUndo: computed(() => next.value.undo !== null),
    canRedo: computed(() => next.value.redo !== null),
    undo: () => step('undo'),
    redo: () => step('redo'),
    /** Whoever owns a part of the work says once how it is seen and how it is put back. */
    keep<T>(name: string, value: () => T, show: (value: T) => unknown): void {
      parts.set(name, { value, show: show as Part['show'] });
      last = { ...last, [name]: value() };
      // At once: two actions in one moment are two entries.
      watch(value, () => moving || append('change', null), { flush: 'sync' });
    },
    /** The work of a project file takes the place of what is here; its journal is where this one goes on. */
    open(opened: Readonly<Record<string, unknown>>, journal: Journal): Promise<void> {
      entries.value = journal;
      return move(opened, 'open', null);
    },
  };
});
