import type { ru } from './ru/index.ts';
import type { Shape } from './shape.ts';

/** Every word a person sees, in one language. A missing word does not compile. */
export type Dictionary = Shape<typeof ru>;
