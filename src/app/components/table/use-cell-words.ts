import { useLanguage } from '../../composables/use-language.ts';
import type { ColumnKey } from './columns.ts';
import type { TableRow } from './table-row.ts';

/**
 * What a column writes of a client, as plain text: a screenful changes with every turn of a wheel,
 * so a cell is not worth a component.
 */
export const useCellWords = () => {
  const { words, format } = useLanguage();
  const money = (tenge: number | null): string =>
    tenge === null ? words.value.clients.noFigure : format.value.money(tenge);

  return {
    cellOf: (column: ColumnKey, row: TableRow, product: string): string => {
      switch (column) {
        case 'name':
          return row.name || row.code;
        case 'code':
          return row.code;
        case 'status':
          return row.status;
        case 'city':
          return row.city;
        case 'age':
          return row.age === null ? '' : String(row.age);
        case 'balance':
          return money(row.balance);
        case 'spend':
          return money(row.spend);
        case 'product':
          return product;
        case 'benefit':
          return money(row.benefit);
        case 'expected':
          return money(row.expected);
        case 'send': {
          const { noOffer, send, hold } = words.value.clients;
          return row.send ? send : row.noOffer === null ? hold : noOffer[row.noOffer];
        }
      }
    },
  };
};
