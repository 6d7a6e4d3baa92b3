import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue, Signal } from '../../../src/engine/benefits/catalogue.ts';
import type { PopulationStats } from '../../../src/engine/benefits/population-survey.ts';
import { PopulationSurvey } from '../../../src/engine/benefits/population-survey.ts';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';

const signal: Signal = {
  metric: 'spend',
  from: 10,
  to: 20,
  weight: 1,
  relative: { from: 1, to: 3 },
};
const absolute: Signal = { metric: 'balance', from: 0, to: 1, weight: 0.1 };
const catalogue = catalogueOf([product('one', { signals: [absolute, signal] })]);

const ledgerOf = (spend: number) => drawLedger(`Книги  ${spend * 3}  -  -`);
const { frame } = ledgerOf(0);

const surveyOf = (spends: readonly number[], of: Catalogue = catalogue): PopulationSurvey => {
  const survey = new PopulationSurvey(of, frame);
  for (const spend of spends) survey.add(ledgerOf(spend));
  return survey;
};

const fitOf = (spend: number, stats: PopulationStats | null): number =>
  new Scorer(catalogue, frame, stats).explain(ledgerOf(spend))[0].fit;

describe('PopulationSurvey', () => {
  it('looks only at what relative signals ask about', () => {
    expect(Object.keys(surveyOf([1]).stats().metrics)).toHaveLength(1);
    expect(new PopulationSurvey(catalogue, frame).needed).toBe(true);
    expect(new PopulationSurvey(catalogueOf([product('one')]), frame).needed).toBe(false);
  });

  it('raises the bar to what tells a client from the others', () => {
    const stats = surveyOf([50, 100, 100, 200]).stats();
    expect(fitOf(100, null)).toBe(1);
    expect(fitOf(100, stats)).toBe(0);
    expect(fitOf(1000, stats)).toBe(1);
  });

  it('is ignored where too few are loaded, or when it comes from another catalogue', () => {
    expect(fitOf(100, surveyOf([100, 100]).stats())).toBe(1);
    expect(fitOf(100, surveyOf([100, 100, 100]).stats())).toBe(0);
    expect(fitOf(100, { clients: 100, metrics: {} })).toBe(1);
  });

  it('law: any split of the clients, through JSON, in any order, gives the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 })), fc.nat(), (spends, at) => {
        const cut = at % (spends.length + 1);
        const merged = new PopulationSurvey(catalogue, frame);
        for (const part of [spends.slice(cut), spends.slice(0, cut)]) {
          merged.merge(JSON.parse(JSON.stringify(surveyOf(part).stats())) as PopulationStats);
        }
        expect(merged.stats()).toEqual(surveyOf(spends).stats());
      }),
      { numRuns: 30 },
    );
  });

  it('merges nothing from a survey that looked elsewhere', () => {
    const survey = surveyOf([1, 2]);
    survey.merge({ clients: 5, metrics: {} });
    expect(survey.stats()).toEqual({ ...surveyOf([1, 2]).stats(), clients: 7 });
  });
});
