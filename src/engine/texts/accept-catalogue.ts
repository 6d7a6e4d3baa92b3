import {
  parseCatalogue,
  validateCatalogue,
  type ValidCatalogue,
} from '../benefits/validate-catalogue.ts';
import { failed } from '../kernel/fault.ts';
import { checkTemplates } from './check-templates.ts';
import type { LanguagePack } from './language-pack.ts';

/**
 * A catalogue from outside: the text of a file, or a value made on the page. Its shape is checked,
 * and that every template of its own texts can be filled; a fault says where and what.
 */
export const acceptCatalogue = (
  source: unknown,
  packs: Readonly<Record<string, LanguagePack>>,
): ValidCatalogue => {
  const checked = typeof source === 'string' ? parseCatalogue(source) : validateCatalogue(source);
  if (!checked.ok) return checked;
  const faults = checkTemplates(checked.value, packs);
  return faults.length === 0 ? checked : failed(faults);
};
