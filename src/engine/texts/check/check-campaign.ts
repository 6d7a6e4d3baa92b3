import { findAlike } from './find-alike.ts';
import type { Finding } from './finding.ts';

/** A text that says nearly the same as an earlier one of the campaign. */
export interface CampaignFinding extends Finding {
  /** Positions among the texts. */
  readonly text: number;
  readonly like: number;
  /** Part of their words that the two have in common: 0…1. */
  readonly share: number;
}

/** What only all texts of a campaign together show; `checkText` judges each of them. */
export const checkCampaign = (texts: readonly string[]): readonly CampaignFinding[] =>
  findAlike(texts).map(({ first, second, share }) => ({
    rule: 'alike',
    severity: 'warning',
    at: texts[second],
    text: second,
    like: first,
    share,
  }));
