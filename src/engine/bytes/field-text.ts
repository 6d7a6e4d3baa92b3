import { ESCAPED, NON_ASCII } from './record-span.ts';
import type { RecordSpan } from './record-span.ts';
import { isUtf8 } from './utf8-sequence.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Below this many bytes building a string by hand beats calling the decoder. */
const SHORT = 24;

/** The text of field `i`, doubled quotes made single; not trimmed. Bad bytes become U+FFFD. */
export const fieldText = (buf: Uint8Array, span: RecordSpan, i: number): string => {
  const start = span.starts[i];
  const end = span.ends[i];
  const flags = span.flags[i];
  let text = '';
  if ((flags & NON_ASCII) === 0 && end - start < SHORT) {
    for (let p = start; p < end; p++) text += String.fromCharCode(buf[p]);
  } else {
    text = decoder.decode(buf.subarray(start, end));
  }
  return (flags & ESCAPED) === 0 ? text : text.replaceAll('""', '"');
};

/** Whether field `i` is well-formed UTF-8; a text that is not shows U+FFFD where it is damaged. */
export const fieldIsValidUtf8 = (buf: Uint8Array, span: RecordSpan, i: number): boolean =>
  (span.flags[i] & NON_ASCII) === 0 || isUtf8(buf, span.starts[i], span.ends[i]);
