import { createHash } from 'node:crypto';
import type { Catalogue } from '../../engine/benefits/catalogue.ts';

const DIGITS = 16;

/** Tells two catalogues apart by all of their content: a survey is good for one of them. */
export const catalogueKey = (catalogue: Catalogue): string => {
  const hash = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex');
  return `${catalogue.id} ${catalogue.version} ${hash.slice(0, DIGITS)}`;
};
