import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Outcome } from '../../engine/kernel/fault.ts';
import { decodeText } from '../../project/decode-text.ts';
import type { HoldingsChoice } from '../../project/work.ts';
import type { Accuracy, SideFault, SideFile } from '../../worker/contract.ts';
import { useCatalogueImpact } from './catalogue-impact.ts';
import { useDesk } from './desk.ts';
import { useJournal } from './journal.ts';
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
  /** What `holdings` was read from. */
  const choice = shallowRef<HoldingsChoice>(NO_HOLDINGS);
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

  const ask = async (wanted: HoldingsChoice): Promise<Outcome<SideFile, SideFault>> => {
    const source = wanted.kind === 'file' ? new Blob([wanted.text]) : null;
    const read = await useDesk().setHoldings(wanted.kind === 'column' ? 'column' : source);
    holdingsFault.value = read.ok ? null : read.fault;
    if (read.ok) holdings.value = shownHoldings(wanted, read.value);
    return read;
  };
  useJournal().keep(
    'holdings',
    () => choice.value,
    async (wanted) => {
      choice.value = wanted;
      await ask(wanted);
      await impact.applyNow();
    },
  );

  return {
    reference,
    referenceFault,
    accuracy,
    readReference,
    holdings,
    holdingsFault,
    choice,
    readHoldings: async (source: File | 'column' | null): Promise<void> => {
      const wanted = await holdingsOf(source);
      const read = await ask(wanted);
      if (!read.ok) return;
      choice.value = wanted;
      await impact.applyNow();
    },
  };
});

const NO_HOLDINGS: HoldingsChoice = { kind: 'none' };

/** A side file's text is kept: another program, or a later day, must be able to read it again. */
const holdingsOf = async (source: File | 'column' | null): Promise<HoldingsChoice> => {
  if (source === null) return NO_HOLDINGS;
  if (source === 'column') return { kind: 'column' };
  return {
    kind: 'file',
    name: source.name,
    text: decodeText(new Uint8Array(await source.arrayBuffer())),
  };
};

const shownHoldings = (wanted: HoldingsChoice, file: SideFile): SideChoice | null => {
  if (wanted.kind === 'none') return null;
  return { source: wanted.kind, name: wanted.kind === 'file' ? wanted.name : '', file };
};

const choiceOf = (source: File | 'demo' | 'column', file: SideFile): SideChoice =>
  typeof source === 'string'
    ? { source, name: '', file }
    : { source: 'file', name: source.name, file };
