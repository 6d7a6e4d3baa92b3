import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import type { Bytes } from '../engine/kernel/units.ts';

export interface ServerOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Host names that may be asked for, besides this machine's own. */
  readonly hosts: readonly string[];
  /** Origins of other sites whose pages may call, letter for letter. */
  readonly origins: readonly string[];
  /** The largest request of files. */
  readonly maxUpload: Bytes;
}

const DEFAULT_PORT = 8080;
const DEFAULT_HOST = '127.0.0.1';
const GIB: Bytes = 1024 ** 3;
const DEFAULT_MAX_UPLOAD: Bytes = 32 * GIB;

/** The environment → options; a fault is one sentence that names the variable. */
export const readServerOptions = (
  env: Readonly<Record<string, string | undefined>>,
): Outcome<ServerOptions, string> => {
  const port = wholeNumber(env.PORT, DEFAULT_PORT, 65_535);
  if (port === null) return failed(`PORT "${env.PORT ?? ''}" is no port: 0 to 65535`);
  const maxUpload = wholeNumber(env.VYGODA_MAX_UPLOAD, DEFAULT_MAX_UPLOAD, Number.MAX_SAFE_INTEGER);
  if (maxUpload === null) {
    return failed(`VYGODA_MAX_UPLOAD "${env.VYGODA_MAX_UPLOAD ?? ''}" is no number of bytes`);
  }
  const origins = listed(env.VYGODA_ORIGINS);
  const bad = origins.find((origin) => !isOrigin(origin));
  if (bad !== undefined) {
    return failed(`VYGODA_ORIGINS "${bad}" is no origin, which looks like https://bank.example`);
  }
  return done({
    port,
    host: filled(env.HOST) ?? DEFAULT_HOST,
    dataFolder: filled(env.VYGODA_DATA) ?? defaultFolder(port),
    hosts: listed(env.VYGODA_HOSTS).map((name) => name.toLowerCase()),
    origins,
    maxUpload,
  });
};

/** By user and port: servers beside each other do not meet, and each finds its own again. */
const defaultFolder = (port: number): string =>
  join(tmpdir(), `vygoda-${process.getuid?.() ?? 'data'}-${port}`);

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const wholeNumber = (text: string | undefined, usual: number, max: number): number | null => {
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  return /^[0-9]+$/.test(text) && value <= max ? value : null;
};

/** Exactly what a browser sends: scheme, host and port, nothing after. */
const isOrigin = (text: string): boolean => {
  try {
    return new URL(text).origin === text && /^https?:/.test(text);
  } catch {
    return false;
  }
};
