import { BitInput, damaged } from './bit-input.ts';
import { crc32 } from './crc32.ts';
import { huffmanTable } from './huffman-table.ts';
import type { HuffmanTable } from './huffman-table.ts';

/**
 * Unpacks gzip in plain code, with several members and with zero padding: a browser's own
 * DecompressionStream takes everything after the first member for damage, and `cat a.gz b.gz` is a
 * usual way to join exports. Slower, so only for what the host's unpacker has refused.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = new BitInput();
  const unpacking = new Unpacking(input);
  for await (const chunk of packed) {
    input.offer(chunk);
    yield* unpacking.run();
  }
  input.end();
  yield* unpacking.run();
}

const WINDOW = 32 * 1024;
const CHUNK = 64 * 1024;
const LONGEST_COPY = 258;

/** What one step of the decoding may take from the input, in bytes. */
const CODE_STEP = 16;
const TABLES_STEP = 1024;
/** Where a header with its optional name and comment would be absurdly long. */
const HEADER_MAX = 128 * 1024;

const EXTRA_FIELD = 4;
const NAME = 8;
const COMMENT = 16;
const HEADER_CRC = 2;
const RESERVED = 0xe0;

const END_OF_BLOCK = 256;
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];
const LENGTH_BITS = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const tableOf = (lengths: Uint8Array): HuffmanTable => {
  const table = huffmanTable(lengths);
  if (table === null) throw damaged();
  return table;
};

const FIXED_LITERALS = tableOf(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = tableOf(new Uint8Array(30).fill(5));

type State = 'header' | 'block' | 'stored' | 'codes' | 'trailer' | 'padding';

/** A gzip file as it comes in: members, each of blocks, each of codes. */
class Unpacking {
  readonly #input: BitInput;
  #state: State = 'header';
  #isLastBlock = false;
  #storedLeft = 0;
  #literals = FIXED_LITERALS;
  #distances = FIXED_DISTANCES;

  readonly #out = new Uint8Array(WINDOW + CHUNK + LONGEST_COPY);
  /** What stands before this was handed over already, and is kept to be copied from. */
  #start = 0;
  #end = 0;
  #size = 0;
  #crc = 0;

  constructor(input: BitInput) {
    this.#input = input;
  }

  /** Hands over what the input offered so far unpacks to. */
  *run(): Generator<Uint8Array> {
    while (this.#step()) {
      if (this.#end >= WINDOW + CHUNK || (this.#state === 'trailer' && this.#end > this.#start)) {
        yield this.#handOver();
      }
    }
  }

  /** False when nothing can be done before more input is there. */
  #step(): boolean {
    switch (this.#state) {
      case 'header':
        return this.#readHeader();
      case 'block':
        return this.#input.has(TABLES_STEP) && this.#readBlockHeader();
      case 'stored':
        return this.#copyStored();
      case 'codes':
        return this.#decode();
      case 'trailer':
        return this.#input.has(CODE_STEP) && this.#readTrailer();
      case 'padding':
        return this.#skipPadding();
    }
  }

  #readHeader(): boolean {
    const input = this.#input;
    if (!input.has(HEADER_MAX)) return false;
    if (input.byte() !== 0x1f || input.byte() !== 0x8b || input.byte() !== 8) throw damaged();
    const flags = input.byte();
    if ((flags & RESERVED) !== 0) throw damaged();
    input.take(6);
    if ((flags & EXTRA_FIELD) !== 0) input.take(input.byte() | (input.byte() << 8));
    if ((flags & NAME) !== 0) while (input.byte() !== 0);
    if ((flags & COMMENT) !== 0) while (input.byte() !== 0);
    if ((flags & HEADER_CRC) !== 0) input.take(2);
    this.#start = this.#end = this.#size = this.#crc = 0;
    this.#state = 'block';
    return true;
  }

  #readBlockHeader(): boolean {
    const input = this.#input;
    this.#isLastBlock = input.bits(1) === 1;
    switch (input.bits(2)) {
      case 0:
        input.align();
        this.#storedLeft = input.byte() | (input.byte() << 8);
        if (((input.byte() | (input.byte() << 8)) ^ 0xffff) !== this.#storedLeft) throw damaged();
        this.#state = 'stored';
        return true;
      case 1:
        this.#literals = FIXED_LITERALS;
        this.#distances = FIXED_DISTANCES;
        break;
      case 2:
        this.#readTables();
        break;
      default:
        throw damaged();
    }
    this.#state = 'codes';
    return true;
  }

  #readTables(): void {
    const input = this.#input;
    const literals = input.bits(5) + 257;
    const distances = input.bits(5) + 1;
    const count = input.bits(4) + 4;
    const codeLengths = new Uint8Array(CODE_LENGTH_ORDER.length);
    for (let i = 0; i < count; i++) codeLengths[CODE_LENGTH_ORDER[i]] = input.bits(3);
    const table = tableOf(codeLengths);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length;) {
      const symbol = input.symbol(table);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw damaged();
      const repeated = symbol === 16 ? lengths[i - 1] : 0;
      const times =
        symbol === 16 ? 3 + input.bits(2) : symbol === 17 ? 3 + input.bits(3) : 11 + input.bits(7);
      if (i + times > lengths.length) throw damaged();
      lengths.fill(repeated, i, i + times);
      i += times;
    }
    this.#literals = tableOf(lengths.subarray(0, literals));
    this.#distances = tableOf(lengths.subarray(literals));
  }

  #copyStored(): boolean {
    const room = WINDOW + CHUNK - this.#end;
    const bytes = this.#input.take(Math.min(this.#storedLeft, room));
    this.#out.set(bytes, this.#end);
    this.#end += bytes.length;
    this.#storedLeft -= bytes.length;
    if (this.#storedLeft === 0) this.#endBlock();
    else if (bytes.length === 0) {
      if (this.#input.isWhole) throw damaged();
      return false;
    }
    return true;
  }

  #decode(): boolean {
    const input = this.#input;
    const out = this.#out;
    let end = this.#end;
    while (end < WINDOW + CHUNK) {
      if (!input.has(CODE_STEP)) {
        this.#end = end;
        return false;
      }
      const symbol = input.symbol(this.#literals);
      if (symbol < END_OF_BLOCK) {
        out[end++] = symbol;
        continue;
      }
      if (symbol === END_OF_BLOCK) {
        this.#endBlock();
        break;
      }
      const code = symbol - END_OF_BLOCK - 1;
      if (code >= LENGTH_BASE.length) throw damaged();
      const length = LENGTH_BASE[code] + input.bits(LENGTH_BITS[code]);
      const distanceCode = input.symbol(this.#distances);
      if (distanceCode >= DISTANCE_BASE.length) throw damaged();
      const extra = distanceCode < 2 ? 0 : (distanceCode >> 1) - 1;
      const distance = DISTANCE_BASE[distanceCode] + input.bits(extra);
      if (distance > end) throw damaged();
      for (const stop = end + length; end < stop; end++) out[end] = out[end - distance];
    }
    this.#end = end;
    return true;
  }

  #endBlock(): void {
    this.#state = this.#isLastBlock ? 'trailer' : 'block';
  }

  #handOver(): Uint8Array {
    const chunk = this.#out.slice(this.#start, this.#end);
    this.#crc = crc32(chunk, this.#crc);
    this.#size += chunk.length;
    if (this.#end > WINDOW) {
      this.#out.copyWithin(0, this.#end - WINDOW, this.#end);
      this.#end = WINDOW;
    }
    this.#start = this.#end;
    return chunk;
  }

  #readTrailer(): boolean {
    const input = this.#input;
    input.align();
    const crc = (input.bits(16) | (input.bits(16) << 16)) >>> 0;
    const size = (input.bits(16) | (input.bits(16) << 16)) >>> 0;
    if (crc !== this.#crc || size !== this.#size % 2 ** 32) throw damaged();
    this.#state = 'padding';
    return true;
  }

  /** Tapes and some archivers fill the last block up with zeros. */
  #skipPadding(): boolean {
    const input = this.#input;
    while (input.left > 0) {
      if (input.first !== 0) {
        this.#state = 'header';
        return true;
      }
      input.take(1);
    }
    return false;
  }
}
