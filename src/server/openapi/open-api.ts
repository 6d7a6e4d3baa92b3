import { FILE_SCHEMAS } from './file-schemas.ts';
import { PATHS } from './paths.ts';
import { RESULT_SCHEMAS } from './result-schemas.ts';
import { SERVER_SCHEMAS } from './server-schemas.ts';

/** What the server answers, as data: served at /openapi.json, and what the tests hold answers against. */
export const OPEN_API = {
  openapi: '3.1.0',
  info: {
    title: 'Vygoda',
    version: '1.0.0',
    summary: 'The bank product that is worth most to each client, and the push text for it',
  },
  paths: PATHS,
  components: { schemas: { ...FILE_SCHEMAS, ...RESULT_SCHEMAS, ...SERVER_SCHEMAS } },
} as const;
