import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { useCatalogueEditor } from '../../../src/app/stores/catalogue-editor.ts';
import { type DeskConnection, installDesk } from '../../../src/app/stores/desk.ts';
import { useJournal } from '../../../src/app/stores/journal.ts';
import { useSettings } from '../../../src/app/stores/settings.ts';
import {
  parseCatalogue,
  validateCatalogue,
} from '../../../src/engine/benefits/validate-catalogue.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';

const [standard, second] = catalogues;
const titled = (title: string) => ({ ...standard, title });

beforeEach(() => {
  setActivePinia(createPinia());
  const desk = {
    checkCatalogue: (source: unknown) =>
      Promise.resolve(
        typeof source === 'string' ? parseCatalogue(source) : validateCatalogue(source),
      ),
  } as unknown as DeskConnection;
  installDesk(() => desk);
});

describe('the editor', () => {
  it('goes back and forth, and forgets what was undone when something else is done', async () => {
    const editor = useCatalogueEditor();
    const journal = useJournal();
    await editor.edit(titled('one'));
    await editor.edit(titled('two'));
    await journal.undo();
    expect(editor.present.title).toBe('one');
    await journal.redo();
    expect(editor.present.title).toBe('two');
    expect(journal.canRedo).toBe(false);
    await journal.undo();
    await journal.undo();
    expect(editor.present).toEqual(standard);
    expect(journal.canUndo).toBe(false);
    await journal.undo();
    await editor.edit(titled('three'));
    expect(journal.canRedo).toBe(false);
  });

  it('keeps a wrong catalogue out of the scoring, and says what is wrong', async () => {
    const editor = useCatalogueEditor();
    const journal = useJournal();
    const settings = useSettings();
    await editor.edit({ ...standard, rules: { ...standard.rules, freeBalanceMonths: 9 } });
    expect(editor.faults).toEqual([
      { code: 'out-of-range', path: 'rules.freeBalanceMonths', text: '1…3' },
    ]);
    expect(settings.draft.catalogue).toBe(standard);
    expect(editor.present.rules.freeBalanceMonths).toBe(9);
    await journal.undo();
    expect(editor.faults).toEqual([]);
    await editor.edit(titled('right'));
    expect(settings.draft.catalogue.title).toBe('right');
  });

  it('answers for the latest change only', async () => {
    const editor = useCatalogueEditor();
    const wrong = editor.edit(titled(''));
    const right = editor.edit(titled('right'));
    await Promise.all([wrong, right]);
    expect(editor.faults).toEqual([]);
    expect(useSettings().draft.catalogue.title).toBe('right');
  });

  it('opens what it has saved; a broken file changes nothing', async () => {
    const editor = useCatalogueEditor();
    expect(await editor.load(JSON.stringify(second))).toEqual([]);
    expect(editor.present).toEqual(second);
    expect(await editor.load('{"schema": 7}')).not.toEqual([]);
    expect(await editor.load('no JSON')).toMatchObject([{ code: 'not-json' }]);
    expect(editor.present).toEqual(second);
  });

  it('begins from a preset or from nothing', async () => {
    const editor = useCatalogueEditor();
    const journal = useJournal();
    await editor.startBlank('Mine', 'First');
    expect(editor.faults).toEqual([]);
    expect(editor.present.products).toHaveLength(1);
    await editor.choosePreset(second.id);
    expect(editor.present).toBe(second);
    await journal.undo();
    expect(editor.present.title).toBe('Mine');
  });
});
