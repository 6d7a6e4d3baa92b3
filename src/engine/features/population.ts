import type { ClientIndex } from '../kernel/units.ts';
import { putLedger } from './block-ledger.ts';
import type { ClientBlock } from './client-block.ts';
import { emptyBlock } from './client-block.ts';
import { createLedger } from './create-ledger.ts';
import type { Ledger, LedgerFrame } from './ledger.ts';

/** All clients of one import under one currency table, ready to be read. */
export interface Population {
  /** Number of clients. Client indices run from 0 to size − 1. */
  readonly size: number;
  readonly frame: LedgerFrame;
  /** Refills `ledger`, made by `createLedger(population.frame)`, with one client. */
  open(client: ClientIndex, ledger: Ledger): void;
  /** Refills `block`, made for this frame, with so many clients from `first` on. */
  openMany(first: ClientIndex, clients: number, block: ClientBlock): void;
}

/** Opens many as one after another, for a population that knows no quicker way. */
export const openOneByOne = (
  population: Pick<Population, 'frame' | 'open'>,
  first: ClientIndex,
  clients: number,
  block: ClientBlock,
): void => {
  const ledger = createLedger(population.frame);
  emptyBlock(block, clients);
  for (let i = 0; i < clients; i++) {
    population.open(first + i, ledger);
    putLedger(block, i, ledger);
  }
};
