import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ExportedFile, ExportRequest } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

const PREVIEW_BYTES = 16_384;

export interface BuiltFile extends ExportedFile {
  /** The first lines, as they stand in the file. */
  readonly head: string;
  readonly request: ExportRequest;
}

/** The file to be saved: what is asked for, and what was built last. */
export const useExporting = defineStore('exporting', () => {
  const request = shallowRef<ExportRequest>({
    what: 'offers',
    scope: 'all',
    format: 'csv',
    delimiter: ',',
    bom: false,
  });
  const built = shallowRef<BuiltFile | null>(null);
  const building = shallowRef(false);
  const failed = shallowRef(false);
  let asked = 0;

  /** What was built, or is being built, is not what is wanted any more. */
  const forget = (): void => {
    asked += 1;
    built.value = null;
    building.value = false;
    failed.value = false;
  };

  return {
    request,
    built,
    building,
    failed,
    forget,
    change(part: Partial<ExportRequest>): void {
      forget();
      request.value = { ...request.value, ...part };
    },
    /** The filter or the selection changed: only a file made with it is out of date. */
    forgetScope(scope: ExportRequest['scope']): void {
      if (request.value.scope === scope) forget();
    },
    async build(): Promise<void> {
      asked += 1;
      const mine = asked;
      building.value = true;
      failed.value = false;
      try {
        const wanted = request.value;
        const file = await useDesk().export(wanted);
        const head = await file.blob.slice(0, PREVIEW_BYTES).text();
        if (mine === asked) built.value = { ...file, head, request: wanted };
      } catch (error) {
        failed.value = mine === asked;
        throw error;
      } finally {
        if (mine === asked) building.value = false;
      }
    },
  };
});
