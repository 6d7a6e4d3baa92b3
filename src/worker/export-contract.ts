import type { Answer } from './answer.ts';
import type { ExportedFile } from './exported-file.ts';

/** Files made of the results. */
export interface FileBuilding {
  /**
   * Builds a file in pieces: the desk answers other questions in between, and what is written already
   * is no burden on its memory. null when it was cancelled, when another one began, or when other
   * results took the place of those it was made of.
   */
  build(
    request: ExportRequest,
    onProgress: (progress: BuildProgress) => void,
  ): Promise<ExportedFile | null>;
  cancel(): Answer<void>;
}

export interface ExportRequest {
  readonly what: 'offers' | 'texts' | 'table' | 'benefits' | 'top' | 'report';
  readonly scope: 'all' | 'view' | 'selection';
  readonly format: 'csv' | 'json';
  readonly delimiter: ',' | ';';
  readonly bom: boolean;
}

export interface BuildProgress {
  /** Clients done, and how many there are. */
  readonly done: number;
  readonly of: number;
  readonly elapsedMs: number;
}
