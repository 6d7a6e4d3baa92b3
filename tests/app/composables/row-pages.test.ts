import { describe, expect, it, vi } from 'vitest';
import { RowPages } from '../../../src/app/composables/row-pages.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const counting = () =>
  vi.fn((from: number, to: number) =>
    Promise.resolve(Array.from({ length: to - from }, (_, at) => from + at)),
  );

describe('RowPages', () => {
  it('fetches what is in sight with its neighbours, once', async () => {
    const fetch = counting();
    const pages = new RowPages(fetch);
    pages.want(150, 180, 1_000_000);
    await settled();
    pages.want(155, 185, 1_000_000);
    await settled();
    expect(fetch.mock.calls).toEqual([
      [100, 200],
      [200, 300],
      [0, 100],
    ]);
    expect(pages.rowAt(171)).toBe(171);
    expect(pages.version.value).toBe(3);
  });

  it('does not fetch beyond the end', async () => {
    const fetch = counting();
    new RowPages(fetch).want(0, 30, 31);
    await settled();
    expect(fetch.mock.calls).toEqual([[0, 100]]);
  });

  it('forgets what has not started when one has scrolled on', async () => {
    const fetch = counting();
    const pages = new RowPages(fetch);
    for (let row = 0; row < 100_000; row += 1000) pages.want(row, row + 30, 1_000_000);
    await settled();
    expect(fetch.mock.calls.length).toBeLessThan(8);
    expect(pages.rowAt(99_000)).toBe(99_000);
  });

  it('shows the old rows until the first new ones are there', async () => {
    let sign = 1;
    const pages = new RowPages((from, to) =>
      Promise.resolve(Array.from({ length: to - from }, (_, at) => sign * (from + at))),
    );
    pages.want(0, 30, 100);
    await settled();
    sign = -1;
    pages.reset();
    expect(pages.rowAt(7)).toBe(7);
    pages.want(0, 30, 100);
    await settled();
    expect(pages.rowAt(7)).toBe(-7);
  });

  it('drops an answer about rows that mean others by now', async () => {
    const answers: ((rows: string[]) => void)[] = [];
    const pages = new RowPages<string>(() => new Promise((resolve) => answers.push(resolve)));
    pages.want(0, 10, 50);
    pages.reset();
    pages.want(0, 10, 50);
    answers[1](['new']);
    await settled();
    answers[0](['old']);
    await settled();
    expect(pages.rowAt(0)).toBe('new');
  });
});
