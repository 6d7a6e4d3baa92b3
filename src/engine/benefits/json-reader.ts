/** What is wrong with a catalogue file, and where: `products[3].signals[0].from`. Words come from the locales by `code`. */
export interface CatalogueFault {
  readonly code: CatalogueFaultCode;
  readonly path: string;
  /** The offending or the wanted value, cut short. */
  readonly text: string;
}

export type CatalogueFaultCode =
  | 'not-json'
  | 'too-large'
  | 'too-many'
  | 'too-long'
  | 'wrong-type'
  | 'missing'
  | 'empty'
  | 'unknown-key'
  | 'forbidden-key'
  | 'out-of-range'
  | 'not-one-of'
  | 'wrong-form'
  | 'duplicate'
  | 'unknown-metric'
  | 'unknown-group'
  | 'wrong-lane'
  // Of texts: what a template says of a placeholder, a condition, a brace.
  | 'unknown-language'
  | 'unclosed-brace'
  | 'stray-brace'
  | 'empty-placeholder'
  | 'unknown-placeholder'
  | 'unknown-condition'
  | 'suffix-on-variable';

const MAX_FAULTS = 100;
const MAX_TEXT = 200;
const SHOWN = 60;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads untrusted JSON piece by piece: returns what was asked for, or notes a fault and returns a
 * stand-in, so that one pass finds everything that is wrong. It never walks into what nobody asks for.
 */
export class JsonReader {
  readonly faults: CatalogueFault[] = [];
  /** Paths of what is not there or not an object: nothing inside them is worth a word of its own. */
  readonly #broken: string[] = [];

  note(code: CatalogueFaultCode, path: string, found: unknown): void {
    if (this.faults.length >= MAX_FAULTS || this.#broken.some((at) => isInside(path, at))) return;
    this.faults.push({ code, path, text: shown(found).slice(0, SHOWN) });
  }

  /** An object with these keys and no others. */
  object(value: unknown, path: string, keys: readonly string[]): Json {
    const source = this.#plain(value, path);
    for (const key of Object.keys(source)) {
      if (FORBIDDEN.includes(key) || keys.includes(key)) continue;
      this.note('unknown-key', `${path}.${key.slice(0, SHOWN)}`.replace(/^\./, ''), key);
    }
    return source;
  }

  /** An object with any harmless keys, at most `max`. */
  map(value: unknown, path: string, max: number): Json {
    const source = this.#plain(value, path);
    if (Object.keys(source).length <= max) return source;
    this.note('too-many', path, max);
    return {};
  }

  #plain(value: unknown, path: string): Json {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.note(value === undefined ? 'missing' : 'wrong-type', path, value);
      this.#broken.push(path);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN.includes(key)) this.note('forbidden-key', path, key);
    }
    return value as Json;
  }

  /** Between `min` and `max` elements, each read by `read`. */
  list<T>(
    value: unknown,
    path: string,
    [min, max]: readonly [number, number],
    read: (value: unknown, path: string) => T,
  ): T[] {
    if (!Array.isArray(value)) {
      this.note(value === undefined ? 'missing' : 'wrong-type', path, value);
      return [];
    }
    if (value.length < min) this.note('empty', path, '');
    if (value.length > max) this.note('too-many', path, max);
    return value.slice(0, max).map((item, i) => read(item, `${path}[${i}]`));
  }

  number(value: unknown, path: string, [min, max]: readonly [number, number]): number {
    if (typeof value !== 'number')
      this.note(value === undefined ? 'missing' : 'wrong-type', path, value);
    else if (!(value >= min && value <= max)) this.note('out-of-range', path, `${min}…${max}`);
    else return value;
    return 0;
  }

  /** Something to read, at most `max` characters. */
  text(value: unknown, path: string, max = MAX_TEXT): string {
    if (typeof value !== 'string')
      this.note(value === undefined ? 'missing' : 'wrong-type', path, value);
    else if (value.trim() === '') this.note('empty', path, '');
    else if (value.length > max) this.note('too-long', path, value);
    else return value;
    return '';
  }

  /** Lower-case Latin words joined by hyphens: what code and files refer to. */
  slug(value: unknown, path: string): string {
    const text = this.text(value, path);
    if (text !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) this.note('wrong-form', path, text);
    return text;
  }

  oneOf<T extends string | number | boolean>(
    value: unknown,
    path: string,
    choices: readonly T[],
  ): T {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) {
      this.note(value === undefined ? 'missing' : 'not-one-of', path, choices.join(', '));
    }
    return found ?? choices[0];
  }
}

const isInside = (path: string, outer: string): boolean =>
  outer === '' || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

const shown = (found: unknown): string => {
  if (found === undefined) return '';
  return typeof found === 'string' ? found : JSON.stringify(found, shallow);
};

/** Keeps a hostile nest out of a message. */
const shallow = (key: string, value: unknown): unknown =>
  key !== '' && typeof value === 'object' ? '…' : value;
