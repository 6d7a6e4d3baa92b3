import type { Tenge } from '../kernel/units.ts';
import type { BenefitPart } from './benefit-part.ts';
import type { MetricRef } from './metric-ref.ts';
import type { CatalogueTexts } from './product-texts.ts';

/** The version of this shape; a file with another one is refused. */
export const CATALOGUE_SCHEMA = 1;

/**
 * A bank's products and how they are judged, as data: the engine knows kinds of terms (gate,
 * signal, rate, tier, cap), never a product. Plain JSON in the shape of this type is a catalogue
 * file; `validateCatalogue` is the only way in from outside.
 */
export interface Catalogue {
  readonly schema: typeof CATALOGUE_SCHEMA;
  /** Stable slug (`standard`). */
  readonly id: string;
  readonly version: string;
  /** The day the terms are of, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly title: string;
  readonly rules: CatalogueRules;
  /** Named sets of category labels, letter for letter; metrics refer to them by name. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly flows: CatalogueFlows;
  /** In the order that breaks ties. */
  readonly products: readonly CatalogueProduct[];
  /** Texts of its own; a language or product that is not here has the shipped ones. */
  readonly texts?: CatalogueTexts;
}

export interface CatalogueRules {
  /** Free balance = max(0, balance − this × monthly spend); 1…3. */
  readonly freeBalanceMonths: number;
  /** Nothing is offered for less expected benefit a month than this; 0 switches the rule off. */
  readonly offerThreshold: Tenge;
  /** Fewer active months or operations than these are thin data: nothing is offered. */
  readonly minMonths: number;
  readonly minOperations: number;
  /** In a smaller population nobody is told apart from "the others": `relative` is ignored. */
  readonly minPopulation: number;
}

/** Which transfer types count as what. */
export interface CatalogueFlows {
  readonly income: readonly string[];
  readonly debtService: readonly string[];
  /** Cashback the client already earns. */
  readonly cashback: readonly string[];
}

/** Money: ranked in tenge. Risk: saved costs only, no yield. Credit: a debt is never a gain. */
export type Family = 'money' | 'risk' | 'credit';

/** Need and behaviour lead by evidence and have no figure; value is ranked in tenge. */
export type Lane = 'need' | 'behaviour' | 'value';

export interface CatalogueProduct {
  /** Stable slug (`travel-card`): texts and tests refer to it. */
  readonly code: string;
  /** As the bank prints it, letter for letter. */
  readonly name: string;
  readonly family: Family;
  readonly lane: Lane;
  /** Products with the same group exclude each other: one of them per client leads. */
  readonly exclusive?: string;
  /** Name of the category group this card is made for; favourite-category cards leave it out. */
  readonly specialist?: string;
  /** All must pass. */
  readonly gates: readonly Gate[];
  readonly signals: readonly Signal[];
  /** Fit from which a need or behaviour product leads; required there, meaningless elsewhere. */
  readonly leadAt?: number;
  /** Empty for need and behaviour products. */
  readonly benefit: readonly BenefitPart[];
  /** What the product costs a month; taken off the benefit. */
  readonly monthlyFee?: Tenge;
  readonly terms: ProductTerms;
}

/** What a text may print. The arithmetic never reads it. */
export interface ProductTerms {
  /** Headline rate as a fraction (0.04 = 4 %); of a deposit or loan the nominal yearly one. */
  readonly rate?: number;
  /** Yearly effective rate (ГЭСВ) as a fraction; for loans the lowest one. */
  readonly effectiveRate?: number;
  /** Most a client can get a month. */
  readonly cap?: Tenge;
}

/** One condition, or several of which one is enough. */
export type Gate = Condition | { readonly anyOf: readonly Condition[] };

/** Passes when `min` ≤ value ≤ `max`. */
export interface Condition extends MetricRef {
  readonly min?: number;
  readonly max?: number;
  /** What an unknown value does; it fails unless this says otherwise. */
  readonly unknown?: 'pass' | 'fail';
}

/** Strength grows smoothly from 0 at `from` to 1 at `to`; from > to when less is stronger. */
export interface Signal extends MetricRef {
  readonly from: number;
  readonly to: number;
  /** 0…1: how much this alone convinces. */
  readonly weight: number;
  /** How it counts, see signals.ts; `evidence` unless this says otherwise. */
  readonly role?: SignalRole;
  /** Raises the bar to what tells a client from the others loaded. See relative-ramp.ts. */
  readonly relative?: RelativeRamp;
}

/** Evidence convinces by itself, support only where there is evidence, against speaks for others. */
export type SignalRole = 'evidence' | 'support' | 'against';

/** `from` and `to` in spreads (upper quartile − median) from the population's median. */
export interface RelativeRamp {
  readonly from: number;
  readonly to: number;
}
