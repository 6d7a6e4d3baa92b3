import type { ClientIndex, Line, Tiyn } from '../kernel/units.ts';
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

/** The clients, column by column; names, statuses and cities are interned because they repeat. */
export class ClientTable {
  readonly codes: string[] = [];
  readonly #indices = new Map<string, ClientIndex>();
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
    return this.codes.length;
  }

  indexOf(code: string): ClientIndex | undefined {
    return this.#indices.get(code);
  }

  /** Sets a client's row; returns what stood there before, or null when the client is new. */
  put(profile: ClientProfile, file: number, line: Line): Superseded | null {
    const known = this.#indices.get(profile.code);
    const client = known ?? this.size;
    let superseded: Superseded | null = null;
    if (known === undefined) {
      this.codes.push(profile.code);
      this.#indices.set(profile.code, client);
    } else {
      superseded = {
        file: this.#file[client],
        line: this.#line[client],
        balance: this.#balance[client],
      };
    }
    this.#name[client] = this.names.idOf(profile.name);
    this.#status[client] = this.statuses.idOf(profile.status);
    this.#city[client] = this.cities.idOf(profile.city);
    this.#age[client] = profile.age;
    this.#balance[client] = profile.balance;
    this.#language[client] = this.languages.idOf(profile.language);
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

/** A client row that lost to a later one. */
export interface Superseded {
  readonly file: number;
  readonly line: Line;
  readonly balance: Tiyn;
}
