import { defineStore } from 'pinia';
import type { FileReport } from '../../engine/ingest/report.ts';
import type { HeadingCheck, HeadingMap } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

const KEY = 'vygoda.mappings';
/** More layouts than anybody's exports have. */
const MAX_KEPT = 50;

type Layouts = Record<string, HeadingMap>;

/** Equal for files with the same headings in any order and case. */
const layoutOf = (headings: readonly string[]): string =>
  headings
    .map((heading) => heading.trim().toLowerCase())
    .sort()
    .join('\n');

const stored = (): Layouts => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Layouts) : {};
  } catch {
    return {};
  }
};

/** What a person said the columns of files are: for the visit, and longer where they agreed to it. */
export const useMapping = defineStore('mapping', () => {
  const known = new Map<string, HeadingMap>(Object.entries(stored()));

  return {
    check: (
      headings: readonly string[],
      rows: readonly (readonly string[])[],
      map: HeadingMap,
    ): Promise<HeadingCheck> => useDesk().headings.check(headings, rows, map),
    /** `forLong`: the person agreed that this browser keeps it. */
    remember(headings: readonly string[], map: HeadingMap, forLong: boolean): void {
      const layout = layoutOf(headings);
      known.set(layout, map);
      if (!forLong) return;
      try {
        const kept = Object.entries({ ...stored(), [layout]: map }).slice(-MAX_KEPT);
        localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
      } catch {
        // Storage is switched off: it holds for the visit.
      }
    },
    /** What is known of these files' headings, together; null when that is nothing new. */
    knownFor(files: readonly FileReport[], used: HeadingMap): HeadingMap | null {
      const found = files.flatMap(({ columns }) =>
        Object.entries(known.get(layoutOf(columns)) ?? {}),
      );
      const isNew = found.some(
        ([heading, field]) => !Object.hasOwn(used, heading) || used[heading] !== field,
      );
      return isNew ? { ...used, ...Object.fromEntries(found) } : null;
    },
  };
});
