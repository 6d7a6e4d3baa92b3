/** One action as the journal has it; a change's path leads to the value from the whole work. */
export interface JournalEntry {
  readonly at: string;
  readonly kind: 'change' | 'undo' | 'redo' | 'load' | 'open';
  readonly changes: readonly {
    readonly path: readonly (string | number)[];
    readonly before: unknown;
    readonly after: unknown;
  }[];
}
