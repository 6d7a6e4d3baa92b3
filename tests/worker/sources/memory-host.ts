import type { ByteSource } from '../../../src/engine/bytes/byte-source.ts';
import { browserInflate } from '../../../src/worker/sources/browser-inflate.ts';
import { memorySource } from '../../../src/worker/sources/memory-source.ts';
import { nodeInflate } from '../../../src/worker/sources/node-inflate.ts';
import type { FoundFile, Host } from '../../../src/worker/sources/source-spec.ts';

/** A source as unkind as the contract allows: small chunks, each overwritten by the next. */
const unkind = (source: ByteSource): ByteSource => ({
  ...source,
  async *read(start, end) {
    for await (const chunk of source.read(start, end)) {
      const buffer = new Uint8Array(chunk.length > 10_000 ? 4099 : 7);
      for (let p = 0; p < chunk.length; p += buffer.length) {
        const piece = chunk.subarray(p, p + buffer.length);
        buffer.fill(0xaa);
        buffer.set(piece);
        yield buffer.subarray(0, piece.length);
      }
    }
  },
});

/** Both hosts' ways to unpack, on files in memory. */
export const HOSTS: readonly (readonly [string, Host<Uint8Array>])[] = [
  ['browser', browserInflate] as const,
  ['Node', nodeInflate] as const,
].map(([name, inflate]) => [
  name,
  { open: (bytes, file) => unkind(memorySource(file, bytes)), inflate },
]);

export const chosen = (name: string, bytes: Uint8Array): FoundFile<Uint8Array> => ({
  spec: { kind: 'file', name, handle: bytes },
  nested: false,
});

export const textOf = async (source: ByteSource, start?: number, end?: number): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of source.read(start, end))
    text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
};
