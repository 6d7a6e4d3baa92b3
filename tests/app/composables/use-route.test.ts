import { describe, expect, it } from 'vitest';
import { formatHash, parseHash, useRoute } from '../../../src/app/composables/use-route.ts';

describe('the address', () => {
  it.each([
    ['', { tab: 'data', sort: null, row: null }],
    ['#/recommendations?sort=-age&row=12', { tab: 'recommendations', sort: '-age', row: 12 }],
    ['#/nowhere', { tab: 'data', sort: null, row: null }],
    ['#/statistics?row=-1&sort=a%20b', { tab: 'statistics', sort: null, row: null }],
    ['#/export?row=99999999999999', { tab: 'export', sort: null, row: null }],
  ] as const)('%s', (hash, route) => {
    expect(parseHash(hash)).toEqual(route);
  });

  it('says again what it was made from', () => {
    const route = { tab: 'recommendations', sort: '-expected', row: 0 } as const;
    expect(parseHash(formatHash(route))).toEqual(route);
    expect(formatHash({ tab: 'data', sort: null, row: null })).toBe('#/data');
  });
});

describe('moving', () => {
  it('comes back to a room as it was left', () => {
    const { route, go, hashOf } = useRoute();
    go({ tab: 'recommendations', sort: 'name', row: 5 });
    go({ tab: 'statistics' });
    expect(route.value).toEqual({ tab: 'statistics', sort: null, row: null });
    expect(hashOf('recommendations')).toBe('#/recommendations?sort=name&row=5');
    go({ tab: 'recommendations' });
    expect(route.value.row).toBe(5);
  });

  it('forgets a row whose number means another client', () => {
    const { route, go, forgetRow, hashOf } = useRoute();
    go({ tab: 'recommendations', sort: null, row: 5 });
    go({ tab: 'data' });
    forgetRow();
    expect(hashOf('recommendations')).toBe('#/recommendations');
    go({ tab: 'recommendations', row: 3 });
    forgetRow();
    expect(route.value.row).toBeNull();
    expect(location.hash).toBe('#/recommendations');
  });
});
