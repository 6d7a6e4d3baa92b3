import { ApiError } from '../api-error.ts';

export const badOption = (name: string, wanted: string): ApiError =>
  new ApiError('bad-request', `Give "${name}" as ${wanted}`);

/** A JSON object that has none but the given keys; null: any keys. */
export const objectOf = (
  value: unknown,
  name: string,
  keys: readonly string[] | null,
): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badOption(name, 'an object');
  const stranger =
    keys === null ? undefined : Object.keys(value).find((key) => !keys.includes(key));
  if (stranger !== undefined && keys !== null) {
    throw new ApiError(
      'bad-request',
      `"${name}" has no "${stranger}": it takes ${keys.join(', ')}`,
    );
  }
  return value as Readonly<Record<string, unknown>>;
};
