import type { PageFile } from '../http/page-files.ts';
import type { Route } from './route.ts';
import { ApiError } from '../api-error.ts';

/** GET /…: the page. Only files that were there at the start are served, so nothing else can be. */
export const page =
  (files: ReadonlyMap<string, PageFile>): Route =>
  (request) => {
    const path = request.req.path === '/' ? '/index.html' : request.req.path;
    const file = files.get(path);
    if (file === undefined) throw new ApiError('not-found', 'There is nothing here');
    const headers = {
      'Content-Type': file.type,
      'Cache-Control': file.caching,
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    };
    if (request.req.header('if-none-match') === file.etag) return request.body(null, 304, headers);
    const takesGzip = /\bgzip\b/.test(request.req.header('accept-encoding') ?? '');
    return takesGzip && file.packed !== null
      ? request.body(file.packed, 200, { ...headers, 'Content-Encoding': 'gzip' })
      : request.body(file.bytes, 200, headers);
  };
