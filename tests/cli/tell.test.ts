import { afterEach, describe, expect, it, vi } from 'vitest';
import { tell } from '../../src/cli/tell.ts';

const told = (sentence: string): string => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  tell(sentence);
  return String(write.mock.lastCall?.[0]);
};
afterEach(() => vi.restoreAllMocks());

describe('a sentence on standard error', () => {
  it('is a line, in any language', () => {
    expect(told('выгрузка.csv, line 3: «қате» – 5 ₸.')).toBe(
      'выгрузка.csv, line 3: «қате» – 5 ₸.\n',
    );
  });

  it.each([
    ['a colour', 'a\u001b[31mb', 'a\\u001b[31mb'],
    ['a new title of the window', '\u009d0;x\u0007', '\\u009d0;x\\u0007'],
    ['a line of its own', 'a\r\nvygoda: all is well', 'a\\u000d\\u000avygoda: all is well'],
    ['another kind of line', 'a\u2028b', 'a\\u2028b'],
    ['text that is turned round', 'gpj.\u202efdp', 'gpj.\\u202efdp'],
    ['a NUL', '\0', '\\u0000'],
  ])('keeps %s from happening', (_, sentence, shown) => {
    expect(told(sentence)).toBe(`${shown}\n`);
  });
});
