import type { Bytes } from '../kernel/units.ts';
import { bytes } from './assembly/usual-rows.ts?wasm';
import type { ByteStore } from './byte-window.ts';

interface Global {
  readonly value: number;
}

/** What the module of assembly/usual-rows.ts exports; numbers are addresses in its memory. */
interface UsualRows {
  readonly memory: WebAssembly.Memory;
  /** Of the last `take`: where the row starts that was not taken, and rows passed before it. */
  readonly position: Global;
  readonly passed: Global;
  /** A word whose meaning is to be told before the next row can be taken; below 0: none. */
  readonly unknownWord: Global;
  /** What else is wanted before that, and for which month: see kernel-sums.ts. */
  readonly wanted: Global;
  readonly wantedPlace: Global;
  /** Rows whose amount has decimals, first and last day (0: no row had one), Σ of rows added up. */
  readonly decimals: Global;
  readonly firstDay: Global;
  readonly lastDay: Global;
  readonly homeSum: Global;
  setDialect(delimiter: number, decimal: number): void;
  setPlan(columns: number, roles: number, dictionaries: number, lastCells: number): void;
  setMonths(first: number, last: number): void;
  setClients(table: number, size: number, dictionary: number): void;
  setRows(at: number, capacity: number): void;
  setTask(task: number, monthRows: number): void;
  setMeanings(meanings: number, transfers: boolean): void;
  setMonthBefore(month: number): void;
  setTable(header: number): void;
  setTraits(at: number, clients: number): void;
  take(start: number, stop: number): number;
}

const PAGE: Bytes = 1 << 16;
/** As much may be read behind whatever lies in the memory. */
const SLACK: Bytes = 64;
/** The first addresses are the module's own. */
const FIRST_FREE = 4096;
/** Larger memories are not kept, nor are more of them: a thread has one reader at a time. */
const SPARE_SIZE: Bytes = 1 << 21;
const MAX_SPARE = 4;

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

/** Empty ones whose readers have finished: to make another costs more than to read a small file. */
const spare: KernelMemory[] = [];

/**
 * One instance of the fast lane's module and the memory it works in, handed out from the bottom up:
 * a reader lays everything out once, and its input buffer is used over and over.
 */
export class KernelMemory implements ByteStore {
  readonly module: UsualRows;
  bytes: Uint8Array<ArrayBuffer>;
  shorts: Uint16Array<ArrayBuffer>;
  ints: Int32Array<ArrayBuffer>;
  doubles: Float64Array<ArrayBuffer>;
  #free = FIRST_FREE;

  private constructor(module: UsualRows) {
    this.module = module;
    const { buffer } = module.memory;
    this.bytes = new Uint8Array(buffer);
    this.shorts = new Uint16Array(buffer);
    this.ints = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
  }

  /** A memory for one reader. */
  static take(): KernelMemory | null {
    return spare.pop() ?? KernelMemory.#create();
  }

  static #create(): KernelMemory | null {
    const module = compiledModule();
    if (module === null) return null;
    return new KernelMemory(new WebAssembly.Instance(module).exports as unknown as UsualRows);
  }

  /** For the next reader; whoever had it must not touch it again. */
  giveBack(): void {
    if (this.bytes.length > SPARE_SIZE || spare.length === MAX_SPARE) return;
    this.bytes.fill(0, FIRST_FREE, this.#free);
    this.#free = FIRST_FREE;
    spare.push(this);
  }

  /** The address of so many bytes, all zero. Views may be other ones afterwards. */
  allocate(size: Bytes): number {
    const at = this.#free;
    this.#free = (at + size + SLACK + 63) & ~63;
    const missing = this.#free + SLACK - this.bytes.length;
    if (missing > 0) this.#grow(Math.max(missing, this.bytes.length / 2));
    return at;
  }

  /** Memory that nobody touches costs nothing, each growing of it does. */
  #grow(more: Bytes): void {
    this.module.memory.grow(Math.ceil(more / PAGE));
    const { buffer } = this.module.memory;
    this.bytes = new Uint8Array(buffer);
    this.shorts = new Uint16Array(buffer);
    this.ints = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
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
