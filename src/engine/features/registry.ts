/** Names in order of first sight; a name's position is its id. */
export class Registry {
  readonly #ids = new Map<string, number>();
  readonly names: string[] = [];

  constructor(names: readonly string[] = []) {
    for (const name of names) this.idOf(name);
  }

  /** The id of `name`, given out now when it is new. */
  idOf(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.names.push(name);
      this.#ids.set(name, id);
    }
    return id;
  }
}

/**
 * Names that are one name in several spellings. The least spelling by code units stands for all,
 * because the first seen would depend on the order of reading.
 */
export class SpellingRegistry {
  readonly #keys = new Registry();
  readonly labels: string[] = [];

  idOf(key: string, spelling: string): number {
    const id = this.#keys.idOf(key);
    if (id === this.labels.length) this.labels.push(spelling);
    else if (spelling < this.labels[id]) this.labels[id] = spelling;
    return id;
  }

  get keys(): readonly string[] {
    return this.#keys.names;
  }
}
