import type { ClientIndex, Line, Tiyn } from '../kernel/units.ts';
import { ByteDictionary } from '../kernel/byte-dictionary.ts';
import { Registry } from './registry.ts';

/** One row of a clients file, read. */
export interface ClientProfile {
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly city: string;
  /** NaN when unknown. */
  readonly age: number;
  readonly balance: Tiyn;
  /** Tag of the client's own language; empty when the data do not say. */
  readonly language: string;
}

/** The same by ids in the table's registries. */
export interface ClientCells {
  name: number;
  status: number;
  city: number;
  age: number;
  balance: Tiyn;
  language: number;
}

/**
 * The clients, column by column; names, statuses and cities are interned because they repeat. Codes
 * are bytes until somebody asks for them: a string for each would cost more than all the rest.
 */
export class ClientTable {
  /** Code → client; clients are numbered in order of first sight, as its entries are. */
  readonly #index = new ByteDictionary();
  #codes: readonly string[] = [];
  readonly names = new Registry();
  readonly statuses = new Registry();
  readonly cities = new Registry();
  readonly languages = new Registry();
  readonly #name: number[] = [];
  readonly #status: number[] = [];
  readonly #city: number[] = [];
  readonly #age: number[] = [];
  readonly #balance: Tiyn[] = [];
  readonly #language: number[] = [];
  /** Where the row that stands was read: what a later row of the same client replaces. */
  readonly #file: number[] = [];
  readonly #line: Line[] = [];

  get size(): number {
    return this.#index.size;
  }

  /** By client. */
  get codes(): readonly string[] {
    if (this.#codes.length !== this.size) {
      this.#codes = Array.from({ length: this.size }, (_, client) =>
        decoder.decode(this.#index.bytesOf(client)),
      );
    }
    return this.#codes;
  }

  /** The bytes of a client's code, UTF-8; a view, gone when the next client is put. */
  codeBytes(client: ClientIndex): Uint8Array {
    return this.#index.bytesOf(client);
  }

  indexOf(code: string): ClientIndex | undefined {
    const bytes = encoder.encode(code);
    const client = this.#index.find(bytes, 0, bytes.length);
    return client < 0 ? undefined : client;
  }

  /** Sets a client's row; returns what stood there before, or null when the client is new. */
  put(profile: ClientProfile, file: number, line: Line): Superseded | null {
    const code = encoder.encode(profile.code);
    const cells = {
      name: this.names.idOf(profile.name),
      status: this.statuses.idOf(profile.status),
      city: this.cities.idOf(profile.city),
      age: profile.age,
      balance: profile.balance,
      language: this.languages.idOf(profile.language),
    };
    return this.putCells(code, 0, code.length, cells, file, line);
  }

  /** The same for a code that stands in [start, end) of a buffer. */
  putCells(
    buffer: Uint8Array,
    start: number,
    end: number,
    cells: ClientCells,
    file: number,
    line: Line,
  ): Superseded | null {
    let client = this.#index.find(buffer, start, end);
    let superseded: Superseded | null = null;
    if (client < 0) {
      client = this.size;
      this.#index.insert(buffer, start, end, client);
    } else {
      superseded = {
        file: this.#file[client],
        line: this.#line[client],
        balance: this.#balance[client],
      };
    }
    this.#name[client] = cells.name;
    this.#status[client] = cells.status;
    this.#city[client] = cells.city;
    this.#age[client] = cells.age;
    this.#balance[client] = cells.balance;
    this.#language[client] = cells.language;
    this.#file[client] = file;
    this.#line[client] = line;
    return superseded;
  }

  name(client: ClientIndex): string {
    return this.names.names[this.#name[client]];
  }

  nameId(client: ClientIndex): number {
    return this.#name[client];
  }

  status(client: ClientIndex): string {
    return this.statuses.names[this.#status[client]];
  }

  statusId(client: ClientIndex): number {
    return this.#status[client];
  }

  city(client: ClientIndex): string {
    return this.cities.names[this.#city[client]];
  }

  cityId(client: ClientIndex): number {
    return this.#city[client];
  }

  age(client: ClientIndex): number {
    return this.#age[client];
  }

  balance(client: ClientIndex): Tiyn {
    return this.#balance[client];
  }

  language(client: ClientIndex): string {
    return this.languages.names[this.#language[client]];
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A client row that lost to a later one. */
export interface Superseded {
  readonly file: number;
  readonly line: Line;
  readonly balance: Tiyn;
}
