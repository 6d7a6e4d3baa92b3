import type { Dialect } from '../bytes/dialect.ts';
import type { Header } from '../rows/header.ts';
import type { FileDraft } from './file-draft.ts';

/** Says what is amiss with the header of a file. */
export const reportHeader = (draft: FileDraft, header: Header, dialect: Dialect): void => {
  const line = dialect.headerLine;
  const headings = dialect.header;
  const all = headings.join(' | ');
  if (header.kind === null) {
    draft.report('unknown-kind', line, '', all);
    return;
  }
  for (const field of header.missingNeeded) draft.report('needed-column-missing', line, field, all);
  for (const { code, field } of header.missingExpected) draft.report(code, line, field);
  for (const column of header.unrecognised) {
    draft.report('unrecognised-column', line, headings[column], headings[column]);
  }
  for (const column of header.lookAlikes) {
    draft.report('look-alike-heading', line, headings[column], headings[column]);
  }
  for (const { columns, needed } of header.duplicates) {
    const again = headings[columns[1]];
    if (!needed) draft.report('duplicate-column', line, again, again);
  }
};
