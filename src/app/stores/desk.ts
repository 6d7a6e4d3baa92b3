import type { Remote } from 'comlink';
import type { Desk } from '../../worker/contract.ts';

/** The worker's desk as the page reaches it: every answer is a promise. */
export type DeskConnection = Remote<Desk>;

let connect: (() => DeskConnection) | null = null;
let connection: DeskConnection | null = null;

/** How the desk is reached: main.ts says it once, tests say their own. */
export const installDesk = (how: () => DeskConnection): void => {
  connect = how;
  connection = null;
};

/** The desk; the worker starts when it is first asked for. */
export const useDesk = (): DeskConnection => {
  if (connect === null) throw new Error('installDesk() comes before the first question');
  return (connection ??= connect());
};
