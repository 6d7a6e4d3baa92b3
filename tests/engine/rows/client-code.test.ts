import { describe, expect, it } from 'vitest';
import { readClientCode } from '../../../src/engine/rows/client-code.ts';

describe('readClientCode', () => {
  it.each([
    '7',
    '000007',
    'KZ-7F',
    '18446744073709551616',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    '__proto__',
    'a  b',
    '1e5',
    '=1+1',
    'Ё\u0308',
  ])('keeps %j', (code) => {
    expect(readClientCode(code)).toEqual({ kind: 'code', code });
    expect(readClientCode(`\uFEFF ${code}\u00A0`)).toEqual({ kind: 'code', code });
  });

  it.each(['', ' \u200B\t'])('%j is missing', (text) => {
    expect(readClientCode(text)).toEqual({ kind: 'bad', code: 'client-code-missing' });
  });
});
