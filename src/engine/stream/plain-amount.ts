import type { Tiyn } from '../kernel/units.ts';

const MAX_WHOLE = 12;
const POINT = 0x2e;
const ZERO = 0x30;

/**
 * The usual amount at a glance: at most twelve digits, then nothing or a point and one or two
 * digits. −1 for any other text, which `readAmount` must look at; they agree on all that is taken.
 */
export const plainAmount = (text: string): Tiyn => {
  const { length } = text;
  let value = 0;
  let at = 0;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (at === 0 || at > MAX_WHOLE) return NOT_PLAIN;
  if (at === length) return value * 100;
  const fraction = length - at - 1;
  if (text.charCodeAt(at) !== POINT || fraction < 1 || fraction > 2) return NOT_PLAIN;
  const tenths = text.charCodeAt(at + 1) - ZERO;
  const hundredths = fraction === 2 ? text.charCodeAt(at + 2) - ZERO : 0;
  if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return NOT_PLAIN;
  return value * 100 + tenths * 10 + hundredths;
};

export const NOT_PLAIN = -1;
