/** What 8-bit text that is not UTF-8 turned out to be. */
export interface CyrillicEvidence {
  /** Name of the likeliest code page, '' for none of those known here. */
  readonly name: string;
  /** Whether the letters prove it, or there were too few of them to tell. */
  readonly proven: boolean;
}

/**
 * Tells Cyrillic code pages apart by how often their letters occur in Russian and by case: the
 * wrong page gives rare letters and capitals inside words. Only runs of two and more bytes beyond
 * ASCII count; a lone one may be a NBSP, a numero sign or a quotation mark.
 */
export const cyrillicEvidence = (head: Uint8Array): CyrillicEvidence => {
  const scores = PAGES.map(() => 0);
  let letters = 0;
  let amongLatin = 0;
  let kazakh = 0;
  for (let p = 0; p < head.length;) {
    if (head[p] < 0x80) {
      p++;
      continue;
    }
    const start = p;
    while (p < head.length && head[p] >= 0x80) p++;
    const beside = isLatin(head[start - 1]) || isLatin(head[p]);
    if (beside && head[start] >= 0xc0) amongLatin += p - start;
    if (p - start < 2) continue;
    letters += p - start;
    for (let i = start; i < p; i++) if (KAZAKH_MARKS.has(head[i])) kazakh++;
    PAGES.forEach(({ table }, i) => (scores[i] += runScore(table, head, start, p)));
  }
  if (amongLatin * 2 > letters && amongLatin > 0) return { name: 'windows-1252', proven: true };
  const [windows, ...others] = scores;
  const best = Math.max(...others);
  const isNoise = letters >= 8 && Math.max(windows, best) < letters * NOISE;
  if (isNoise) return { name: '', proven: true };
  if (best - windows > PROOF) return { name: PAGES[scores.indexOf(best)].name, proven: true };
  if (kazakh > 1) return { name: 'KZ-1048', proven: true };
  return { name: 'windows-1251', proven: windows - best > PROOF };
};

/** Odds of a thousand to one, as a natural logarithm. */
const PROOF = 7;
/** Russian scores about -3 a letter in its own code page; bytes at random, below this. */
const NOISE = -4.5;
const NOT_A_LETTER = Math.log(0.0005);
/** A capital after a small letter, or a small letter after two capitals. */
const ODD_CASE = -4;

/** Per mille in Russian texts, in alphabetical order without yo. */
const FREQUENCY = [
  80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7,
  4, 0.4, 19, 17, 3, 6, 20,
];

/** KOI8 orders Cyrillic letters like the Latin ones that sound alike. */
const KOI8_ORDER = [
  30, 0, 1, 22, 4, 5, 20, 3, 21, 8, 9, 10, 11, 12, 13, 14, 15, 31, 16, 17, 18, 19, 6, 2, 28, 27, 7,
  24, 29, 25, 23, 26,
];

/**
 * Bytes that KZ-1048 uses for Kazakh letters and windows-1251 for Macedonian and Serbian ones,
 * which no file from Kazakhstan has: ka and en with descender, schwa.
 */
const KAZAKH_MARKS: ReadonlySet<number> = new Set([0x8d, 0x9d, 0xbd, 0xbe, 0xa3, 0xbc]);

interface Page {
  readonly name: string;
  readonly table: PageTable;
}

interface PageTable {
  /** Byte → logarithm of how likely it is. */
  readonly weight: Float64Array;
  /** Byte → 0 not a letter, 1 small, 2 capital. */
  readonly letterCase: Uint8Array;
}

const makePage = (
  name: string,
  capital: (letter: number) => number,
  small: (letter: number) => number,
): Page => {
  const weight = new Float64Array(256).fill(NOT_A_LETTER);
  const letterCase = new Uint8Array(256);
  FREQUENCY.forEach((frequency, letter) => {
    weight[capital(letter)] = weight[small(letter)] = Math.log(frequency / 1000);
    letterCase[capital(letter)] = 2;
    letterCase[small(letter)] = 1;
  });
  return { name, table: { weight, letterCase } };
};

const PAGES: readonly Page[] = [
  makePage(
    'windows-1251',
    (letter) => 0xc0 + letter,
    (letter) => 0xe0 + letter,
  ),
  makePage(
    'KOI8-R',
    (letter) => 0xe0 + KOI8_ORDER.indexOf(letter),
    (letter) => 0xc0 + KOI8_ORDER.indexOf(letter),
  ),
  makePage(
    'CP866',
    (letter) => 0x80 + letter,
    (letter) => (letter < 16 ? 0xa0 : 0xd0) + letter,
  ),
  makePage(
    'ISO-8859-5',
    (letter) => 0xb0 + letter,
    (letter) => 0xd0 + letter,
  ),
  makePage(
    'MacCyrillic',
    (letter) => 0x80 + letter,
    (letter) => (letter < 31 ? 0xe0 + letter : 0xdf),
  ),
];

const runScore = (
  { weight, letterCase }: PageTable,
  head: Uint8Array,
  start: number,
  end: number,
): number => {
  let score = 0;
  let previous = 0;
  let beforePrevious = 0;
  for (let p = start; p < end; p++) {
    const byte = head[p];
    const current = letterCase[byte];
    score += weight[byte];
    if (previous === 1 && current === 2) score += ODD_CASE;
    if (previous === 2 && beforePrevious === 2 && current === 1) score += ODD_CASE;
    beforePrevious = previous;
    previous = current;
  }
  return score;
};

const isLatin = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
