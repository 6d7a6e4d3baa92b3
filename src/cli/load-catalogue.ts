import { readFile } from 'node:fs/promises';
import type { Catalogue } from '../engine/benefits/catalogue.ts';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { acceptCatalogue } from '../engine/texts/accept-catalogue.ts';
import { catalogues } from '../presets/catalogues/index.ts';
import { LANGUAGE_PACKS } from '../presets/texts/index.ts';

/** A preset by its name, or a catalogue from a JSON file; a fault is one sentence. */
export const loadCatalogue = async (name: string): Promise<Outcome<Catalogue, string>> => {
  const preset = catalogues.find(({ id }) => id === name);
  if (preset) return done(preset);
  const presets = catalogues.map(({ id }) => id).join(', ');
  if (!name.endsWith('.json')) {
    return failed(`There is no catalogue "${name}": take ${presets}, or a .json file`);
  }
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch {
    return failed(`The catalogue file "${name}" cannot be read`);
  }
  const checked = acceptCatalogue(text, LANGUAGE_PACKS);
  if (checked.ok) return done(checked.value);
  const [first, ...rest] = checked.fault;
  const more = rest.length > 0 ? ` (and ${rest.length} more)` : '';
  return failed(
    `The catalogue "${name}" cannot be used: ${first.path}: ${first.code} ${first.text}${more}`,
  );
};
