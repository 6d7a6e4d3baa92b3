import { type ProxyMarked, proxyMarker } from 'comlink';
import { type HeadingMap, readHeader } from '../../engine/rows/header.ts';
import { suggestFields } from '../../engine/rows/suggest-fields.ts';
import type { Field, Vocabulary } from '../../engine/rows/vocabulary.ts';
import type { HeadingCheck, HeadingDesk } from '../heading-contract.ts';

/** Reads headings as ingest does, for a person who maps them by hand. */
export class HeadingChecks implements HeadingDesk, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  check(
    headings: readonly string[],
    rows: readonly (readonly string[])[],
    map: HeadingMap,
  ): HeadingCheck {
    const header = readHeader(headings, this.#vocabulary, { map });
    const fields = headings.map((): Field | null => null);
    for (const [field, column] of Object.entries(header.columns) as [Field, number][]) {
      fields[column] = field;
    }
    const known = new Set(fields);
    const suggestions = suggestFields(headings, rows, this.#vocabulary).map((field, column) =>
      fields[column] !== null || known.has(field) ? null : field,
    );
    return {
      kind: header.kind,
      fields,
      suggestions,
      missing: header.missingNeeded,
      assumed: header.missingExpected.map(({ field }) => field),
    };
  }
}
