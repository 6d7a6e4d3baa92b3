import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Outcome } from '../../engine/kernel/fault.ts';
import { done, failed } from '../../engine/kernel/fault.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import { readRange } from './read-range.ts';
import { sourceFault } from './source-fault.ts';
import type { SourceFaultCode } from './source-fault.ts';
import type { ZipEntry } from './source-spec.ts';
import { zipEntryName } from './zip-entry-name.ts';

/** An entry that this reader can unpack, or why it cannot. */
export type ZipRecord =
  | { readonly readable: true; readonly entry: ZipEntry }
  | {
      readonly readable: false;
      readonly path: string;
      readonly code: SourceFaultCode;
      readonly text: string;
    };

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const MAX_COMMENT = 0xffff;
const END64_LOCATOR = 0x07064b50;
const END64_LOCATOR_SIZE = 20;
const END64_RECORD = 0x06064b50;
const END64_RECORD_SIZE = 56;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_SIZE = 46;
const ZIP64_EXTRA = 0x0001;
const IN_ZIP64 = 0xffffffff;
/** A directory larger than this is not one of an archive of tables. */
const MAX_DIRECTORY: Bytes = 64 * 1024 * 1024;

/** The files in a ZIP archive of known size, as its directory at the end lists them; no folders. */
export const readZipDirectory = async (
  archive: ByteSource,
  size: Bytes,
): Promise<Outcome<readonly ZipRecord[]>> => {
  const fail = (code: SourceFaultCode, text = '') => failed(sourceFault(code, archive.name, text));
  const tailStart = Math.max(0, size - END_RECORD_SIZE - MAX_COMMENT - END64_LOCATOR_SIZE);
  const tail = viewOf(await readRange(archive, tailStart, size));
  const end = findEnd(tail);
  if (end < 0) return fail('archive-damaged');

  let directory = {
    disk: tail.getUint16(end + 4, true),
    offset: tail.getUint32(end + 16, true),
    size: tail.getUint32(end + 12, true),
    end: tailStart + end,
  };
  const locator = end - END64_LOCATOR_SIZE;
  if (locator >= 0 && tail.getUint32(locator, true) === END64_LOCATOR) {
    const at = toNumber(tail.getBigUint64(locator + 8, true));
    const record = viewOf(await readRange(archive, at, at + END64_RECORD_SIZE));
    if (record.byteLength < END64_RECORD_SIZE || record.getUint32(0, true) !== END64_RECORD) {
      return fail('archive-damaged');
    }
    directory = {
      disk: record.getUint32(16, true),
      offset: toNumber(record.getBigUint64(48, true)),
      size: toNumber(record.getBigUint64(40, true)),
      end: at,
    };
  }
  if (directory.disk !== 0) return fail('archive-unsupported', 'split');

  // Offsets count from the first ZIP byte, which something may precede (a self-extractor).
  const shift = directory.end - directory.size - directory.offset;
  if (shift < 0 || directory.size > MAX_DIRECTORY) return fail('archive-damaged');
  const start = directory.offset + shift;
  const records = parseDirectory(
    viewOf(await readRange(archive, start, start + directory.size)),
    shift,
  );
  return records === null ? fail('archive-damaged') : done(records);
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Beyond 2^53 the number is wrong, and so far beyond any file that reading there finds nothing. */
const toNumber = (value: bigint): number => Number(value);

/** The end record is the last one whose comment reaches exactly to the end of the file. */
const findEnd = (tail: DataView): number => {
  for (let p = tail.byteLength - END_RECORD_SIZE; p >= 0; p--) {
    if (tail.getUint32(p, true) !== END_RECORD) continue;
    if (p + END_RECORD_SIZE + tail.getUint16(p + 20, true) === tail.byteLength) return p;
  }
  return -1;
};

const parseDirectory = (view: DataView, shift: Bytes): ZipRecord[] | null => {
  const records: ZipRecord[] = [];
  for (let p = 0; p < view.byteLength;) {
    if (p + DIRECTORY_ENTRY_SIZE > view.byteLength) return null;
    if (view.getUint32(p, true) !== DIRECTORY_ENTRY) return null;
    const nameEnd = p + DIRECTORY_ENTRY_SIZE + view.getUint16(p + 28, true);
    const extraEnd = nameEnd + view.getUint16(p + 30, true);
    const next = extraEnd + view.getUint16(p + 32, true);
    if (next > view.byteLength) return null;
    const record = parseEntry(view, p, nameEnd, extraEnd, shift);
    if (record !== null) records.push(record);
    p = next;
  }
  return records;
};

const parseEntry = (
  view: DataView,
  p: Bytes,
  nameEnd: Bytes,
  extraEnd: Bytes,
  shift: Bytes,
): ZipRecord | null => {
  const flags = view.getUint16(p + 8, true);
  const method = view.getUint16(p + 10, true);
  const path = zipEntryName(
    bytesOf(view, p + DIRECTORY_ENTRY_SIZE, nameEnd),
    (flags & 0x800) !== 0,
  );
  if (path.endsWith('/')) return null;
  if ((flags & 0x2041) !== 0 || method === 99) {
    return { readable: false, path, code: 'archive-encrypted', text: '' };
  }
  if (method !== 0 && method !== 8) {
    return { readable: false, path, code: 'archive-unsupported', text: String(method) };
  }
  const [size, packedSize, headerOffset] = wideNumbers(view, nameEnd, extraEnd, [
    view.getUint32(p + 24, true),
    view.getUint32(p + 20, true),
    view.getUint32(p + 42, true),
  ]);
  const entry: ZipEntry = {
    path,
    method: method === 0 ? 'stored' : 'deflated',
    headerOffset: headerOffset + shift,
    packedSize,
    size,
    crc32: view.getUint32(p + 16, true),
  };
  return { readable: true, entry };
};

const bytesOf = (view: DataView, start: Bytes, end: Bytes): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + start, end - start);

/** Takes from the ZIP64 extra field, in order, what did not fit into 32 bits. */
const wideNumbers = (view: DataView, start: Bytes, end: Bytes, narrow: number[]): number[] => {
  let at = -1;
  let stop = end;
  for (let p = start; p + 4 <= end; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== ZIP64_EXTRA) continue;
    at = p + 4;
    stop = Math.min(end, at + view.getUint16(p + 2, true));
    break;
  }
  return narrow.map((value) => {
    if (value !== IN_ZIP64 || at < 0 || at + 8 > stop) return value;
    at += 8;
    return toNumber(view.getBigUint64(at - 8, true));
  });
};
