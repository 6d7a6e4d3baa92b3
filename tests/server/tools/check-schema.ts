import type { Schema, TypeName } from '../../../src/server/openapi/schema.ts';

type Schemas = Readonly<Record<string, Schema>>;

const KEYWORDS = new Set([
  ...['$ref', 'type', 'enum', 'properties', 'required', 'additionalProperties', 'items'],
  ...['minimum', 'maximum', 'maxItems', 'format', 'description'],
]);

/**
 * What is wrong with a value, by path; nothing when it is as described. A keyword that is not looked
 * at is an error: the description can say nothing that the tests do not check.
 */
export const checkSchema = (
  value: unknown,
  schema: Schema,
  schemas: Schemas,
  path = '$',
): string[] => {
  const strange = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (strange.length > 0) throw new Error(`${path}: the check does not know ${strange.join(', ')}`);
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    if (!Object.hasOwn(schemas, name)) throw new Error(`${path}: there is no schema ${name}`);
    return checkSchema(value, schemas[name], schemas, path);
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value))) {
    return [`${path}: ${typeof value} is not ${types.join(' or ')}`];
  }
  if (schema.enum !== undefined && !schema.enum.some((one) => one === value)) {
    return [`${path}: ${JSON.stringify(value)} is none of ${JSON.stringify(schema.enum)}`];
  }
  if (typeof value === 'number') return checkNumber(value, schema, path);
  if (typeof value === 'string') return checkText(value, schema, path);
  if (Array.isArray(value)) return checkArray(value, schema, schemas, path);
  return isObject(value) ? checkObject(value, schema, schemas, path) : [];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOf = (type: TypeName, value: unknown): boolean => {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
};

const checkNumber = (value: number, { minimum, maximum }: Schema, path: string): string[] =>
  value < (minimum ?? -Infinity) || value > (maximum ?? Infinity)
    ? [`${path}: ${value} is out of range`]
    : [];

const checkText = (value: string, { format }: Schema, path: string): string[] =>
  format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)
    ? [`${path}: "${value}" is no time`]
    : [];

const checkArray = (
  value: readonly unknown[],
  { items, maxItems = Infinity }: Schema,
  schemas: Schemas,
  path: string,
): string[] => [
  ...(value.length > maxItems ? [`${path}: has ${value.length} items`] : []),
  ...(items === undefined
    ? []
    : value.flatMap((item, at) => checkSchema(item, items, schemas, `${path}[${at}]`))),
];

const checkObject = (
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties }: Schema,
  schemas: Schemas,
  path: string,
): string[] => {
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => `${path}: has no ${name}`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const at = `${path}.${name}`;
      if (Object.hasOwn(properties, name)) return checkSchema(inner, properties[name], schemas, at);
      if (additionalProperties === false) return [`${at}: is not described`];
      return additionalProperties === undefined
        ? []
        : checkSchema(inner, additionalProperties, schemas, at);
    }),
  ];
};
