import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { BuildProgress, ExportedFile, ExportRequest } from '../../worker/contract.ts';
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
  /** Of a file that takes longer than a moment. */
  const progress = shallowRef<BuildProgress | null>(null);
  const failed = shallowRef(false);
  /** A person stopped the last one. */
  const stopped = shallowRef(false);
  let asked = 0;

  /** What was built, or is being built, is not what is wanted any more. */
  const forget = (): void => {
    asked += 1;
    if (building.value) void useDesk().files.cancel();
    progress.value = null;
    built.value = null;
    building.value = false;
    failed.value = stopped.value = false;
  };

  return {
    request,
    built,
    building,
    progress,
    failed,
    stopped,
    forget,
    change(part: Partial<ExportRequest>): void {
      forget();
      request.value = { ...request.value, ...part };
    },
    /** The filter or the selection changed: only a file made with it is out of date. */
    forgetScope(scope: ExportRequest['scope']): void {
      if (request.value.scope === scope) forget();
    },
    /** What was chosen stays, and so do the results. */
    cancel(): void {
      forget();
      stopped.value = true;
    },
    async build(): Promise<void> {
      asked += 1;
      const mine = asked;
      building.value = true;
      failed.value = stopped.value = false;
      progress.value = null;
      try {
        const wanted = request.value;
        const file = await useDesk().files.build(
          wanted,
          proxy((step: BuildProgress) => {
            if (mine === asked) progress.value = step;
          }),
        );
        if (file === null) return;
        const head = await file.blob.slice(0, PREVIEW_BYTES).text();
        if (mine === asked) built.value = { ...file, head, request: wanted };
      } catch (error) {
        failed.value = mine === asked;
        throw error;
      } finally {
        if (mine === asked) {
          building.value = false;
          progress.value = null;
        }
      }
    },
  };
});
