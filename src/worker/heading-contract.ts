import type { Field, FileKind } from '../engine/rows/vocabulary.ts';
import type { HeadingMap } from '../engine/rows/header.ts';

export type { Field, HeadingMap };

/** For saying by hand what the columns of a file are. */
export interface HeadingDesk {
  /** What a file with these headings would be read as under `map`; `rows` are its first ones. */
  check(
    headings: readonly string[],
    rows: readonly (readonly string[])[],
    map: HeadingMap,
  ): HeadingCheck | Promise<HeadingCheck>;
}

export interface HeadingCheck {
  /** null: none of the three kinds. */
  readonly kind: FileKind | null;
  /** By column: the field it is read as, null when it is passed over. */
  readonly fields: readonly (Field | null)[];
  /** By column: what it may be, where it is read as nothing. */
  readonly suggestions: readonly (Field | null)[];
  /** Without these the file is refused. */
  readonly missing: readonly Field[];
  /** Without these something is assumed. */
  readonly assumed: readonly Field[];
}
