import type { Vocabulary } from '../rows/vocabulary.ts';
import type { CodeIndex } from '../features/code-index.ts';
import type { MonthWindow } from './month-window.ts';
import type { OperationSink } from './operation-sink.ts';
import type { Words } from './words.ts';

/** What reading operations needs to know beyond the file at hand. */
export interface OperationContext {
  readonly vocabulary: Vocabulary;
  readonly clients: CodeIndex;
  readonly words: Words;
  readonly sink: OperationSink;
  readonly window: MonthWindow;
  /** Currencies that have a rate. */
  readonly rates: ReadonlySet<string>;
}
