import type { BenefitPart, BenefitTerm } from './benefit-part.ts';
import type { CatalogueProduct, Condition, Gate, Signal } from './catalogue.ts';
import type { JsonReader } from './json-reader.ts';
import { REF_KEYS, readMetricRef } from './read-metric-ref.ts';

const COUNT: readonly [number, number] = [0, 24];
const SOME: readonly [number, number] = [1, 24];
const RATE: readonly [number, number] = [0, 1];
const MONEY: readonly [number, number] = [0, 1e12];
const ANY: readonly [number, number] = [-1e15, 1e15];
const SPREADS: readonly [number, number] = [0, 100];
const EFFECTIVE: readonly [number, number] = [0, 10];

const PRODUCT_KEYS = [
  ...['code', 'name', 'family', 'lane', 'exclusive', 'specialist', 'gates', 'signals'],
  ...['leadAt', 'benefit', 'monthlyFee', 'terms'],
];

/** Reads one product; `groups` are the names a metric may refer to. */
export class ProductReader {
  readonly #reader: JsonReader;
  readonly #groups: ReadonlySet<string>;

  constructor(reader: JsonReader, groups: ReadonlySet<string>) {
    this.#reader = reader;
    this.#groups = groups;
  }

  read(value: unknown, path: string): CatalogueProduct {
    const reader = this.#reader;
    const source = reader.object(value, path, PRODUCT_KEYS);
    const lane = reader.oneOf(source.lane, `${path}.lane`, ['value', 'behaviour', 'need']);
    const benefit = reader.list(source.benefit, `${path}.benefit`, COUNT, (part, at) =>
      this.#part(part, at),
    );
    if (lane === 'value' && benefit.length === 0) reader.note('empty', `${path}.benefit`, lane);
    if (lane !== 'value' && benefit.length > 0) reader.note('wrong-lane', `${path}.benefit`, lane);
    if (lane === 'value' && source.leadAt !== undefined) {
      reader.note('wrong-lane', `${path}.leadAt`, lane);
    }
    const { specialist } = source;
    if (typeof specialist === 'string' && !this.#groups.has(specialist)) {
      reader.note('unknown-group', `${path}.specialist`, specialist);
    }
    return {
      code: reader.slug(source.code, `${path}.code`),
      name: reader.text(source.name, `${path}.name`),
      family: reader.oneOf(source.family, `${path}.family`, ['money', 'risk', 'credit']),
      lane,
      ...this.#optional(source.exclusive, 'exclusive', (it) =>
        reader.slug(it, `${path}.exclusive`),
      ),
      ...this.#optional(specialist, 'specialist', (it) => reader.text(it, `${path}.specialist`)),
      gates: reader.list(source.gates, `${path}.gates`, COUNT, (gate, at) => this.#gate(gate, at)),
      signals: reader.list(source.signals, `${path}.signals`, COUNT, (signal, at) =>
        this.#signal(signal, at),
      ),
      ...(lane === 'value' ? {} : { leadAt: reader.number(source.leadAt, `${path}.leadAt`, RATE) }),
      benefit,
      ...this.#number(source, 'monthlyFee', path, MONEY),
      terms: this.#terms(source.terms, `${path}.terms`),
    };
  }

  /** Leaves a key out that the file leaves out. */
  #optional<K extends string, const T>(
    value: unknown,
    key: K,
    read: (value: unknown) => T,
  ): { [P in K]?: T } {
    return (value === undefined ? {} : { [key]: read(value) }) as { [P in K]?: T };
  }

  #number<K extends string>(
    source: Readonly<Record<string, unknown>>,
    key: K,
    path: string,
    range: readonly [number, number],
  ): { [P in K]?: number } {
    return this.#optional(source[key], key, (it) =>
      this.#reader.number(it, `${path}.${key}`, range),
    );
  }

  #terms(value: unknown, path: string): CatalogueProduct['terms'] {
    const source = this.#reader.object(value, path, ['rate', 'effectiveRate', 'cap']);
    return {
      ...this.#number(source, 'rate', path, RATE),
      ...this.#number(source, 'effectiveRate', path, EFFECTIVE),
      ...this.#number(source, 'cap', path, MONEY),
    };
  }

  #gate(value: unknown, path: string): Gate {
    const several = typeof value === 'object' && value !== null && 'anyOf' in value;
    if (!several) return this.#condition(value, path);
    const { anyOf } = this.#reader.object(value, path, ['anyOf']);
    return {
      anyOf: this.#reader.list(anyOf, `${path}.anyOf`, SOME, (it, at) => this.#condition(it, at)),
    };
  }

  #condition(value: unknown, path: string): Condition {
    const reader = this.#reader;
    const source = reader.object(value, path, [...REF_KEYS, 'min', 'max', 'unknown']);
    const condition: Condition = {
      ...readMetricRef(source, path, reader, this.#groups),
      ...this.#number(source, 'min', path, ANY),
      ...this.#number(source, 'max', path, ANY),
      ...this.#optional(source.unknown, 'unknown', (it) =>
        reader.oneOf(it, `${path}.unknown`, ['pass', 'fail'] as const),
      ),
    };
    const { min, max } = condition;
    if (min === undefined && max === undefined) reader.note('missing', `${path}.min`, '');
    if (min !== undefined && max !== undefined && min > max) {
      reader.note('out-of-range', `${path}.max`, `${min}…`);
    }
    return condition;
  }

  #signal(value: unknown, path: string): Signal {
    const reader = this.#reader;
    const source = reader.object(value, path, [
      ...[...REF_KEYS, 'from', 'to'],
      ...['weight', 'role', 'relative'],
    ]);
    const from = reader.number(source.from, `${path}.from`, ANY);
    const to = reader.number(source.to, `${path}.to`, ANY);
    if (source.from === source.to) reader.note('duplicate', `${path}.to`, source.to);
    return {
      ...readMetricRef(source, path, reader, this.#groups),
      from,
      to,
      weight: reader.number(source.weight, `${path}.weight`, RATE),
      ...this.#optional(source.role, 'role', (it) =>
        reader.oneOf(it, `${path}.role`, ['evidence', 'support', 'against'] as const),
      ),
      ...this.#optional(source.relative, 'relative', (it) =>
        this.#relative(it, `${path}.relative`),
      ),
    };
  }

  #relative(value: unknown, path: string): { from: number; to: number } {
    const source = this.#reader.object(value, path, ['from', 'to']);
    const from = this.#reader.number(source.from, `${path}.from`, SPREADS);
    const to = this.#reader.number(source.to, `${path}.to`, SPREADS);
    if (from >= to) this.#reader.note('out-of-range', `${path}.to`, `${from}…`);
    return { from, to };
  }

  #part(value: unknown, path: string): BenefitPart {
    const reader = this.#reader;
    const source = reader.object(value, path, ['kind', 'cap', 'lines']);
    return {
      kind: reader.oneOf(source.kind, `${path}.kind`, [
        'cashback',
        'saving',
        'interest',
        'formula',
      ]),
      ...this.#number(source, 'cap', path, MONEY),
      lines: reader.list(source.lines, `${path}.lines`, SOME, (line, at) => this.#term(line, at)),
    };
  }

  #term(value: unknown, path: string): BenefitTerm {
    const reader = this.#reader;
    const tiered = typeof value === 'object' && value !== null && 'steps' in value;
    const source = reader.object(value, path, tiered ? ['of', 'by', 'steps'] : ['of', 'rate']);
    const of = this.#ref(source.of, `${path}.of`);
    if (!tiered) return { of, rate: reader.number(source.rate, `${path}.rate`, RATE) };
    const steps = reader.list(source.steps, `${path}.steps`, SOME, (step, at) => {
      const { from, rate } = reader.object(step, at, ['from', 'rate']);
      return {
        from: reader.number(from, `${at}.from`, ANY),
        rate: reader.number(rate, `${at}.rate`, RATE),
      };
    });
    const falling = steps.findIndex(({ from }, i) => i > 0 && from <= steps[i - 1].from);
    if (falling > 0)
      reader.note('out-of-range', `${path}.steps[${falling}].from`, steps[falling].from);
    return { of, by: this.#ref(source.by, `${path}.by`), steps };
  }

  #ref(value: unknown, path: string): BenefitTerm['of'] {
    const source = this.#reader.object(value, path, REF_KEYS);
    return readMetricRef(source, path, this.#reader, this.#groups);
  }
}
