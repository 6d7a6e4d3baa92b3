import { done, failed, type Outcome } from '../engine/kernel/fault.ts';

/** No work nests deeper. */
const MAX_DEPTH = 64;

/** JSON from anywhere: how deep it nests is known before anything is built from it. */
export const readJson = (text: string): Outcome<unknown, 'too-deep' | 'damaged'> => {
  if (depthOf(text) > MAX_DEPTH) return failed('too-deep');
  try {
    return done(JSON.parse(text) as unknown);
  } catch {
    return failed('damaged');
  }
};

/** How deep brackets nest in a JSON text. */
const depthOf = (text: string): number => {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return most;
};
