import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { DataFolder } from '../data/data-folder.ts';
import type { Processing } from '../jobs/processing.ts';
import type { Uploads } from '../jobs/uploads.ts';

/** What the routes stand on. */
export interface Service {
  readonly data: DataFolder;
  readonly uploads: Uploads;
  readonly processing: Processing;
}

/** A request, with what Node knows of it. */
type Request = Context<{ Bindings: HttpBindings }>;

/** How one endpoint answers. */
export type Route = (request: Request) => Response | Promise<Response>;
