/** A small fast generator of random integers (xorshift32): the same seed, the same inputs. */
export const randomFrom = (seed: number): ((limit: number) => number) => {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
};

const encoder = new TextEncoder();

/** What breaks readers of CSV when it turns up where nobody expects it. */
const SPLICES = [
  ...[
    '"',
    '""',
    '",',
    '"\n',
    '\n',
    '\r',
    '\r\n',
    ',',
    ';',
    '\t',
    '|',
    '#',
    '# ',
    '\0',
    ' ',
    '\u00a0',
  ],
  ...[
    '\ufeff',
    '-',
    '+',
    '.',
    ',5',
    '1,289',
    '1.289',
    'e9',
    '1e15',
    '9999999999999',
    'NaN',
    '\u2212',
  ],
  ...['2025-02-30', '03/04/2025', '13/04/2025', '01.06.2025', 'T24:00:00Z', 'KZT', '$', '\u20b8'],
  ...[
    '\u0422\u0430\u043a\u0441\u0438',
    '\u0438\u0442\u043e\u0433\u043e',
    'client_code',
    'amount',
    'sep=;\n',
    '\u2014',
  ],
].map((text) => encoder.encode(text));
const BYTES = [0x80, 0xc2, 0xd0, 0xe2, 0xf0, 0xff, 0xfe, 0x00, 0x22, 0x0a, 0x0d, 0x2c, 0x1b, 0x7f];

/** Damages bytes in one to four places. */
export const mutate = (
  bytes: Uint8Array,
  random: (limit: number) => number,
): Uint8Array<ArrayBuffer> => {
  let out = Uint8Array.from(bytes);
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(out.length + 1);
    const length = random(1 + Math.min(40, out.length - at));
    switch (random(6)) {
      case 0:
        out = join(out.subarray(0, at), SPLICES[random(SPLICES.length)], out.subarray(at));
        break;
      case 1:
        if (at < out.length) out[at] = BYTES[random(BYTES.length)];
        break;
      case 2:
        out = join(out.subarray(0, at), out.subarray(at + length));
        break;
      case 3:
        out = join(out.subarray(0, at + length), out.subarray(at));
        break;
      case 4:
        out = random(8) === 0 ? out.slice(0, at) : out;
        break;
      default:
        if (at < out.length) out[at] ^= 1 << random(8);
    }
  }
  return out;
};

const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
