import { describe, expect, it } from 'vitest';
import { checkCampaign } from '../../../../src/engine/texts/check/check-campaign.ts';
import { findAlike } from '../../../../src/engine/texts/check/find-alike.ts';

const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `слово${i + from}`).join(' ');

describe('findAlike', () => {
  it('finds one text sent twice', () => {
    const texts = [words(20), words(20, 100), words(20)];
    expect(findAlike(texts)).toEqual([{ first: 0, second: 2, share: 1 }]);
  });

  it('finds those that differ in a name only, and lets three differences of twenty pass', () => {
    const one = `Айгерим, ${words(20)}`;
    expect(findAlike([one, `Данияр, ${words(20)}`])).toMatchObject([{ first: 0, second: 1 }]);
    expect(findAlike([one, `Данияр, ${words(17)} и ещё что-то`])).toEqual([]);
  });

  it('finds a text inside a slightly longer one', () => {
    expect(findAlike([words(20), `${words(20)} ещё три слова`])).toHaveLength(1);
  });

  it('gives the most alike of the earlier ones', () => {
    const texts = [`${words(19)} а`, words(20), `${words(19)} б`, words(20)];
    expect(findAlike(texts).at(-1)).toEqual({ first: 1, second: 3, share: 1 });
  });

  it('counts a repeated word each time', () => {
    expect(findAlike(['а а а а', 'а а б в'])).toEqual([]);
    expect(findAlike(['а а а а', 'а а а а'])).toHaveLength(1);
  });

  it('agrees with comparing everybody with everybody', () => {
    const texts = Array.from({ length: 60 }, (_, i) =>
      words(20)
        .split(' ')
        .map((word, at) => (at < i % 5 ? `${word}-${(i * 7) % 11}` : word))
        .join(' '),
    );
    const share = (a: string, b: string): number => {
      const other = new Set(b.split(' '));
      return a.split(' ').filter((word) => other.has(word)).length / 20;
    };
    const expected = texts.flatMap((text, second) => {
      const best = Math.max(0, ...texts.slice(0, second).map((other) => share(text, other)));
      return best > 0.9 ? [{ second, share: best }] : [];
    });
    const found = findAlike(texts);
    expect(found.map(({ second, share }) => ({ second, share }))).toEqual(expected);
    for (const pair of found) {
      expect(share(texts[pair.first], texts[pair.second])).toBe(pair.share);
    }
  });

  it('stays quick when thousands come from one stencil', () => {
    const texts = Array.from({ length: 3000 }, (_, i) => `Клиент${i}, ${words(25)} ${i}`);
    expect(findAlike(texts)).toHaveLength(2999);
  });
});

it('checkCampaign warns of the later of two alike texts', () => {
  expect(checkCampaign([words(20), words(20, 100), words(20)])).toEqual([
    { rule: 'alike', severity: 'warning', at: words(20), text: 2, like: 0, share: 1 },
  ]);
});
