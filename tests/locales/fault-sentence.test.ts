import { describe, expect, it } from 'vitest';
import { faultSentence } from '../../src/locales/fault-sentence.ts';

const nowhere = { file: '', line: 0, column: '', text: '' };

describe('a fault as a sentence', () => {
  it('says where, what, what to do and how to answer', () => {
    const fault = { file: 'a.csv', line: 7, column: 'amount', text: '1,289' };
    expect(faultSentence({ code: 'decimal-ambiguous', ...fault }, '--decimal')).toMatch(
      /^a\.csv, line 7, column "amount": [A-Z][^{]*\(1,289\)\. .+ Answer with --decimal\.$/,
    );
  });

  it('leaves out what is not known', () => {
    expect(faultSentence({ code: 'no-clients', ...nowhere }, null)).toMatch(/^[A-Z][^():]*\.$/);
    expect(faultSentence({ code: 'empty-file', ...nowhere, file: 'a.csv' }, null)).toMatch(
      /^a\.csv: [A-Z]/,
    );
  });

  it('names a code it has no words for, and never looks into what a file says', () => {
    const strange = { code: 'strange', ...nowhere, text: '{code} {n}' };
    expect(faultSentence(strange, null)).toMatch(/strange.* \(\{code\} \{n\}\)/);
    expect(faultSentence({ ...strange, code: 'constructor' }, null)).toContain('constructor');
  });
});
