import type { Filters } from '../stores/clients.ts';

/** A label of an age group («25–34», «65+», «<18») as the range it stands for; without one: of whom it is not known. */
export const ageRangeOf = (label: string): Filters['age'] => {
  const numbers = (label.match(/\d+/g) ?? []).map(Number);
  if (numbers.length === 0) return { from: null, to: null, unknown: true };
  if (numbers.length > 1) return { from: numbers[0], to: numbers[1] };
  return label.includes('<') ? { from: null, to: numbers[0] - 1 } : { from: numbers[0], to: null };
};
