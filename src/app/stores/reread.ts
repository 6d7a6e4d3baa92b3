import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Fault, Outcome } from '../../engine/kernel/fault.ts';
import type {
  OwnRows,
  RawRecord,
  Reasons,
  RejectedFile,
  RereadProgress,
  RowFilter,
  WhichImport,
} from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

/** Rows of the files, read again when somebody asks for them; none is kept here. */
export const useReread = defineStore('reread', () => {
  /** How far the rows being read are; null: nothing is being read. */
  const progress = shallowRef<RereadProgress | null>(null);
  /** Why the last reading gave nothing. */
  const fault = shallowRef<Fault | null>(null);

  const tell = proxy((step: RereadProgress): void => {
    if (progress.value !== null) progress.value = step;
  });

  const watched = async <T>(read: () => Promise<Outcome<T>>): Promise<T | null> => {
    progress.value = { bytesDone: 0, bytesTotal: null };
    fault.value = null;
    try {
      const outcome = await read();
      if (outcome.ok) return outcome.value;
      fault.value = outcome.fault;
      return null;
    } finally {
      progress.value = null;
    }
  };

  return {
    progress,
    fault,
    records: (
      of: WhichImport,
      file: string,
      line: number,
      count = 1,
    ): Promise<Outcome<readonly RawRecord[] | null>> =>
      useDesk().reread.records(of, file, line, count),
    rejected: (file: string, reasons: Reasons): Promise<readonly RejectedFile[] | null> =>
      watched(() => useDesk().reread.rejected([file], reasons, tell)),
    ofClient: (client: number, filter: RowFilter): Promise<OwnRows | null> =>
      watched(() => useDesk().reread.ofClient(client, filter, tell)),
    stop: () => useDesk().reread.stop(),
  };
});
