import { browserFile } from './browser-file.ts';
import { browserInflate } from './browser-inflate.ts';
import type { Host } from './source-spec.ts';

export const browserHost: Host<Blob> = { open: browserFile, inflate: browserInflate };
