import type { Context } from 'hono';
import { ApiError } from '../api-error.ts';

/** The rows [from, to) of `count` that `?limit&offset` ask for; all of them without. */
export const paging = ({ req }: Context, count: number): { from: number; to: number } => {
  const from = Math.min(whole('offset', req.query('offset')) ?? 0, count);
  const limit = whole('limit', req.query('limit')) ?? count;
  return { from, to: Math.min(from + limit, count) };
};

const whole = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,15}$/.test(text)) {
    throw new ApiError('bad-parameter', `Give ${name} as a whole number from 0`);
  }
  return Number(text);
};
