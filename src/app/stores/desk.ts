import type { Remote } from 'comlink';
import type { Desk } from '../../worker/contract.ts';

/** The worker's desk as the page reaches it: every answer is a promise. */
export type DeskConnection = Remote<Desk>;

let connection: DeskConnection | null = null;

/** Called once by main.ts; tests install their own. */
export const installDesk = (desk: DeskConnection): void => {
  connection = desk;
};

export const useDesk = (): DeskConnection => {
  if (connection === null) throw new Error('installDesk(desk) comes before the first store');
  return connection;
};
