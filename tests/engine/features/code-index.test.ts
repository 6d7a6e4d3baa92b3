import { describe, expect, it } from 'vitest';
import { ClientTable } from '../../../src/engine/features/client-table.ts';
import { CodeIndex } from '../../../src/engine/features/code-index.ts';

const encoder = new TextEncoder();
const tableOf = (codes: readonly string[]): ClientTable => {
  const table = new ClientTable();
  const rest = { name: '', status: '', city: '', age: 30, balance: 0, language: '' };
  codes.forEach((code, line) => table.put({ code, ...rest }, 0, line));
  return table;
};

describe('CodeIndex', () => {
  it('knows codes of every shape', () => {
    const codes = [
      ...['7', '007', '0', '00', '12345678', '123456789', '99999999', '18446744073709551615'],
      ...['__proto__', 'constructor', 'KZ-7F', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'Ж', ' 7'],
    ];
    const table = CodeIndex.from(structuredClone(tableOf(codes).dumpIndex()));
    const look = (text: string): number => {
      const bytes = encoder.encode(`,${text},`);
      return table.find(bytes, 1, bytes.length - 1);
    };
    expect(codes.map(look)).toEqual(codes.map((_, client) => client));
    for (const text of ['', '8', '07', '70', '7 ', 'kz-7f', '1234567', '1844674407370955161']) {
      expect(look(text)).toBe(-1);
    }
  });

  it('knows numbers that were too far off for its table when they came', () => {
    const far = ['600000', '70001', '16777216', '007'];
    const codes = [...far, ...Array.from({ length: 10_000 }, (_, i) => String(100 + 60 * i))];
    const clients = tableOf([...codes, ...codes]);
    expect(clients.codes).toEqual(codes);
    expect(codes.every((code, client) => clients.indexOf(code) === client)).toBe(true);
    const { direct, others } = clients.dumpIndex();
    expect([direct.length, others.size]).toEqual([100 + 60 * 9_999 + 1, far.length]);
    expect(direct[600_000]).toBe(0);
  });
});
