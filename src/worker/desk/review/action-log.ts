import type { ReviewAction, ReviewRow, ReviewSnapshot } from '../../review-contract.ts';
import type { DecisionBook, DecisionChange } from './decision-book.ts';

/** Texts whose former decisions are remembered for undoing; older steps can no longer be undone. */
const REMEMBERED = 4_000_000;

interface Step {
  action: ReviewAction;
  /** null: too long ago. */
  change: DecisionChange | null;
}

/** Everything done to texts, oldest first, and the way back. */
export class ActionLog {
  readonly #steps: Step[] = [];
  /** Steps before this place are in force. */
  #at = 0;

  get actions(): readonly ReviewAction[] {
    return this.#steps.map(({ action }) => action);
  }

  get canUndo(): boolean {
    return this.#at > 0 && this.#steps[this.#at - 1].change !== null;
  }

  get canRedo(): boolean {
    return this.#at < this.#steps.length;
  }

  add(
    kind: ReviewAction['kind'],
    change: DecisionChange,
    before: ReviewRow | null,
    after: ReviewRow | null,
  ): ReviewAction {
    this.#steps.length = this.#at;
    const action: ReviewAction = {
      id: this.#at + 1,
      kind,
      clients: change.clients.length,
      code: before?.code ?? '',
      before: before && snapshot(before),
      after: after && snapshot(after),
      undone: false,
    };
    this.#steps.push({ action, change });
    this.#at++;
    this.#forget();
    return action;
  }

  undo(book: DecisionBook): { action: ReviewAction; clients: Uint32Array } | null {
    if (!this.canUndo) return null;
    const step = this.#steps[--this.#at];
    book.undo(step.change!);
    return this.#mark(step, true);
  }

  redo(book: DecisionBook): { action: ReviewAction; clients: Uint32Array } | null {
    if (!this.canRedo) return null;
    const step = this.#steps[this.#at++];
    book.redo(step.change!);
    return this.#mark(step, false);
  }

  #mark(step: Step, undone: boolean): { action: ReviewAction; clients: Uint32Array } {
    step.action = { ...step.action, undone };
    return { action: step.action, clients: step.change!.clients };
  }

  #forget(): void {
    let kept = 0;
    for (let at = this.#steps.length - 1; at >= 0; at--) {
      const step = this.#steps[at];
      if (step.change === null) return;
      kept += step.change.clients.length;
      // The last step can always be undone.
      if (kept > REMEMBERED && at < this.#steps.length - 1) step.change = null;
    }
  }
}

const snapshot = ({ state, text }: ReviewRow): ReviewSnapshot => ({ state, text });
