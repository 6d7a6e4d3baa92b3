import { describe, expect, it } from 'vitest';
import { textKey } from '../../../../src/engine/texts/text-key.ts';
import { alikeTexts } from '../../../../src/worker/desk/review/alike-texts.ts';
import { namelessOf } from '../../../../src/worker/desk/review/bones.ts';

const words = (from: number): string =>
  Array.from({ length: 20 }, (_, at) => `слово${String(from + at)}`).join(' ');

const found = (texts: readonly string[], compared?: number) =>
  alikeTexts(
    texts.map((_, client) => client),
    Float64Array.from(texts, (text) => textKey(namelessOf(text))),
    (client) => ({ client, code: String(client), text: texts[client] }),
    compared,
  );
const pairs = (texts: readonly string[], compared?: number) =>
  found(texts, compared).alike.map(({ texts: [one, other] }) => [one.client, other.client]);

describe('texts of a campaign', () => {
  it('that differ by the name only are found among all, whoever is compared', () => {
    const texts = Array.from({ length: 9000 }, (_, client) => words(client * 20));
    texts[17] = `Айгерим, ${words(0)}`;
    texts[8999] = `Данияр, ${words(0)}`;
    texts[500] = `Сая, ${words(10_000)}`;
    texts[501] = words(10_000);
    const { twins, compared, alike } = found(texts, 10);
    // Text 0 says the same as the first two.
    expect([twins, compared]).toEqual([3 + 2, 10]);
    expect(alike).toHaveLength(2);
    for (const { share } of alike) expect(share).toBeGreaterThan(0.9);
  });

  it('with the same words count each, and one pair stands for them', () => {
    const texts = Array.from({ length: 50 }, () => words(0));
    expect(found(texts)).toMatchObject({ twins: 50, alike: [{ share: 1 }] });
  });

  it('that differ by more are found among those compared', () => {
    const texts = [words(0), `${words(0)} ещё`, words(500)];
    expect(found(texts).twins).toBe(0);
    expect(pairs(texts)).toEqual([[0, 1]]);
    expect(pairs(texts, 1)).toEqual([]);
  });

  it('stand with the most alike first', () => {
    const texts = [words(0), `${words(0)} ещё слово`, words(900), words(900)];
    expect(pairs(texts)).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });
});
