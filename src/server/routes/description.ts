import { OPEN_API } from '../openapi/open-api.ts';
import type { Route } from './route.ts';

/** GET /openapi.json: what all of this answers. */
export const description = (): Route => (request) => request.json(OPEN_API);
