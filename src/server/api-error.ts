import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every way a request can fail that is not a bug, and the status it is answered with. */
export const ERROR_STATUS = {
  'bad-request': 400,
  'bad-parameter': 400,
  'bad-json': 400,
  'bad-catalogue': 400,
  'bad-holdings': 400,
  'bad-multipart': 400,
  'unexpected-part': 400,
  'no-file': 400,
  'wrong-file': 400,
  'wrong-kind': 400,
  refused: 400,
  'not-processed': 400,
  'foreign-origin': 403,
  'not-found': 404,
  'unknown-client': 404,
  'method-not-allowed': 405,
  'too-slow': 408,
  processing: 409,
  cancelled: 409,
  'too-large': 413,
  'unsupported-type': 415,
  'unknown-host': 421,
  'headers-too-large': 431,
  bug: 500,
  busy: 503,
  'out-of-memory': 503,
  'disk-full': 507,
} as const satisfies Readonly<Record<string, ContentfulStatusCode>>;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** Ends a request with `{"error": sentence, "code"}` and whatever else helps the person. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, sentence: string, details: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }

  get status(): ContentfulStatusCode {
    return ERROR_STATUS[this.code];
  }

  get body(): Readonly<Record<string, unknown>> {
    return { error: this.message, code: this.code, ...this.details };
  }
}

export const diskFull = (): ApiError =>
  new ApiError(
    'disk-full',
    'The disk is full: free some space, or name another VYGODA_DATA folder',
  );

/** The code of an error that the system reports; empty for any other. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** No room left: on the disk, or for this person on it. */
export const isNoRoom = (code: string): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
