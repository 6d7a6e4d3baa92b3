import type { ClientIndex } from '../kernel/units.ts';
import { partOfCells, type ClientCells } from './client-cells.ts';
import { MonthPages, type MonthPagesDump } from './month-pages.ts';
import type { PopulationTables, Profiles } from './population-tables.ts';
import { TraitSets, type TraitSetsDump } from './trait-sets.ts';

/** Some clients of a population, the first of them client 0 here: what crosses to another thread. */
export interface PopulationPart {
  readonly clients: number;
  readonly profiles: Profiles;
  readonly spend: MonthPagesDump;
  readonly transfers: MonthPagesDump;
  readonly cells: ClientCells;
  readonly traits: TraitSetsDump;
}

export const cutPart = (
  { profiles, spend, transfers, cells, traits }: PopulationTables,
  first: ClientIndex,
  clients: number,
): PopulationPart => ({
  clients,
  profiles: {
    status: profiles.status.slice(first, first + clients),
    age: profiles.age.slice(first, first + clients),
    balance: profiles.balance.slice(first, first + clients),
  },
  spend: spend.part(first, clients),
  transfers: transfers.part(first, clients),
  cells: partOfCells(cells, first, clients),
  traits: traits.part(first, clients),
});

export const tablesOf = ({
  spend,
  transfers,
  traits,
  ...part
}: PopulationPart): PopulationTables => ({
  ...part,
  spend: MonthPages.from(spend),
  transfers: MonthPages.from(transfers),
  traits: TraitSets.from(traits),
});
