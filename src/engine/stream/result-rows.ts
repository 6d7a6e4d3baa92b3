import type { CsvCell } from '../bytes/csv-row.ts';
import { explainWhole } from '../export/explanations.ts';
import type { Export } from '../export/export.ts';
import { benefitsExport, type FailedText, offersExport, topExport } from '../export/export-rows.ts';
import type { Advisor } from '../recommendations/advisor.ts';
import type { ClientTexts } from '../texts/client-texts.ts';

export const STREAM_RESULTS = ['offers', 'top', 'benefits', 'explain'] as const;
export type StreamResult = (typeof STREAM_RESULTS)[number];

/** The rows that one result has for the client being read: the same cells as in the files. */
export const resultRows = (
  result: StreamResult,
  advisor: Advisor,
  texts: ClientTexts,
  onFailed: (failed: FailedText) => void,
): (() => readonly CsvCell[][]) => {
  if (result === 'explain') {
    const explain = explainWhole(advisor);
    return () => {
      const explanation = explain(0);
      return [[explanation.client_code, JSON.stringify(explanation)]];
    };
  }
  const what = exportOf(result, advisor, texts, onFailed);
  return () => what.rows(0);
};

const exportOf = (
  result: Exclude<StreamResult, 'explain'>,
  advisor: Advisor,
  texts: ClientTexts,
  onFailed: (failed: FailedText) => void,
): Export => {
  switch (result) {
    case 'offers':
      return offersExport(advisor, texts, onFailed);
    case 'top':
      return topExport(advisor);
    case 'benefits':
      return benefitsExport(advisor);
  }
};
