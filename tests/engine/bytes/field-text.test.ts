import { expect, it } from 'vitest';
import { fieldIsValidUtf8, fieldText } from '../../../src/engine/bytes/field-text.ts';
import { readRecord } from '../../../src/engine/bytes/record.ts';
import { RecordSpan } from '../../../src/engine/bytes/record-span.ts';
import { bytesOf, readAll } from './records.ts';

it.each([
  ['short', 'abc'],
  ['of several scripts', 'Қанат ₸ 😀'],
  ['long', 'x'.repeat(1000)],
  ['with a BOM', '\ufeffa'],
  ['with quotes', 'a "b" c'],
  ['long, with quotes', `"${'x'.repeat(100)}"`],
])('gives back a text %s', (_, text) => {
  expect(readAll(`"${text.replaceAll('"', '""')}"`)[0].cells).toEqual([text]);
});

it('shows damage and tells of it', () => {
  const buf = Uint8Array.from([...bytesOf('ж,a,'), 0xd0, 0x41, 0x2c, 0x41, 0xd0, 0x2c, 0xff]);
  const span = new RecordSpan();
  readRecord(buf, 0, buf.length, true, 0x2c, span);
  expect([0, 1, 2, 3, 4].map((i) => fieldText(buf, span, i))).toEqual([
    'ж',
    'a',
    '\ufffdA',
    'A\ufffd',
    '\ufffd',
  ]);
  expect([0, 1, 2, 3, 4].map((i) => fieldIsValidUtf8(buf, span, i))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
