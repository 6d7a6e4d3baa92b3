import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ingestTexts, observeResult, type Texts } from '../../fixtures/ingest-texts.ts';

const HEADING = 'client_code,name,status,age,city,avg_monthly_balance_KZT,language';
const TRANSACTIONS = 'client_code,category,amount\n7,Такси,100\n';

const outcomeOf = async (texts: Texts, fastLane: boolean): Promise<unknown> => {
  const result = await ingestTexts(texts, { fastLane });
  if (result.outcome === 'ready') return observeResult(result);
  return result.outcome === 'refused' ? [result.fault, result.report] : result;
};
const digits = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 1, maxLength });
const cellOf = (usual: fc.Arbitrary<string>, odd: readonly string[]) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom('', ...odd) });
const cell = {
  code: cellOf(fc.oneof(digits(9), fc.constantFrom('KZ-7F', '000007', 'a_1', '7')), [
    'client_code',
    'Итого',
    'total',
    ' 7',
    'Ж7',
    '7"',
    '"7"',
    '"7""1"',
  ]),
  name: cellOf(fc.constantFrom('Айгуль', 'Ерлан  Б.', ' Тимур ', 'Q\u0301'), [
    '"А, Б"',
    'А, Б',
    '"Айгуль"',
    'Айгуль"',
    '\u0001',
  ]),
  status: cellOf(fc.constantFrom('Студент', 'студент ', 'Премиальный клиент'), ['VIP', 'status']),
  age: cellOf(digits(3), ['35.0', '-5', '+35', '007', 'age', '130']),
  city: cellOf(fc.constantFrom('Алматы', 'Семей'), ['"']),
  balance: cellOf(
    fc.oneof(
      digits(14),
      fc.tuple(digits(5), digits(3)).map(([whole, part]) => `${whole}.${part}`),
    ),
    ['1 000', '-5', '1.', '.5', '1,5', '10 ₸', 'NaN', '9999999999999.99', '99999999999999'],
  ),
  language: cellOf(fc.constantFrom('ru', 'kk', 'қаз'), ['de']),
};
const row = fc
  .tuple(cell.code, cell.name, cell.status, cell.age, cell.city, cell.balance, cell.language)
  .map((cells) => cells.join(','));

it('says of the usual row what the complete lane says of any', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const texts = {
        'clients.csv': [HEADING, ...rows, ''].join('\n'),
        'transactions.csv': TRANSACTIONS,
      };
      expect(await outcomeOf(texts, true)).toEqual(await outcomeOf(texts, false));
    }),
    { numRuns: 300 },
  );
});

it('takes no word out of quotes for several cells without them', async () => {
  const rest = 'Студент,30,Алматы,5,ru';
  const rows = ['1,"А, Б"', '2,"А, Б"', '3,А, Б', '4,А', '5,А'].map((start) => `${start},${rest}`);
  const texts = {
    'clients.csv': [HEADING, ...rows, ''].join('\n'),
    'transactions.csv': TRANSACTIONS.replace('7', '1'),
  };
  const outcome = await outcomeOf(texts, true);
  expect(outcome).toEqual(await outcomeOf(texts, false));
  expect(JSON.stringify(outcome)).toContain('extra-cells');
});
