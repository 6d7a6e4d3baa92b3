import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { catalogues } from '../../presets/catalogues/index.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import type { CatalogueFault } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';
import { useJournal } from './journal.ts';
import { useSettings } from './settings.ts';

export type { CatalogueFault };

/**
 * The catalogue as it is being changed, right or wrong. Only a right one becomes the draft that
 * clients are scored with.
 */
export const useCatalogueEditor = defineStore('catalogue-editor', () => {
  const settings = useSettings();
  const present = shallowRef<Catalogue>(settings.draft.catalogue);
  const faults = shallowRef<readonly CatalogueFault[]>([]);
  let checks = 0;

  /** Asks the one validator there is; a later change makes an earlier answer worthless. */
  const check = async (catalogue: Catalogue): Promise<void> => {
    checks += 1;
    const mine = checks;
    const checked = await useDesk().checkCatalogue(catalogue);
    if (mine !== checks) return;
    faults.value = checked.ok ? [] : checked.fault;
    if (checked.ok) settings.change({ catalogue });
  };
  const edit = (catalogue: Catalogue): Promise<void> => {
    present.value = catalogue;
    return check(catalogue);
  };
  useJournal().keep('catalogue', () => present.value, edit);
  // Somebody else put another catalogue into the draft, as when changes are discarded.
  watch(
    () => settings.draft.catalogue,
    (catalogue) => {
      if (faults.value.length === 0) present.value = catalogue;
    },
  );

  return {
    present,
    faults,
    presets: catalogues,
    /** The domain's own words, to choose from. */
    categories: VOCABULARY.categories,
    transferTypes: VOCABULARY.transferTypes.map(({ name }) => name),
    edit,
    /** Takes the text of a file as the next step; the faults, if any, are returned and nothing changes. */
    load: async (text: string): Promise<readonly CatalogueFault[]> => {
      const checked = await useDesk().checkCatalogue(text);
      if (!checked.ok) return checked.fault;
      await edit(checked.value);
      return [];
    },
    choosePreset: async (id: string): Promise<void> => {
      const preset = catalogues.find((known) => known.id === id);
      if (preset) await edit(preset);
    },
    /** The least that is a catalogue: one product, and the flows every bank has. */
    startBlank: (title: string, product: string): Promise<void> =>
      edit({
        schema: 1,
        id: 'own',
        version: '1.0.0',
        asOf: catalogues[0].asOf,
        title,
        rules: catalogues[0].rules,
        groups: {},
        flows: catalogues[0].flows,
        products: [
          {
            code: 'product-1',
            name: product,
            family: 'money',
            lane: 'value',
            gates: [],
            signals: [],
            benefit: [{ kind: 'cashback', lines: [{ of: { metric: 'spend' }, rate: 0.01 }] }],
            terms: {},
          },
        ],
      }),
  };
});
