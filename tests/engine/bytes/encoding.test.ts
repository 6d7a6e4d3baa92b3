import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../src/engine/bytes/encoding.ts';
import type { Encoding } from '../../../src/engine/bytes/encoding.ts';
import { bytesOf } from './records.ts';

const detect = (bytes: Uint8Array | readonly number[], complete = true): unknown => {
  const outcome = detectEncoding(Uint8Array.from(bytes), complete);
  return outcome.ok ? outcome.value : outcome.fault;
};

const found = (name: Encoding['name'], by: Encoding['by']): Encoding => ({
  name,
  by,
  bom: by === 'bom',
});

const unsupported = (name: string) => ({ code: 'encoding-unsupported', name });
const notText = (name: string) => ({ code: 'not-text', name });

/** Text in an 8-bit encoding, by turning its decoder round. */
const encode = (text: string, label: string): number[] => {
  const decoder = new TextDecoder(label);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Array.from(text, (char) => bytes.get(char) ?? 0x3f);
};

const units = (text: string, width: 2 | 4, littleEndian: boolean): number[] =>
  Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    const little = [code & 0xff, code >> 8, 0, 0].slice(0, width);
    return littleEndian ? little : little.reverse();
  }).flat();

const HEADER = 'client_code,name,city,amount\n';
const ROWS = '1,Андрей,Алматы,5.5\n2,Юлия,Усть-Каменогорск,7\n3,Данияр,Шымкент,1\n';
const TEXT = HEADER + ROWS;

describe('with a BOM', () => {
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const)('%s is what it says', (name, bom) => {
    expect(detect(bom)).toEqual(found(name, 'bom'));
    const body = name === 'utf-8' ? bytesOf(TEXT) : units(TEXT, 2, name === 'utf-16le');
    expect(detect([...bom, ...body])).toEqual(found(name, 'bom'));
  });

  it.each([
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
    ['UTF-32', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x41]],
    ['UTF-7', [0x2b, 0x2f, 0x76, 0x38, 0x2d]],
    ['GB18030', [0x84, 0x31, 0x95, 0x33]],
  ])('%s is refused by name', (name, bytes) => {
    expect(detect(bytes)).toEqual(unsupported(name));
  });
});

describe('without a BOM', () => {
  it.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ] as const)('%s is told by its zero bytes', (name, littleEndian) => {
    expect(detect(units(TEXT, 2, littleEndian))).toEqual(found(name, 'nul-pattern'));
    expect(detect(units('a,b\n', 2, littleEndian))).toEqual(found(name, 'nul-pattern'));
    expect(detect(units('a', 2, littleEndian))).toEqual(found(name, 'nul-pattern'));
    expect(detect(units('Код клиента;Сумма, ₸\n', 2, littleEndian))).toEqual(
      found(name, 'nul-pattern'),
    );
  });

  it.each([true, false])('UTF-32 is refused by name (little endian: %j)', (littleEndian) => {
    expect(detect(units(TEXT, 4, littleEndian))).toEqual(unsupported('UTF-32'));
  });

  it('plain ASCII is UTF-8 for want of evidence', () => {
    expect(detect(bytesOf('client_code,amount\n1,2\n'))).toEqual(found('utf-8', 'only-ascii'));
    expect(detect([])).toEqual(found('utf-8', 'only-ascii'));
    expect(detect([0x41])).toEqual(found('utf-8', 'only-ascii'));
  });

  it('UTF-8 is told by validation', () => {
    expect(detect(bytesOf(TEXT))).toEqual(found('utf-8', 'validated'));
    expect(detect(bytesOf('₸,😀'))).toEqual(found('utf-8', 'validated'));
  });

  it('UTF-8 stays UTF-8 with a few bad bytes, and with a character cut by the head', () => {
    const bytes = bytesOf(TEXT);
    expect(detect([...bytes, 0xff, 0xc0, 0x41, 0x80])).toEqual(found('utf-8', 'validated'));
    for (const character of ['я', '№', '😀']) {
      const whole = bytesOf(`a,${character}`);
      for (let cut = 3; cut < whole.length; cut++) {
        expect(detect(whole.slice(0, cut), false)).toEqual(found('utf-8', 'only-ascii'));
      }
    }
    expect(detect([...bytes, 0xd0], true)).toEqual(found('utf-8', 'validated'));
  });

  it('a few NUL and control characters change nothing', () => {
    expect(detect(bytesOf(`${TEXT}\0\x01\x02\x1a`))).toEqual(found('utf-8', 'validated'));
    const windows = encode(TEXT, 'windows-1251');
    expect(detect([...windows, 0, 1, 2, 3])).toEqual(found('windows-1251', 'letters'));
  });
});

describe('Cyrillic code pages', () => {
  const texts = { usual: TEXT, capitals: TEXT.toUpperCase(), small: TEXT.toLowerCase() };

  describe.each(Object.entries(texts))('in %s letters', (_, text) => {
    it('windows-1251 is read', () => {
      expect(detect(encode(text, 'windows-1251'))).toEqual(found('windows-1251', 'letters'));
    });

    it.each([
      ['KOI8-R', 'koi8-r'],
      ['CP866', 'ibm866'],
      ['ISO-8859-5', 'iso-8859-5'],
    ])('%s is refused by name', (name, label) => {
      expect(detect(encode(text, label))).toEqual(unsupported(name));
    });
  });

  it('a word is evidence enough when its case gives it away', () => {
    expect(detect(encode('Караганда', 'koi8-r'))).toEqual(unsupported('KOI8-R'));
    expect(detect(encode('АСТАНА', 'windows-1251'))).toEqual(found('windows-1251', 'letters'));
  });

  it('MacCyrillic is refused by name', () => {
    expect(detect(encode(TEXT, 'x-mac-cyrillic'))).toEqual(unsupported('MacCyrillic'));
  });

  it('KZ-1048 is told by Kazakh letters, which windows-1251 lacks', () => {
    // Kanat and Tynyshtyk, as KZ-1048 spells ka and en with descender.
    const bytes = encode('1,\u040cанат,Алматы\n2,Ты\u0455ыш,Актобе\n', 'windows-1251');
    expect(detect(bytes)).toEqual(unsupported('KZ-1048'));
  });

  it('windows-1252 is told by lone letters in Latin words', () => {
    expect(detect(encode('id,nom\n1,Hélène\n2,François\n', 'windows-1252'))).toEqual(
      unsupported('windows-1252'),
    );
  });

  it('what fits no page is refused without a name', () => {
    const gbk = [
      0xc0, 0xee, 0xc3, 0xf7, 0x2c, 0xb1, 0xb1, 0xbe, 0xa9, 0x0a, 0xcd, 0xf5, 0xb7, 0xbc,
    ];
    expect(detect([...gbk, ...gbk, ...gbk])).toEqual(unsupported(''));
  });

  it.each(['1;1\u00a0234,5\n', '\u2116;client_code\n', '1;Я и ты\n', '\u00aba\u00bb\n'])(
    'windows-1251 is assumed where %j leaves no choice',
    (text) => {
      expect(detect(encode(text, 'windows-1251'))).toEqual(found('windows-1251', 'assumed'));
    },
  );
});

describe('what is not text', () => {
  it('is named by its magic number', () => {
    expect(detect([...bytesOf('%PDF-1.7 ...')])).toEqual(notText('PDF'));
  });

  it.each(['{"a": 1}', '<html></html>'])('%j is named in every encoding', (text) => {
    const name = text.startsWith('{') ? 'JSON' : 'HTML';
    expect(detect(bytesOf(text))).toEqual(notText(name));
    expect(detect(bytesOf(`\ufeff${text}`))).toEqual(notText(name));
    expect(detect(units(text, 2, true))).toEqual(notText(name));
    expect(detect(units(`\ufeff${text}`, 2, false))).toEqual(notText(name));
  });

  it('has no name when nothing but its control characters gives it away', () => {
    expect(detect(new Uint8Array(100))).toEqual(notText(''));
    expect(detect([...bytesOf('ab'), ...Array.from({ length: 50 }, () => 7)])).toEqual(notText(''));
    const noise = Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 4) * 31) & 0xff);
    expect(detect(noise)).toEqual(notText(''));
  });
});
