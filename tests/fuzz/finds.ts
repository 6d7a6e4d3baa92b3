/** What the fuzzer found once, made small; every way of reading must agree on it for good. */
export interface Find {
  readonly seed: number;
  readonly what: string;
  /** One character a byte. */
  readonly files: Readonly<Record<string, string>>;
}

export const FINDS: readonly Find[] = [
  {
    seed: 10064,
    what: 'a needed column twice was reported once a range',
    files: {
      'c.csv': 'client_code,name\n1,A\n2,B\n',
      't.csv': `client_code,category,amount,amount\n${'1,a,1,2\n'.repeat(40)}`,
    },
  },
  {
    seed: 7_000_400,
    what: 'damaged bytes were not reported in a column of clients that nobody reads',
    files: {
      'c.csv': 'client_code,name,note\n1,\xd0\xa1\xd1\x83,\xd0\n2,B,x\n',
      't.csv': 'client_code,category,amount\n1,a,1\n',
    },
  },
];
