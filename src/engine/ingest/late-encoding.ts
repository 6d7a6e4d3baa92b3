import type { ByteSource } from '../bytes/byte-source.ts';
import { detectEncoding, type EncodingName } from '../bytes/encoding.ts';
import { done, failed, type Outcome } from '../kernel/fault.ts';
import { encodingReadings, type Readings } from './readings.ts';

const SAMPLE = 1 << 18;
const AROUND = 64;

interface LateFault {
  /** What it may be instead. */
  readonly encoding: string;
  readonly readings: Readings;
}

/**
 * The encoding of a file whose head was all ASCII, from the first letters beyond ASCII that it has:
 * they and a few bytes around them are gathered into one sample. A fault names an encoding that is
 * none of ours.
 */
export const detectLateEncoding = async (
  source: ByteSource,
): Promise<Outcome<EncodingName, LateFault>> => {
  const sample = new Uint8Array(SAMPLE);
  let length = 0;
  for await (const chunk of source.read()) {
    for (let at = 0; at < chunk.length && length < SAMPLE; at++) {
      if (chunk[at] < 0x80) continue;
      const from = Math.max(0, at - AROUND);
      let to = at;
      while (to < chunk.length && to - at < AROUND) to++;
      const piece = chunk.subarray(from, Math.min(to, from + SAMPLE - length));
      sample.set(piece, length);
      length += piece.length;
      at = to;
    }
    if (length >= SAMPLE) break;
  }
  const found = detectEncoding(sample.subarray(0, length), false);
  if (found.ok) return done(found.value.name);
  // Scraps put together may look like anything but text; then the head was right.
  if (found.fault.code !== 'encoding-unsupported') return done('utf-8');
  const readings = encodingReadings(sample.subarray(0, length));
  return failed({ encoding: found.fault.name, readings });
};
