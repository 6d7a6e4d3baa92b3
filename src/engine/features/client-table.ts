import type { ClientIndex, Line, Tiyn } from '../kernel/units.ts';
import { CodeIndex, type CodeIndexDump } from './code-index.ts';
import type { Profiles } from './population-tables.ts';
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
  /** Code → client; clients are numbered in order of first sight. */
  readonly #index = new CodeIndex();
  #size = 0;
  #codes: readonly string[] = [];
  readonly names = new Registry();
  readonly statuses = new Registry();
  readonly cities = new Registry();
  readonly languages = new Registry();
  #key = new Int32Array(FEW);
  #name = new Int32Array(FEW);
  #status = new Int32Array(FEW);
  #city = new Int32Array(FEW);
  #age = new Float64Array(FEW);
  #balance = new Float64Array(FEW);
  #language = new Int32Array(FEW);
  /** Where the row that stands was read: what a later row of the same client replaces. */
  #file = new Int32Array(FEW);
  #line = new Float64Array(FEW);

  get size(): number {
    return this.#size;
  }

  /** By client. */
  get codes(): readonly string[] {
    if (this.#codes.length !== this.#size) {
      this.#codes = this.#index.texts(this.#key.subarray(0, this.#size));
    }
    return this.#codes;
  }

  /** Who has which code, as every worker gets it. */
  dumpIndex(): CodeIndexDump {
    return this.#index.dump();
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
      client = this.#size++;
      if (client === this.#name.length) this.#grow();
      this.#key[client] = this.#index.add(buffer, start, end, client);
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

  #grow(): void {
    const room = this.#name.length * 2;
    this.#key = larger(this.#key, new Int32Array(room));
    this.#name = larger(this.#name, new Int32Array(room));
    this.#status = larger(this.#status, new Int32Array(room));
    this.#city = larger(this.#city, new Int32Array(room));
    this.#age = larger(this.#age, new Float64Array(room));
    this.#balance = larger(this.#balance, new Float64Array(room));
    this.#language = larger(this.#language, new Int32Array(room));
    this.#file = larger(this.#file, new Int32Array(room));
    this.#line = larger(this.#line, new Float64Array(room));
  }

  /** What everybody's rows say, as far as metrics ask: the table's own columns, not copies. */
  profiles(): Profiles {
    return {
      status: this.#status.subarray(0, this.size),
      age: this.#age.subarray(0, this.size),
      balance: this.#balance.subarray(0, this.size),
    };
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

  languageId(client: ClientIndex): number {
    return this.#language[client];
  }

  language(client: ClientIndex): string {
    return this.languages.names[this.#language[client]];
  }
}

const FEW = 1024;

const larger = <Column extends Int32Array | Float64Array>(column: Column, room: Column): Column => {
  room.set(column);
  return room;
};

const encoder = new TextEncoder();

/** A client row that lost to a later one. */
export interface Superseded {
  readonly file: number;
  readonly line: Line;
  readonly balance: Tiyn;
}
