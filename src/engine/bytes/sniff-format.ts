/**
 * Names what a file is when it is certainly not delimited text: by its magic number, or by how its
 * text starts. Null for anything that may be a table.
 */
export const sniffFormat = (head: Uint8Array): string | null => {
  for (const [name, magic] of MAGIC) {
    if (magic.every((byte, i) => byte === ANY || head[i] === byte)) {
      return name === 'ZIP' ? sniffZip(head) : name;
    }
  }
  return null;
};

/** The same for formats that are text, from the first characters of it. */
export const sniffText = (text: string): string | null => {
  const start = text.replace(/^[\s\ufeff]+/, '').slice(0, 2000);
  if (/^<(?:!doctype html|html|head|body|table|meta|script)\b/i.test(start)) return 'HTML';
  if (/^<(?:\?xml|!doctype|!--)/i.test(start)) return /<html\b/i.test(start) ? 'HTML' : 'XML';
  if (/^<[a-z][\w:.-]*(?:\s[^<>]*)?\/?>/i.test(start)) return 'XML';
  if (/^\{\s*(?:"|\}\s*$)/.test(start)) return 'JSON';
  if (/^\[\s*(?:["{[\]]|-?\d|(?:true|false|null)\b)/.test(start)) return 'JSON';
  if (start.startsWith('{\\rtf')) return 'RTF';
  return null;
};

/** Any byte fits here. */
const ANY = -1;

const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, ...ascii('PNG')]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', ascii('GIF87a')],
  ['GIF', ascii('GIF89a')],
  ['WEBP', [...ascii('RIFF'), ANY, ANY, ANY, ANY, ...ascii('WEBP')]],
  ['PDF', ascii('%PDF-')],
  ['ZIP', [...ascii('PK'), 3, 4]],
  ['ZIP', [...ascii('PK'), 5, 6]],
  ['GZIP', [0x1f, 0x8b, 0x08]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // A Thrift structure follows; the letters alone could begin a heading.
  ['PARQUET', [...ascii('PAR1'), 0x15]],
  ['ARROW', [...ascii('ARROW1'), 0, 0]],
  ['AVRO', [...ascii('Obj'), 1]],
  ['7Z', [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [...ascii('Rar!'), 0x1a, 0x07]],
  ['BZIP2', [...ascii('BZh'), ANY, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
  ['XZ', [0xfd, ...ascii('7zXZ'), 0]],
  ['ZSTD', [0x28, 0xb5, 0x2f, 0xfd]],
  ['SQLITE', ascii('SQLite format 3\0')],
];

const latin1 = new TextDecoder('latin1');

/** Office documents are ZIP archives whose first entries give them away. */
const sniffZip = (head: Uint8Array): string => {
  const names = latin1.decode(head.subarray(0, 64 * 1024));
  if (names.includes('opendocument.spreadsheet')) return 'ODS';
  if (names.includes('opendocument')) return 'ODF';
  if (names.includes('xl/')) return 'XLSX';
  if (names.includes('word/')) return 'DOCX';
  if (names.includes('ppt/')) return 'PPTX';
  return names.includes('[Content_Types].xml') ? 'XLSX' : 'ZIP';
};
