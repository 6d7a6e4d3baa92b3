/** Pieces gather into blobs of this size, which a browser may keep on disk. */
const BLOB_BYTES = 1 << 22;

/** Chunks of a file that is being built. */
export class BlobParts {
  readonly #blobs: Blob[] = [];
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;

  add(chunk: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes >= BLOB_BYTES) this.#flush();
  }

  #flush(): void {
    this.#blobs.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#bytes = 0;
  }

  blob(type: string): Blob {
    this.#flush();
    return new Blob(this.#blobs, { type: `${type};charset=utf-8` });
  }
}
