/** The part of JSON Schema that the description uses; the tests check answers by exactly this part. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly (string | number | null)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What properties that are not named may be; false: there are none. */
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly format?: 'date-time' | 'binary';
  readonly description?: string;
}

export type TypeName = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

export const text: Schema = { type: 'string' };
export const textOrNull: Schema = { type: ['string', 'null'] };
export const number: Schema = { type: 'number' };
export const numberOrNull: Schema = { type: ['number', 'null'] };
export const count: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const list = (items: Schema, maxItems?: number): Schema =>
  maxItems === undefined ? { type: 'array', items } : { type: 'array', items, maxItems };
export const oneOf = (...values: readonly (string | null)[]): Schema => ({ enum: values });
/** Any names, values of one kind. */
export const record = (values: Schema): Schema => ({
  type: 'object',
  additionalProperties: values,
});

/** An object with these properties and no others; all are there unless they are named as optional. */
export const object = (
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
