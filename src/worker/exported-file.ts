/** A finished file, to be saved. */
export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly rows: number;
}
