/** Reads a blob to its end into one buffer, over and over, and says how many bytes it had. */
const BUFFER = 2 * 1024 * 1024;

self.onmessage = async ({ data: blob }) => {
  const stream = blob.stream();
  const reader = stream.getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(BUFFER);
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (value === undefined) break;
    bytes += value.byteLength;
    buffer = value.buffer;
    if (done) break;
  }
  self.postMessage(bytes);
};
