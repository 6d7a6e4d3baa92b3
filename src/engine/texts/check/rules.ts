import type { Rule } from './rule.ts';
import { honestyRules } from './rules/honesty.ts';
import { privacyRules } from './rules/privacy.ts';
import { readingRules } from './rules/reading.ts';
import { shapeRules } from './rules/shape.ts';
import { toneRules } from './rules/tone.ts';
import { typographyRules } from './rules/typography.ts';

/** All rules a single text is held to; findAlike judges a campaign. */
export const RULES: readonly Rule[] = [
  ...shapeRules,
  ...typographyRules,
  ...toneRules,
  ...honestyRules,
  ...privacyRules,
  ...readingRules,
];
