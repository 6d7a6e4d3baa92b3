import { describe, expect, it } from 'vitest';
import { foldLookAlikes } from '../../../src/engine/rows/look-alikes.ts';

describe('foldLookAlikes', () => {
  it('makes Cyrillic letters that look Latin Latin, and leaves all others', () => {
    expect(foldLookAlikes('авекмнорстухѕіјүһӏԛԝ')).toBe('abekmhopctyxsijyhlqw');
    expect(foldLookAlikes('бгджй client_code 1')).toBe('бгджй client_code 1');
  });

  it('leaves what is too long to be a heading', () => {
    const long = 'с'.repeat(1001);
    expect(foldLookAlikes(long)).toBe(long);
  });
});
