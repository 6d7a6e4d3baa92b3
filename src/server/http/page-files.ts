import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';

/** One file of the built page, ready to be sent. */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** gzip; null where it would not be smaller. */
  readonly packed: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
}

/** Vite puts a digest of the content into these names. */
const HASHED = '/assets/';
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked after each time: a new version is seen at once. */
const ASK_FIRST = 'no-cache';

/** The page by path, read once; empty when it has not been built. */
export const pageFiles = async (folder: string): Promise<ReadonlyMap<string, PageFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, PageFile>();
  for (const entry of entries) {
    // Links are none: they could lead anywhere.
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(url, pageFile(url, new Uint8Array(await readFile(path))));
  }
  return files;
};

const pageFile = (url: string, bytes: Uint8Array<ArrayBuffer>): PageFile => {
  const packed = new Uint8Array(gzipSync(bytes));
  return {
    bytes,
    packed: packed.length < bytes.length * 0.9 ? packed : null,
    type: getMimeType(url) ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    caching: url.startsWith(HASHED) ? FOR_EVER : ASK_FIRST,
  };
};
