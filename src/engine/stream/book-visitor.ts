import type { ClientProfile } from '../features/client-table.ts';
import type { ClientBook } from './client-book.ts';
import type { ClientVisitor } from './client-visitor.ts';
import type { OperationRow } from './operation-row.ts';
import type { StreamFaultCode } from './stream-fault.ts';

/** Sums up each client in `book`, and calls when one that has a profile is complete. */
export class BookVisitor implements ClientVisitor {
  readonly #book: ClientBook;
  readonly #onClient: () => void;

  constructor(book: ClientBook, onClient: () => void) {
    this.#book = book;
    this.#onClient = onClient;
  }

  add(row: OperationRow): StreamFaultCode | null {
    return this.#book.add(row);
  }

  spell(): void {
    // The statistics have it.
  }

  finish(profile: ClientProfile | null): void {
    if (profile !== null) {
      this.#book.profile = profile;
      this.#onClient();
    }
    this.#book.clear();
  }
}
