import type { Bytes } from '../kernel/units.ts';
import { bytes } from './assembly/usual-rows.ts?wasm';
import type { ByteStore } from './byte-window.ts';

/** What the module of assembly/usual-rows.ts exports; numbers are addresses in its memory. */
interface UsualRows {
  readonly memory: WebAssembly.Memory;
  /** Where the row starts that was not taken. */
  readonly position: { readonly value: number };
  setPlan(
    delimiter: number,
    decimal: number,
    columns: number,
    roles: number,
    dictionaries: number,
    lastWords: number,
  ): void;
  setMonths(first: number, last: number): void;
  setClients(table: number, size: number, dictionary: number): void;
  setRows(at: number, capacity: number, blank: number): void;
  take(start: number, stop: number): number;
}

const PAGE: Bytes = 1 << 16;
/** As much may be read behind whatever lies in the memory. */
const SLACK: Bytes = 64;
/** The first addresses are the module's own. */
const FIRST_FREE = 4096;

let compiled: WebAssembly.Module | null | undefined;

/** null where WebAssembly is not to be had: then the complete lane reads alone, slower and equal. */
const compiledModule = (): WebAssembly.Module | null => {
  if (compiled !== undefined) return compiled;
  try {
    compiled = new WebAssembly.Module(bytes);
  } catch {
    compiled = null;
  }
  return compiled;
};

/**
 * One instance of the fast lane's module and the memory it works in, handed out from the bottom up
 * and never taken back: a reader lays everything out once, and its input buffer is used over and over.
 */
export class KernelMemory implements ByteStore {
  readonly module: UsualRows;
  bytes: Uint8Array<ArrayBuffer>;
  ints: Int32Array<ArrayBuffer>;
  doubles: Float64Array<ArrayBuffer>;
  #free = FIRST_FREE;

  private constructor(module: UsualRows) {
    this.module = module;
    const { buffer } = module.memory;
    this.bytes = new Uint8Array(buffer);
    this.ints = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
  }

  static create(): KernelMemory | null {
    const module = compiledModule();
    if (module === null) return null;
    return new KernelMemory(new WebAssembly.Instance(module).exports as unknown as UsualRows);
  }

  /** The address of so many bytes, of which nothing is known. Views may be other ones afterwards. */
  allocate(size: Bytes): number {
    const at = this.#free;
    this.#free = (at + size + SLACK + 63) & ~63;
    const missing = this.#free + SLACK - this.bytes.length;
    if (missing > 0) {
      this.module.memory.grow(Math.ceil(missing / PAGE));
      const { buffer } = this.module.memory;
      this.bytes = new Uint8Array(buffer);
      this.ints = new Int32Array(buffer);
      this.doubles = new Float64Array(buffer);
    }
    return at;
  }

  /** A copy of an array; its address. */
  place(array: Uint8Array | Int32Array): number {
    const at = this.allocate(array.byteLength);
    this.write(array, at);
    return at;
  }

  write(array: Uint8Array | Int32Array, at: number): void {
    this.bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
  }
}
