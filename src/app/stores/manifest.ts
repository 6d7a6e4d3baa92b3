import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { writeManifest } from '../../project/manifest.ts';
import { useDesk } from './desk.ts';
import type { BuiltFile } from './exporting.ts';
import { PROGRAM_VERSION } from './program-version.ts';
import { useProject } from './project.ts';
import { useSession } from './session.ts';
import { useSettings } from './settings.ts';
import { useSources } from './sources.ts';

/** What an exported file was made of: with it, and the same files, it can be made again. */
export const useManifest = defineStore('manifest', () => {
  const project = useProject();
  const session = useSession();
  const settings = useSettings();
  const sources = useSources();
  const writing = shallowRef(false);

  return {
    writing,
    /** Of a file that was built and is still what is wanted. */
    async write({ name, blob, rows, request }: BuiltFile): Promise<Blob> {
      writing.value = true;
      try {
        const { what, scope, format, delimiter, bom } = request;
        const desk = useDesk().project;
        const quiet = proxy(() => undefined);
        const [mark] = await desk.marks([{ name, file: blob }], quiet);
        const made = writeManifest({
          program: PROGRAM_VERSION,
          madeAt: new Date().toISOString(),
          exported: {
            ...{ name, bytes: blob.size, rows, sha256: mark.sha256 ?? '' },
            ...{ what, format, delimiter, bom },
            clients: scope === 'all' ? null : await desk.codes(scope),
          },
          counts: session.report!.totals,
          sources: await sources.know(),
          sample: session.sample,
          work: await project.workOf(settings.applied),
        });
        return new Blob([made], { type: 'application/json' });
      } finally {
        writing.value = false;
      }
    },
  };
});
