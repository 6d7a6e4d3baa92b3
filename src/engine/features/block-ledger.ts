import type { ClientBlock } from './client-block.ts';
import { addTrait } from './client-block.ts';
import { categoryRow } from './create-ledger.ts';
import type { Ledger } from './ledger.ts';

/** The tables that a ledger keeps row by row and a block column by column. */
const TABLES = [
  'spend',
  'spendCount',
  'foreignSpend',
  'currencyCount',
  'transfers',
  'transferCount',
] as const;

/** Lays the client of a ledger open as client i of an emptied block, after those before it. */
export const putLedger = (block: ClientBlock, i: number, ledger: Ledger): void => {
  const { own, stride } = block;
  block.status[i] = ledger.status;
  block.age[i] = ledger.age;
  block.balance[i] = ledger.balance;
  for (const name of TABLES) {
    const to = block[name];
    const from = ledger[name];
    for (let at = i, cell = 0; at < to.length; at += stride, cell++) to[at] = from[cell];
  }
  for (let row = block.frame.knownCategories; row < ledger.categoryCount; row++) {
    const to = own.rowOf(i, ledger.categoryIds[row]);
    own.counts[to] = ledger.spendCount[row];
    for (let slot = 0; slot < own.slots; slot++) {
      own.spend[to * own.slots + slot] = ledger.spend[row * own.slots + slot];
    }
  }
  own.close(i);
  for (let n = 0; n < ledger.traitCount; n++) addTrait(block, i, ledger.traitIds[n]);
};

/** Refills a ledger with all that a block has of client i. */
export const takeLedger = (block: ClientBlock, i: number, ledger: Ledger): void => {
  const { own, stride, traits, frame } = block;
  ledger.status = block.status[i];
  ledger.age = block.age[i];
  ledger.balance = block.balance[i];
  for (const name of TABLES) {
    const from = block[name];
    const to = ledger[name];
    for (let at = i, cell = 0; at < from.length; at += stride, cell++) to[cell] = from[at];
  }
  ledger.categoryCount = frame.knownCategories;
  ledger.spend.fill(0, frame.knownCategories * own.slots);
  ledger.spendCount.fill(0, frame.knownCategories);
  for (let from = own.starts[i]; from < own.starts[i + 1]; from++) {
    const row = categoryRow(ledger, own.categories[from]);
    ledger.spendCount[row] = own.counts[from];
    for (let slot = 0; slot < own.slots; slot++) {
      ledger.spend[row * own.slots + slot] = own.spend[from * own.slots + slot];
    }
  }
  ledger.traitCount = 0;
  for (let word = 0, at = i; at < traits.length; word += 32, at += stride) {
    for (let bits = traits[at]; bits !== 0; bits &= bits - 1) {
      ledger.traitIds[ledger.traitCount++] = word + 31 - Math.clz32(bits & -bits);
    }
  }
};
