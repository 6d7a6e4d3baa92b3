const RUN = String.raw`\p{L}[\p{L}\p{M}]*`;
const NAME = new RegExp(`^${RUN}(?:[-'’]${RUN})*$`, 'u');
const RUNS = new RegExp(RUN, 'gu');
const LONGEST = 40;

/**
 * How a client is addressed: the first word of the name, with sane capitals. Empty when that is no
 * name (a dash, an initial, digits, a mark-up): then nobody is addressed.
 */
export const firstName = (name: string): string => {
  const word = name.trim().split(/\s/u, 1)[0];
  if (word.length < 2 || word.length > LONGEST || !NAME.test(word)) return '';
  return word.replace(RUNS, capitalise);
};

const capitalise = (run: string): string => {
  const rest = run.slice(1);
  return run[0].toUpperCase() + (rest === rest.toUpperCase() ? rest.toLowerCase() : rest);
};
