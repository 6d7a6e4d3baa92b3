interface RowChoice {
  readonly isChosen: (index: number) => boolean;
  readonly choose: (from: number, to: number, chosen: boolean) => void;
}

/** Ticking rows: one, or with Shift all from the last ticked one to this. */
export const useRowChoice = ({ isChosen, choose }: RowChoice) => {
  let last: { readonly index: number; readonly chosen: boolean } | null = null;

  return {
    toggle: (index: number, extend: boolean): void => {
      if (extend && last !== null) {
        choose(Math.min(last.index, index), Math.max(last.index, index) + 1, last.chosen);
        return;
      }
      last = { index, chosen: !isChosen(index) };
      choose(index, index + 1, last.chosen);
    },
    /** Row numbers mean other clients now. */
    forget: (): void => {
      last = null;
    },
  };
};
