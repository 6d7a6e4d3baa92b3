import type { Dictionary } from '../dictionary.ts';
import { ru } from '../ru/index.ts';

export const kk: Dictionary = ru;
