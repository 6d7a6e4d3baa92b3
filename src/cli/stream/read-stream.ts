import { failed, done, type Outcome } from '../../engine/kernel/fault.ts';
import { ClientStream, type ClientStreamOptions } from '../../engine/stream/client-stream.ts';
import { LineSplitter } from '../../engine/stream/line-splitter.ts';

/** Reads all lines of `input`; a fault is the sentence that says why the stream cannot be believed. */
export const readStream = async (
  input: AsyncIterable<Uint8Array>,
  options: ClientStreamOptions,
): Promise<Outcome<ClientStream, string>> => {
  const stream = new ClientStream(options);
  const splitter = new LineSplitter((line) => stream.take(line));
  for await (const chunk of input) {
    splitter.push(chunk);
    if (stream.disorder !== null) break;
  }
  splitter.end();
  stream.end();
  if (stream.disorder === null) return done(stream);
  const { line, code, after } = stream.disorder;
  return failed(
    `line ${line}: client "${code}" comes after "${after}": rows must be sorted by client_code as bytes ` +
      '(DISTRIBUTE BY client_code SORT BY client_code, or LC_ALL=C sort). ' +
      'If they are grouped in another order, say so with --grouped.',
  );
};
