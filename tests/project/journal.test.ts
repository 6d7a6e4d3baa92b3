import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  type Entry,
  type Journal,
  steps,
  withChanges,
} from '../../src/project/journal.ts';

const entry = (kind: Entry['kind'], of: number | null = null): Entry => ({
  at: '2026-11-23T00:00:00.000Z',
  kind,
  of,
  changes: [],
});

describe('changes', () => {
  it('lead to what became of a value and back, to the letter', () => {
    const work = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(work, work, (before, after) => {
        const changes = changesBetween(before, after);
        expect(JSON.stringify(withChanges(before, changes, 'after'))).toBe(JSON.stringify(after));
        expect(JSON.stringify(withChanges(after, changes, 'before'))).toBe(JSON.stringify(before));
      }),
    );
  });

  it('are as small as what was changed', () => {
    const before = { rules: { least: 1, months: 2 }, products: [{ name: 'a' }, { name: 'b' }] };
    const after = { rules: { least: 5, months: 2 }, products: [{ name: 'a' }, { name: 'c' }] };
    expect(changesBetween(before, after)).toEqual([
      { path: ['rules', 'least'], before: 1, after: 5 },
      { path: ['products', 1, 'name'], before: 'b', after: 'c' },
    ]);
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
  });

  it('share what they do not touch', () => {
    const before = { a: { deep: 1 }, b: { deep: 2 } };
    const made = withChanges(before, [{ path: ['b', 'deep'], before: 2, after: 3 }], 'after');
    expect((made as typeof before).a).toBe(before.a);
  });
});

describe('steps', () => {
  it('go back through what was done, skipping what was undone already', () => {
    const journal: Entry[] = [entry('change'), entry('change')];
    expect(steps(journal)).toEqual({ undo: 1, redo: null });
    journal.push(entry('undo', 1));
    expect(steps(journal)).toEqual({ undo: 0, redo: 1 });
    journal.push(entry('undo', 0));
    expect(steps(journal)).toEqual({ undo: null, redo: 0 });
    journal.push(entry('redo', 0));
    expect(steps(journal)).toEqual({ undo: 0, redo: 1 });
    journal.push(entry('change'));
    expect(steps(journal)).toEqual({ undo: 5, redo: null });
  });

  it('do not go back behind the opening of a project', () => {
    const journal: Journal = [entry('change'), entry('open')];
    expect(steps(journal)).toEqual({ undo: null, redo: null });
  });

  it('leave decisions about clients alone once others were read', () => {
    const about = (path: string): Entry => ({
      ...entry('change'),
      changes: [{ path: [path], before: 1, after: 2 }],
    });
    const journal: Entry[] = [about('catalogue'), about('texts'), about('suppressed')];
    expect(steps(journal).undo).toBe(2);
    journal.push(entry('load'));
    expect(steps(journal).undo).toBe(0);
    journal.push(about('suppressed'));
    expect(steps(journal).undo).toBe(4);
  });

  it('undo and redo are inverse, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('change', 'undo', 'redo')), (wishes) => {
        const journal: Entry[] = [];
        const values = [0];
        let model = { done: [] as number[], undone: [] as number[] };
        for (const wish of wishes) {
          const { undo, redo } = steps(journal);
          expect([undo === null, redo === null]).toEqual([
            model.done.length === 0,
            model.undone.length === 0,
          ]);
          if (wish === 'change') {
            model = { done: [...model.done, journal.length], undone: [] };
            journal.push(entry('change'));
          } else if (wish === 'undo' && undo !== null) {
            expect(undo).toBe(model.done.at(-1));
            model = { done: model.done.slice(0, -1), undone: [...model.undone, undo] };
            journal.push(entry('undo', undo));
          } else if (wish === 'redo' && redo !== null) {
            expect(redo).toBe(model.undone.at(-1));
            model = { done: [...model.done, redo], undone: model.undone.slice(0, -1) };
            journal.push(entry('redo', redo));
          }
          values.push(journal.length);
        }
      }),
    );
  });
});
