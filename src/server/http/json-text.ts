/** Pieces of UTF-8 → pieces of the inside of a JSON string; a letter may be cut between two pieces. */
export const jsonText = (): ((piece: Uint8Array, isLast: boolean) => Uint8Array) => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (piece, isLast) => {
    const text = decoder.decode(piece, { stream: !isLast });
    return encoder.encode(JSON.stringify(text).slice(1, -1));
  };
};

const encoder = new TextEncoder();
