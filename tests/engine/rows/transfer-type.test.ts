import { describe, expect, it } from 'vitest';
import { otherColumn, resolveTransfer } from '../../../src/engine/rows/transfer-type.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

const TYPES = VOCABULARY.transferTypes;
const NAMES = [...TYPES.map(({ name }) => name), 'other_in', 'other_out'];

const resolve = (type: string, direction: string): string => {
  const reading = resolveTransfer(type, direction, VOCABULARY);
  if (reading.kind === 'bad') return reading.code;
  return [NAMES[reading.column], reading.direction, ...reading.faults].join(' ');
};

describe('resolveTransfer', () => {
  it.each([
    // type, direction → column, direction, faults
    ['salary_in', 'in', 'salary_in in'],
    ['salary_in', '', 'salary_in in'],
    [' SALARY_IN ', 'IN', 'salary_in in'],
    ['salary_in', 'out', 'salary_in in direction-contradiction'],
    ['fx_buy', 'in', 'fx_buy out direction-contradiction'],
    ['fx_buy', 'out', 'fx_buy out'],
    ['salary_in', 'sideways', 'salary_in in unknown-direction'],
    ['salary', 'in', 'salary_in in'],
    ['atm', 'out', 'atm_withdrawal out'],
    ['p2p', 'расход', 'p2p_out out'],
    ['card', 'in', 'card_in in'],
    ['card', 'out', 'card_out out'],
    ['invest', 'Приход', 'invest_in in'],
    ['salary', '', 'salary_in in'],
    ['salary', 'sideways', 'salary_in in unknown-direction'],
    ['atm', '', 'atm_withdrawal out'],
    ['card', '', 'direction-missing'],
    ['card', 'sideways', 'direction-missing'],
    ['salary', 'out', 'other_out out unknown-type'],
    ['atm', 'in', 'other_in in unknown-type'],
    ['business', 'in', 'other_in in unknown-type'],
    ['salary_out', 'out', 'other_out out unknown-type'],
    ['__proto__', 'out', 'other_out out unknown-type'],
    ['', 'in', 'other_in in'],
    ['', 'out', 'other_out out'],
    ['business', '', 'direction-missing'],
    ['business', 'sideways', 'direction-missing'],
    ['', '', 'direction-missing'],
    [' ', 'sideways', 'direction-missing'],
  ])('%j and %j → %s', (type, direction, expected) => {
    expect(resolve(type, direction)).toBe(expected);
  });

  it.each(TYPES)('$name names itself, and so does $stem with its direction', (type) => {
    expect(resolve(type.name, '')).toBe(`${type.name} ${type.direction}`);
    expect(resolve(type.stem, type.direction)).toBe(`${type.name} ${type.direction}`);
  });
});

describe('otherColumn', () => {
  it('stands behind the official types', () => {
    expect(otherColumn('in', VOCABULARY)).toBe(22);
    expect(otherColumn('out', VOCABULARY)).toBe(23);
  });
});
