/**
 * The few things the engine uses that every host has (browser, worker, Node) and the ES library does not declare.
 * Only the engine's project sees this file; everybody else has the host's own, wider types of the same names.
 */

interface TextDecoder {
  readonly encoding: string;
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}

declare var TextEncoder: {
  new (): TextEncoder;
};

declare module '*?wasm' {
  /** A compiled module: see ingest/assembly. */
  export const bytes: Uint8Array<ArrayBuffer>;
}

declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  interface Instance {
    readonly exports: object;
  }
  var Module: { new (bytes: Uint8Array<ArrayBuffer>): Module };
  var Instance: { new (module: Module): Instance };
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
