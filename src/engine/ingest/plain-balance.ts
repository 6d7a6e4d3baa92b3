import type { Tiyn } from '../kernel/units.ts';

const ZERO = 0x30;
const POINT = 0x2e;
const MAX_WHOLE_DIGITS = 13;

/**
 * The hundredths of a balance that is written in the usual way, digits and at most two decimals
 * behind a point; −1 for any other text. Agrees with `readBalance`, and costs nothing beside it.
 */
export const plainBalance = (text: string): Tiyn => {
  const { length } = text;
  let at = 0;
  let value = 0;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (at === 0 || at > MAX_WHOLE_DIGITS) return -1;
  if (at === length) return value * 100;
  const decimals = length - at - 1;
  if (text.charCodeAt(at) !== POINT || decimals < 1 || decimals > 2) return -1;
  const tenths = text.charCodeAt(at + 1) - ZERO;
  const hundredths = decimals === 1 ? 0 : text.charCodeAt(at + 2) - ZERO;
  if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return -1;
  return value * 100 + tenths * 10 + hundredths;
};
