import type { LedgerFrame } from './ledger.ts';
import { OwnCategories } from './own-categories.ts';

/**
 * Some clients laid open side by side, in tenge: what a ledger shows of one, in columns. A table
 * keeps the cells of its kind `stride` apart, and client i of the block stands at `+ i` in each.
 * One block is refilled for clients after clients; a block of one has the tables of a ledger.
 */
export interface ClientBlock {
  readonly frame: LedgerFrame;
  /** How many clients there is room for. */
  readonly stride: number;
  /** How many are laid open: the first ones. */
  clients: number;

  readonly status: string[];
  /** NaN when unknown. */
  readonly age: Float64Array;
  readonly balance: Float64Array;

  /** [(known category × slots + slot) × stride + i] */
  readonly spend: Float64Array;
  /** [known category × stride + i] */
  readonly spendCount: Float64Array;
  /** What was bought in categories that are not known. */
  readonly own: OwnCategories;
  /** [(currency × slots + slot) × stride + i]; currency 0 is KZT and stays 0. */
  readonly foreignSpend: Float64Array;
  /** [currency × stride + i] */
  readonly currencyCount: Float64Array;
  /** [(transfer column × slots + slot) × stride + i] */
  readonly transfers: Float64Array;
  /** [transfer column × stride + i] */
  readonly transferCount: Float64Array;
  /** [(trait >>> 5) × stride + i] a bit for each trait of the client. */
  readonly traits: Uint32Array;
}

export const createBlock = (frame: LedgerFrame, stride: number): ClientBlock => {
  const slots = frame.months.length;
  const table = (rows: number): Float64Array => new Float64Array(rows * stride);
  return {
    frame,
    stride,
    clients: 0,
    status: new Array<string>(stride).fill(''),
    age: table(1),
    balance: table(1),
    spend: table(frame.knownCategories * slots),
    spendCount: table(frame.knownCategories),
    own: new OwnCategories(stride, slots),
    foreignSpend: table(frame.currencies.length * slots),
    currencyCount: table(frame.currencies.length),
    transfers: table(frame.transferTypes.length * slots),
    transferCount: table(frame.transferTypes.length),
    traits: new Uint32Array(Math.ceil(frame.traits.length / 32) * stride),
  };
};

/** Makes ready for adding to: nobody has anything. */
export const emptyBlock = (block: ClientBlock, clients: number): void => {
  block.clients = clients;
  block.spend.fill(0);
  block.spendCount.fill(0);
  block.own.clear();
  block.foreignSpend.fill(0);
  block.currencyCount.fill(0);
  block.transfers.fill(0);
  block.transferCount.fill(0);
  block.traits.fill(0);
};

export const addTrait = ({ traits, stride }: ClientBlock, i: number, trait: number): void => {
  traits[(trait >>> 5) * stride + i] |= 1 << trait;
};

/** What a block's tables may take of a processor's cache, beside what is worked out from them. */
const CACHE_BYTES = 160 * 1024;
/** Fewer would cost more for the block than for the clients; odd, as columns must not share a line of the cache. */
const FEWEST = 15;

/** A block of as many clients as are worked on best at once. */
export const createLargeBlock = (frame: LedgerFrame): ClientBlock => {
  const rows = frame.knownCategories + frame.transferTypes.length + frame.currencies.length;
  const bytes = rows * (frame.months.length + 1) * Float64Array.BYTES_PER_ELEMENT;
  const clients = Math.floor(CACHE_BYTES / bytes);
  return createBlock(frame, Math.max(FEWEST, clients - (clients % 2) - 1));
};
