const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SECOND = 0x9e3779b9;
const HIGH = 2 ** 21;

/** A number below 2^53 that texts share only when they are equal, as good as surely: FNV-1a, twice. */
export const textKey = (text: string): number => {
  let low = OFFSET;
  let high = SECOND;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, PRIME);
    high = Math.imul(high ^ (unit + i), PRIME);
    high ^= high >>> 15;
  }
  return (low >>> 0) * HIGH + ((high >>> 0) % HIGH);
};
