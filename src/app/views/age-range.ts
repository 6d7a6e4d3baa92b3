import type { Filters } from '../stores/clients.ts';

/** A label of an age group («25–34», «65+», «<18») as the range it stands for. */
export const ageRangeOf = (label: string): Filters['age'] => {
  const [first, second] = (label.match(/\d+/g) ?? []).map(Number);
  if (first === undefined) return { from: null, to: null };
  if (second !== undefined) return { from: first, to: second };
  return label.includes('<') ? { from: null, to: first - 1 } : { from: first, to: null };
};
