import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { case2025 } from './case-2025.ts';
import { seed } from './seed.ts';
import { standard } from './standard.ts';

/** The catalogues that come with the program; the first is the default. */
export const catalogues: readonly Catalogue[] = [standard, case2025, seed];
