/**
 * The first records of a CSV text for showing: quotes understood, nothing validated. The last one
 * is left out when the text was cut in the middle of it.
 */
export const previewCsv = (
  text: string,
  delimiter: string,
  most: number,
  cut: boolean,
): string[][] => {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i += 1) {
    const letter = text.charAt(i);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === delimiter || letter === '\n') {
      record.push(cell);
      cell = '';
      if (letter === delimiter) continue;
      records.push(record);
      record = [];
      if (records.length === most) return records;
    } else if (letter !== '\r') cell += letter;
  }
  if (!cut && (cell !== '' || record.length > 0)) records.push([...record, cell]);
  return records;
};
