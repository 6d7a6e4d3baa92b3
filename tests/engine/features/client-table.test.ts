import { describe, expect, it } from 'vitest';
import { ClientTable } from '../../../src/engine/features/client-table.ts';

const profile = (code: string, name: string, balance: number) =>
  ({ code, name, status: 'VIP', city: 'Almaty', age: 30, balance, language: 'kk' }) as const;

describe('ClientTable', () => {
  it('keeps the row that was put last and tells what it replaced', () => {
    const table = new ClientTable();
    expect(table.put(profile('7', 'A', 100), 0, 2)).toBeNull();
    expect(table.put(profile('__proto__', 'A', 5), 0, 3)).toBeNull();
    expect(table.put(profile('7', 'B', 200), 1, 9)).toEqual({ file: 0, line: 2, balance: 100 });
    expect(table.put(profile('7', 'C', 300), 1, 10)).toEqual({ file: 1, line: 9, balance: 200 });
    expect(table.size).toBe(2);
    expect(table.codes).toEqual(['7', '__proto__']);
    expect([table.name(0), table.name(1), table.balance(0)]).toEqual(['C', 'A', 300]);
    expect([table.status(0), table.city(1), table.age(0)]).toEqual(['VIP', 'Almaty', 30]);
    expect(table.language(0)).toBe('kk');
    expect([table.nameId(0), table.statusId(1), table.cityId(1)]).toEqual([2, 0, 0]);
    expect([table.indexOf('7'), table.indexOf('x')]).toEqual([0, undefined]);
  });
});
