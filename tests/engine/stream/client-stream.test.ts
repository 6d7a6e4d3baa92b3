import { describe, expect, it } from 'vitest';
import type { ClientProfile } from '../../../src/engine/features/client-table.ts';
import type { ClientVisitor } from '../../../src/engine/stream/client-visitor.ts';
import { readLines } from '../../fixtures/read-stream.ts';

/** Notes who came by. */
class Guests implements ClientVisitor {
  readonly met: string[] = [];
  #rows = 0;
  add({ count }: { readonly count: number }): null {
    this.#rows += count;
    return null;
  }
  spell(): void {
    // Nobody asks.
  }
  finish(profile: ClientProfile | null): void {
    this.met.push(`${profile?.name ?? 'nobody'} ${this.#rows}`);
    this.#rows = 0;
  }
}

const tell = (lines: readonly string[], anyOrder = false) => {
  const guests = new Guests();
  const told = readLines(
    lines.map((line) => line.replaceAll(' | ', '\t')),
    guests,
    undefined,
    anyOrder,
  );
  const faults = told.faults.map(({ code, line, client, count }) => [code, line, client, count]);
  return { met: guests.met, faults, stream: told.stream };
};

const anna = '1 | clients | Анна | Студент | 5.50 | 35 | Алматы';
const taxi = '1 | transactions | 2025-06-01 | Такси | 10.00 | KZT | \\N';
const summed = '1 | transactions | 2025-06-01 | Такси | 12345 | KZT | \\N | \\N | 7 | .';

describe('a stream of clients', () => {
  it('finds the profile wherever it stands among the client’s lines', () => {
    expect(tell([anna, taxi, taxi])).toMatchObject({ met: ['Анна 2'], faults: [] });
    expect(tell([taxi, anna, taxi])).toMatchObject({ met: ['Анна 2'], faults: [] });
  });

  it('has clients without operations', () => {
    expect(tell([anna]).met).toEqual(['Анна 0']);
  });

  it('takes a summed row for as many operations as it counts', () => {
    const { met, stream } = tell([anna, summed, taxi]);
    expect(met).toEqual(['Анна 8']);
    expect(stream.tally).toMatchObject({
      records: { clients: 1, transactions: 8 },
      used: { clients: 1, transactions: 8 },
    });
    expect(stream.operations.evidence.transactions.point).toBe(2);
  });

  it('keeps the last of several profiles and says which lost', () => {
    const { met, faults, stream } = tell([anna, anna.replace('Анна', 'Ержан')]);
    expect(met).toEqual(['Ержан 0']);
    expect(faults).toEqual([['superseded-client', 2, '1', 1]]);
    expect(stream.tally).toMatchObject({ records: { clients: 2 }, used: { clients: 1 } });
  });

  it('reports operations of nobody in one sum', () => {
    const { met, faults, stream } = tell([taxi, summed, taxi, taxi.replace('1', '2')]);
    expect(met).toEqual(['nobody 9', 'nobody 1']);
    expect(faults).toEqual([
      ['orphan-row', 4, '1', 9],
      ['orphan-row', 4, '2', 1],
    ]);
    expect(stream.tally).toMatchObject({
      records: { transactions: 10 },
      used: { transactions: 0 },
    });
  });

  it('lives with lines that are no rows', () => {
    const bad = [
      ['1 | cards | x', 'stream-kind'],
      ['1', 'stream-kind'],
      ['1 | transactions | 2025-06-01 | Такси', 'stream-columns'],
      [`${summed} | x`, 'stream-columns'],
      [taxi.replace('Такси', 'a\\b'), 'stream-escape'],
      [summed.replace('12345', '123.45'), 'stream-count'],
      [summed.replace(' 7 ', ' 0 '), 'stream-count'],
      [taxi.replace('10.00', 'ten'), 'amount-unreadable'],
      [taxi.replace('2025-06-01', ''), 'date-missing'],
      [taxi.replace('1', ''), 'client-code-missing'],
      [taxi.replace('1 ', 'Итого '), 'totals-row'],
    ] as const;
    for (const [line, code] of bad) {
      const { faults, stream } = tell([line, anna, taxi], true);
      expect(faults[0]?.[0], line).toBe(code);
      expect(stream.tally.clients, line).toBe(1);
      const { records, used, spoiled } = stream.tally;
      const sum = (of: typeof records): number => of.clients + of.transactions + of.transfers;
      expect(sum(records) + spoiled, line).toBe(sum(used) + 1);
    }
  });

  it('believes what a row without a code proves of its column', () => {
    const comma = taxi.replace('1', '').replace('10.00', '1234,56');
    const { stream } = tell([comma, anna, taxi]);
    expect(stream.operations.evidence.transactions).toMatchObject({ point: 1, comma: 1 });
    expect(tell([summed.replace('1', '')]).stream.tally.records.transactions).toBe(7);
  });

  it('lives with a line that is too long to keep', () => {
    const { faults } = readLines([null, anna.replaceAll(' | ', '\t')], new Guests());
    expect(faults.map(({ code }) => code)).toEqual(['record-too-long']);
  });

  it('stops at a client out of order, unless told that any order will do', () => {
    const lines = [anna.replace('1', '2'), anna];
    expect(tell(lines).stream.disorder).toEqual({ line: 2, code: '1', after: '2' });
    expect(tell(lines).met).toEqual([]);
    expect(tell(lines, true)).toMatchObject({ met: ['Анна 0', 'Анна 0'], faults: [] });
  });
});
