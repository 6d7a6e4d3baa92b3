import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Accuracy, SideFault, SideFile } from '../../worker/contract.ts';
import { useCatalogueImpact } from './catalogue-impact.ts';
import { useDesk } from './desk.ts';
import { useSession } from './session.ts';

export type { Accuracy };

/** What a person did with a `client_code,product` file. */
export interface SideChoice {
  readonly source: 'file' | 'demo' | 'column';
  readonly name: string;
  readonly file: SideFile;
}

/** Files beside the data: known answers that judge the advice, and what clients hold already. */
export const useCatalogueAnswers = defineStore('catalogue-answers', () => {
  const session = useSession();
  const impact = useCatalogueImpact();
  const reference = shallowRef<SideChoice | null>(null);
  const referenceFault = shallowRef<SideFault | null>(null);
  const accuracy = shallowRef<Accuracy | null>(null);
  const holdings = shallowRef<SideChoice | null>(null);
  const holdingsFault = shallowRef<SideFault | null>(null);

  const judge = async (): Promise<void> => {
    accuracy.value = reference.value === null ? null : await useDesk().accuracy();
  };
  const readReference = async (source: File | 'demo' | null): Promise<void> => {
    const read = await useDesk().setReference(source);
    referenceFault.value = read.ok ? null : read.fault;
    if (!read.ok) return;
    reference.value = source === null ? null : choiceOf(source, read.value);
    await judge();
  };
  watch(
    () => session.revision,
    () => void judge(),
  );
  // Answers are about the clients that were loaded: other clients have other ones.
  watch(
    () => session.report,
    () => {
      reference.value = null;
      accuracy.value = null;
    },
  );

  return {
    reference,
    referenceFault,
    accuracy,
    readReference,
    holdings,
    holdingsFault,
    readHoldings: async (source: File | 'column' | null): Promise<void> => {
      const read = await useDesk().setHoldings(source);
      holdingsFault.value = read.ok ? null : read.fault;
      if (!read.ok) return;
      holdings.value = source === null ? null : choiceOf(source, read.value);
      await impact.applyNow();
    },
  };
});

const choiceOf = (source: File | 'demo' | 'column', file: SideFile): SideChoice =>
  typeof source === 'string'
    ? { source, name: '', file }
    : { source: 'file', name: source.name, file };
