import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileTools } from '../project/project-file.ts';

/** Compression as browsers and Node have it; a digest that works over plain http too. */
export const fileTools: FileTools = {
  pack: async (bytes) =>
    new Uint8Array(
      await new Response(
        new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')),
      ).arrayBuffer(),
    ),
  unpack: async (bytes, most) => {
    const reader = new Blob([bytes])
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
      .getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        throw new RangeError('unpacks to more than is allowed');
      }
      chunks.push(value);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  },
  digest: (bytes) => bytesToHex(sha256(bytes)),
};
