import { expect, it } from 'vitest';
import { sniffFormat, sniffText } from '../../../src/engine/bytes/sniff-format.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

it.each([
  ['PNG', '\x89PNG\r\n\x1a\n'],
  ['JPEG', '\xff\xd8\xff\xe0'],
  ['GIF', 'GIF89a'],
  ['WEBP', 'RIFF\x01\x02\x03\x04WEBP'],
  ['PDF', '%PDF-1.7'],
  ['GZIP', '\x1f\x8b\x08\x00'],
  ['XLS', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['PARQUET', 'PAR1\x15\x04'],
  ['ARROW', 'ARROW1\0\0'],
  ['AVRO', 'Obj\x01'],
  ['7Z', '7z\xbc\xaf\x27\x1c'],
  ['RAR', 'Rar!\x1a\x07\x00'],
  ['BZIP2', 'BZh91AY&SY'],
  ['XZ', '\xfd7zXZ\0'],
  ['ZSTD', '\x28\xb5\x2f\xfd'],
  ['SQLITE', 'SQLite format 3\0'],
  ['ZIP', 'PK\x03\x04\x14\0...a.csv'],
  ['ZIP', 'PK\x05\x06\0\0'],
  ['XLSX', 'PK\x03\x04\x14\0...[Content_Types].xml'],
  ['XLSX', 'PK\x03\x04\x14\0...[Content_Types].xml...xl/workbook.xml'],
  ['XLSX', 'PK\x03\x04\x14\0...xl/workbook.xml'],
  ['DOCX', 'PK\x03\x04\x14\0...[Content_Types].xml...word/document.xml'],
  ['PPTX', 'PK\x03\x04\x14\0...[Content_Types].xml...ppt/slides'],
  ['ODS', 'PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
  ['ODF', 'PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.text'],
])('knows %s by %j', (name, head) => {
  expect(sniffFormat(latin1(head))).toBe(name);
});

it.each([
  '',
  'P',
  'PK',
  'PAR1,amount',
  'GIF,PNG',
  'client_code,amount',
  'BZhou,amount,a',
  'Object',
])('takes %j for a table', (head) => {
  expect(sniffFormat(latin1(head))).toBeNull();
});

it.each([
  ['HTML', '<!DOCTYPE html><html>'],
  ['HTML', '\ufeff\n <HTML lang="ru">'],
  ['HTML', '<table><tr>'],
  ['HTML', '<?xml version="1.0"?><html xmlns="x">'],
  ['XML', '<?xml version="1.0"?><Workbook>'],
  ['XML', '<!-- a --><b/>'],
  ['XML', '<ss:Workbook a="b">'],
  ['XML', '<a/>'],
  ['JSON', '{"client_code": 7}'],
  ['JSON', ' { } '],
  ['JSON', '[{"a": 1}]'],
  ['JSON', '[[1, 2]]'],
  ['JSON', '[]'],
  ['JSON', '[ -1 ]'],
  ['JSON', '[null]'],
  ['RTF', '{\\rtf1'],
])('knows %s by %j', (name, text) => {
  expect(sniffText(text)).toBe(name);
});

it.each(['', '[client_code],[amount]', '[name]', '{client_code}', '<5,>7', '< a >', 'a<b>'])(
  'takes %j for a table',
  (text) => {
    expect(sniffText(text)).toBeNull();
  },
);
