import type { ClientIndex } from '../kernel/units.ts';
import type { Ledger, LedgerFrame } from './ledger.ts';

/** All clients of one import under one currency table, ready to be read client by client. */
export interface Population {
  /** Number of clients. Client indices run from 0 to size − 1. */
  readonly size: number;
  readonly frame: LedgerFrame;
  /** Refills `ledger`, made by `createLedger(population.frame)`, with one client. */
  open(client: ClientIndex, ledger: Ledger): void;
}
