import { provide, shallowRef } from 'vue';
import {
  type FileReport,
  type HeadingMap,
  IMPORT_HELP,
  type WhichImport,
} from '../composables/import-help.ts';
import { saveBlob } from '../composables/save-blob.ts';
import { useLanguage } from '../composables/use-language.ts';
import { useMapping } from '../stores/mapping.ts';
import { useReread } from '../stores/reread.ts';
import { useSettings } from '../stores/settings.ts';

/** As many rows as tell what a column holds. */
const PREVIEW = 6;
/** A header is rarely further down. */
const LOOKED_AT = 40;
const FIRST_LINE = 1;

interface OpenMapping {
  readonly file: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What follows the headings: other lines may stand before them. */
const rowsBehind = (
  headings: readonly string[],
  records: readonly (readonly string[])[],
): readonly (readonly string[])[] => {
  const header = records.findIndex((cells) => cells.join('\n') === headings.join('\n'));
  return records.slice(header + 1, header + 1 + PREVIEW);
};

/** What the importer's components may ask for, and the mapping of columns that is open. */
export const useImportHelp = (again: () => void) => {
  const reread = useReread();
  const mapping = useMapping();
  const settings = useSettings();
  const { words } = useLanguage();
  const open = shallowRef<OpenMapping | null>(null);

  const mapColumns = async (of: WhichImport, { name, columns }: FileReport): Promise<void> => {
    const found = await reread.records(of, name, FIRST_LINE, LOOKED_AT);
    // Without its file nothing can be read otherwise.
    if (!found.ok) return;
    const records = (found.value ?? []).map(({ cells }) => cells);
    open.value = { file: name, headings: columns, rows: rowsBehind(columns, records) };
  };

  provide(IMPORT_HELP, {
    record: async (of, file, line) => {
      const found = await reread.records(of, file, line);
      return found.ok ? { ok: true, value: found.value?.[0] ?? null } : found;
    },
    saveRejected: async (file) => {
      const { faults } = words.value;
      const reasons = Object.fromEntries(
        Object.entries(faults).map(([code, { title }]) => [code, title]),
      );
      const made = await reread.rejected(file, reasons);
      if (!made.ok) return false;
      for (const { blob, name } of made.value ?? []) saveBlob(blob, name);
      return true;
    },
    mapColumns: (of, file) => {
      void mapColumns(of, file);
    },
  });

  return {
    open,
    check: (map: HeadingMap) =>
      mapping.check(open.value?.headings ?? [], open.value?.rows ?? [], {
        ...settings.draft.reading.headings,
        ...map,
      }),
    apply(map: HeadingMap, forLong: boolean): void {
      if (open.value === null) return;
      const { headings } = settings.draft.reading;
      mapping.remember(open.value.headings, map, forLong);
      settings.changeReading({ headings: { ...headings, ...map } });
      open.value = null;
      again();
    },
    close(): void {
      open.value = null;
    },
  };
};
