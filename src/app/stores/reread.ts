import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import type { Outcome } from '../../engine/kernel/fault.ts';
import type {
  OwnRows,
  RawRecord,
  Reasons,
  RejectedFile,
  RowFilter,
  WhichImport,
} from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

/** Rows of the files, read again when somebody asks for them; none is kept here. */
export const useReread = defineStore('reread', () => ({
  records: (
    of: WhichImport,
    file: string,
    line: number,
    count = 1,
  ): Promise<Outcome<readonly RawRecord[] | null>> =>
    useDesk().reread.records(of, file, line, count),
  rejected: (file: string, reasons: Reasons): Promise<Outcome<readonly RejectedFile[] | null>> =>
    useDesk().reread.rejected([file], reasons, proxy(quiet)),
  ofClient: (client: number, filter: RowFilter): Promise<Outcome<OwnRows | null>> =>
    useDesk().reread.ofClient(client, filter, proxy(quiet)),
}));

const quiet = (): void => undefined;
