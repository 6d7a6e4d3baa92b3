import { breathing } from '../../../src/worker/sources/breathing.ts';
import type { ByteSource } from '../../../src/engine/bytes/byte-source.ts';

/** A file that is made as it is read: any range of it, by its rules alone, and none of it is kept. */
export interface EndlessFile {
  readonly kind: 'clients' | 'transactions';
  readonly clients: number;
  readonly rows: number;
  /** Rows of one client together, or each of another client than the last. */
  readonly order: 'sorted' | 'shuffled';
}

/** Codes have seven digits. */
const FIRST_CODE = 1_000_000;
/** Coprime to any round number of clients. */
const STRIDE = 7_368_787;
const CHUNK = 1 << 20;
const ZERO = 0x30;

const HEADS = {
  clients: 'client_code,name,status,age,city,avg_monthly_balance_KZT\n',
  transactions: 'client_code,date,category,amount,currency\n',
} as const;
const CATEGORIES = [
  ...['Одежда и обувь', 'Продукты питания', 'Кафе и рестораны', 'Медицина', 'Авто', 'Спорт'],
  ...['Развлечения', 'АЗС', 'Кино', 'Питомцы', 'Книги', 'Цветы', 'Едим дома', 'Смотрим дома'],
  ...['Играем дома', 'Косметика и Парфюмерия', 'Подарки', 'Ремонт дома', 'Мебель'],
  ...['Спа и массаж', 'Ювелирные украшения', 'Такси', 'Отели', 'Путешествия'],
];
/** Rows that are the same but for digits; # is a place for one. */
const PATTERNS = {
  clients: ['#######,Айгерим,Зарплатный клиент,3#,Алматы,4#####\n'],
  transactions: CATEGORIES.map(
    (category) => `#######,2025-0#-1# 1#:3#:4#,${category},4###.##,KZT\n`,
  ),
} as const;

/** Transactions come in whole rounds of the categories. */
export const wholeRows = (rows: number): number => rows - (rows % CATEGORIES.length);

/** Many rows of one kind, in the order of the patterns, with the places of their digits. */
class Block {
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly #places: readonly (readonly number[])[];

  constructor(patterns: readonly string[]) {
    const rows = patterns.map((pattern) => new TextEncoder().encode(pattern));
    this.rows = rows.length;
    this.bytes = Uint8Array.from(rows.flatMap((row) => [...row]));
    let at = 0;
    this.#places = rows.map((row) => {
      const places = [...row].flatMap((byte, offset) => (byte === 0x23 ? [at + offset] : []));
      at += row.length;
      return places;
    });
  }

  /** Writes the digits of a row: its client's code, then whatever its number gives. */
  fill(out: Uint8Array, base: number, row: number, code: number, number: number): void {
    const places = this.#places[row];
    let rest = code;
    for (let digit = 6; digit >= 0; digit--) {
      out[base + places[digit]] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    let state = mixed(number);
    for (let digit = 7; digit < places.length; digit++) {
      // The first one is the month's: June, July or August.
      out[base + places[digit]] =
        ZERO + (digit === 7 && places.length > 13 ? 6 + (state % 3) : state % 6);
      state = Math.imul(state ^ (state >>> 7), 0x85ebca6b) >>> 0;
    }
  }
}

/**
 * Numbers of one client lie evenly apart: mixed by one multiplication they would draw the same month
 * for millions of rows, and a client's months would go on being new to the end of the file.
 */
const mixed = (number: number): number => {
  let state = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
};

export const endlessSource = (file: EndlessFile): ByteSource => {
  const head = new TextEncoder().encode(HEADS[file.kind]);
  const block = new Block(PATTERNS[file.kind]);
  const blocks = Math.floor(file.rows / block.rows);
  const size = head.length + blocks * block.bytes.length;
  const perClient = Math.ceil((blocks * block.rows) / file.clients);
  const clientOf = (row: number): number =>
    file.order === 'sorted' ? Math.floor(row / perClient) : (row * STRIDE) % file.clients;

  const writeBlock = (out: Uint8Array, base: number, index: number): void => {
    out.set(block.bytes, base);
    for (let at = 0; at < block.rows; at++) {
      const row = index * block.rows + at;
      block.fill(out, base, at, FIRST_CODE + clientOf(row), row);
    }
  };

  async function* read(start: number, end: number): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    const stop = Math.min(end, size);
    if (start < head.length) yield head.subarray(start, Math.min(stop, head.length));
    const length = block.bytes.length;
    const perChunk = Math.max(1, Math.floor(CHUNK / length));
    const buffer = new Uint8Array(perChunk * length);
    const from = Math.max(0, start - head.length);
    for (let first = Math.floor(from / length); first < blocks; first += perChunk) {
      const base = head.length + first * length;
      if (base >= stop) return;
      const count = Math.min(perChunk, blocks - first);
      for (let at = 0; at < count; at++) writeBlock(buffer, at * length, first + at);
      yield buffer.subarray(Math.max(0, start - base), Math.min(count * length, stop - base));
    }
  }

  return {
    name: `${file.kind}.csv`,
    size,
    // What the pool hands to its workers.
    ...{ spec: { kind: 'file', name: `${file.kind}.csv`, handle: file } },
    // Nothing is waited for while bytes are made: questions how far the reading is would be.
    read: (start = 0, end = size) => breathing(read(start, end)),
  };
};
