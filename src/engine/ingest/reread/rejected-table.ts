import { csvRow, plainCsvRow } from '../../bytes/csv-row.ts';
import type { FilePlan } from '../file-plan.ts';
import { isMendable } from '../../rows/fault-codes.ts';
import { MENDING_COLUMNS } from '../../rows/header.ts';
import type { FileReport } from '../report.ts';
import type { SettledFile, SettledImport } from '../settled-import.ts';
import type { Rejection } from './listening-tally.ts';
import { RejectedRows, type RejectedRow } from './rejected-rows.ts';
import type { RereadHooks } from './reread-hooks.ts';

/** Files whose rejected rows stand in one table: one kind, one delimiter, the same headings. */
export interface RejectedTable {
  readonly name: string;
  readonly files: readonly SettledFile[];
}

/** Fault code → the words for it, in the language of whoever mends the rows. */
export type Reasons = Readonly<Record<string, string>>;

/** How many records of a file were left out and would count once mended. */
export const mendableCount = ({ faultCounts }: Pick<FileReport, 'faultCounts'>): number =>
  Object.entries(faultCounts).reduce((sum, [code, n]) => sum + (isMendable(code) ? n : 0), 0);

/** The files of an import that have rows to mend; `reports` are in the same order. */
export const filesToMend = (
  { files }: SettledImport,
  reports: readonly FileReport[],
): readonly SettledFile[] => files.filter((_, file) => mendableCount(reports[file]) > 0);

/** The tables that the rejected rows of these files fill. */
export const rejectedTables = (files: readonly SettledFile[]): readonly RejectedTable[] => {
  const byLayout = new Map<string, SettledFile[]>();
  for (const file of files) {
    if (file.plan === null) continue;
    const { kind, delimiter, headings } = file.plan;
    const layout = JSON.stringify([kind, delimiter, headings]);
    byLayout.set(layout, [...(byLayout.get(layout) ?? []), file]);
  }
  const taken = new Map<string, number>();
  return [...byLayout.values()].map((alike) => {
    const stem = `rejected-${alike[0].plan!.kind}`;
    const count = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, count);
    return { name: `${stem}${count > 1 ? `-${count}` : ''}.csv`, files: alike };
  });
};

/**
 * Writes the rejected rows of a table as a CSV to mend and import again beside the files they came
 * from: where each row stood and why it was left out, then the row as it stands in its file. The
 * text is UTF-8 with a byte-order mark, which settles its encoding for spreadsheets and for the
 * next import. Cells are not defused: they are data that comes back, and `'-5` is no amount.
 *
 * Returns the number of rows, null when the signal stopped it; throws as `RejectedRows.read` does.
 */
export const writeRejected = async (
  settled: SettledImport,
  { files }: RejectedTable,
  reasons: Reasons,
  write: (chunk: Uint8Array<ArrayBuffer>) => void,
  hooks: RereadHooks,
): Promise<number | null> => {
  const plan = files[0].plan!;
  const delimiter = String.fromCharCode(plan.delimiter);
  const rows = new RejectedRows(settled);
  const out = new Gathered(write);
  out.text(`\ufeff${plainCsvRow([...MENDING_COLUMNS, ...plan.headings], delimiter)}`);
  let count = 0;
  for (const file of files) {
    const finished = await rows.read(
      file,
      (row) => {
        count++;
        const place = [file.source.name, row.line, reasonText(row, reasons)];
        out.text(withoutEnd(csvRow(place, delimiter)));
        addRecord(out, row, plan, delimiter);
      },
      hooks,
    );
    if (!finished) return null;
  }
  out.end();
  return count;
};

const reasonText = ({ code, column }: Rejection, reasons: Reasons): string => {
  const words = Object.hasOwn(reasons, code) ? reasons[code] : code;
  return column === '' ? words : `${words}: ${column}`;
};

/**
 * What is no record stands in one cell behind the last column: there it rejects its row until a
 * person has filled the cells before it, and swallows no row below.
 */
const addRecord = (
  out: Gathered,
  { bytes, whole }: RejectedRow,
  { headings }: FilePlan,
  delimiter: string,
): void => {
  out.text(delimiter);
  if (whole) {
    out.bytes(bytes);
    out.text('\n');
  } else {
    const cells = headings.map(() => '');
    out.text(plainCsvRow([...cells, decoder.decode(bytes)], delimiter));
  }
};

const withoutEnd = (row: string): string => row.slice(0, -1);

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const CHUNK = 1 << 16;

/** Gathers small pieces into chunks that may be kept. */
class Gathered {
  readonly #write: (chunk: Uint8Array<ArrayBuffer>) => void;
  #buffer = new Uint8Array(CHUNK);
  #length = 0;

  constructor(write: (chunk: Uint8Array<ArrayBuffer>) => void) {
    this.#write = write;
  }

  text(text: string): void {
    this.bytes(encoder.encode(text));
  }

  bytes(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#buffer.length) {
      this.end();
      this.#buffer = new Uint8Array(Math.max(CHUNK, bytes.length));
    }
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Hands over what has gathered. */
  end(): void {
    if (this.#length > 0) this.#write(this.#buffer.slice(0, this.#length));
    this.#length = 0;
  }
}
