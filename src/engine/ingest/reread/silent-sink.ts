import { OperationSink } from '../operation-sink.ts';

/**
 * Adds nothing up and compares nothing: for readings that only ask what becomes of a row. Whatever
 * comes here is in order, and was counted when the files were read.
 */
export class SilentSink extends OperationSink {
  override get addsUp(): boolean {
    return false;
  }

  override get compares(): boolean {
    return false;
  }

  override addSpend(): void {
    // Added already.
  }

  override addTransfer(): void {
    // Added already.
  }

  override tallyRow(): void {
    // Counted already.
  }

  override addTrait(): void {
    // Noted already.
  }
}
