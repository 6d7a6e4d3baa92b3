import type { ReportTotals } from '../engine/ingest/report.ts';
import type { Sample, SourceMark } from './sources.ts';
import type { Work } from './work.ts';

/** The version of the shape below; FORMATS.md says what changed. */
export const MANIFEST_FORMAT = 1;

/**
 * What an exported file was made of and how: whoever has the same input files makes the same bytes
 * again. It holds what was decided about clients, and so it is as confidential as the export.
 */
export interface Manifest {
  readonly manifest: typeof MANIFEST_FORMAT;
  /** Version of the program. */
  readonly program: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly exported: ExportedMark;
  readonly counts: ReportTotals;
  /** Each with its SHA-256. */
  readonly sources: readonly SourceMark[];
  /** Not null: the clients are generated, and there are no files. */
  readonly sample: Sample | null;
  readonly work: Work;
}

/** The exported file: how it was asked for, and how it is known again. */
export interface ExportedMark {
  readonly name: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
  readonly what: 'offers' | 'texts' | 'table' | 'benefits' | 'top' | 'report';
  readonly format: 'csv' | 'json';
  readonly delimiter: ',' | ';';
  readonly bom: boolean;
  /** Codes of the clients it was made for, in the order of the file; null: all of them. */
  readonly clients: readonly string[] | null;
}

export const writeManifest = (made: Omit<Manifest, 'manifest'>): string =>
  `${JSON.stringify({ manifest: MANIFEST_FORMAT, ...made }, null, 2)}\n`;
