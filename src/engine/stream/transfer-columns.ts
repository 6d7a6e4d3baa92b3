import type { TransferColumn } from '../features/ledger.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';

/** The official types, and behind them those that are known by direction only. */
export const transferColumns = ({ transferTypes }: Vocabulary): readonly TransferColumn[] => [
  ...transferTypes.map(({ name, direction }) => ({ name, direction })),
  { name: 'other_in', direction: 'in' },
  { name: 'other_out', direction: 'out' },
];
