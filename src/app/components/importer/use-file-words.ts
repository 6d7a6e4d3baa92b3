import type { FileReport } from '../../../engine/ingest/report.ts';
import { useLanguage } from '../../composables/use-language.ts';

const lookUp = (names: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(names, key) ? (names[key] ?? key) : key;

/** How a file was read, in words: «UTF-8, точка с запятой, десятичная запятая». */
export const useFileWords = () => {
  const { words } = useLanguage();
  return {
    formatOf: (file: FileReport): string => {
      const { encodings, delimiters, decimals, dateOrders } = words.value.data;
      return [
        lookUp(encodings, file.encoding),
        lookUp(delimiters, file.delimiter),
        file.decimal === null ? '' : decimals[file.decimal],
        file.dateOrder === null ? '' : dateOrders[file.dateOrder],
      ]
        .filter((part) => part !== '')
        .join(', ');
    },
  };
};
