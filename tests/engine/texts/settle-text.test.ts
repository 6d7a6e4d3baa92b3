import { describe, expect, it } from 'vitest';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import type { ProductTexts } from '../../../src/engine/texts/language-pack.ts';
import { prepareTexts } from '../../../src/engine/texts/prepared-texts.ts';
import {
  factsOf,
  type SettledText,
  settleText,
  type TextDecision,
} from '../../../src/engine/texts/settle-text.ts';
import { textKey } from '../../../src/engine/texts/text-key.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { channel, smallPack, texts } from './small-pack.ts';

const CODE = 'travel-card';
const catalogue = {
  ...standard,
  products: standard.products.filter(({ code }) => code === CODE),
};

const desk = (own: ProductTexts | null = texts({ hook: ['карта.'] })) => {
  const ledger = drawLedger('Такси  1000  60000  500');
  ledger.name = 'Сая';
  ledger.code = '1';
  const [evaluation] = new Scorer(catalogue, ledger.frame, null).explain(ledger);
  const pack = smallPack(own === null ? {} : { [CODE]: own });
  const options = { catalogue, frame: ledger.frame, pack, channel: channel(), sources: {} };
  const chosen = prepareTexts(options, ledger);
  return {
    facts: factsOf(chosen, ledger, evaluation),
    settle: (decision: TextDecision | null): SettledText =>
      settleText({ byLanguage: new Map(), chosen }, ledger, evaluation, decision),
  };
};

const GENERATED = 'Сая, карта. Предложение. Посмотреть карту.';
const OWN = 'Сая, другая карта. Предложение. Посмотреть карту.';
const SPOILT = 'Сая, карта срочно. Предложение. Посмотреть карту.';
const seen = textKey(GENERATED);
const stateOf = ({ state, send, text }: SettledText) => [state, send, text];

describe('a text nobody has decided about', () => {
  it('is new and sent', () => {
    expect(stateOf(desk().settle(null))).toEqual(['new', true, GENERATED]);
  });

  it('is failing and held back when it breaks a blocking rule', () => {
    const { settle } = desk(texts({ hook: ['карта срочно.'] }));
    expect(stateOf(settle(null))).toEqual(['failing', false, SPOILT]);
  });
});

describe('a decision about a generated text', () => {
  it.each([
    ['approved', true],
    ['rejected', false],
  ] as const)('stands while the text does: %s', (verdict, send) => {
    const settled = desk().settle({ verdict, seen, edit: null });
    expect(stateOf(settled)).toEqual([verdict, send, GENERATED]);
  });

  it.each([
    ['approved', true],
    ['rejected', false],
  ] as const)('lapses with the text: %s', (verdict, send) => {
    const settled = desk().settle({ verdict, seen: seen + 1, edit: null });
    expect(stateOf(settled)).toEqual(['changed', send, GENERATED]);
  });

  it('cannot send what is not there', () => {
    const settled = desk(null).settle({ verdict: 'approved', seen: textKey(''), edit: null });
    expect(stateOf(settled)).toEqual(['rejected', false, '']);
  });
});

describe("a person's own words", () => {
  const edited = (text: string, verdict: TextDecision['verdict'] = null) => {
    const { facts, settle } = desk();
    return settle({ verdict, seen, edit: { text, facts } });
  };

  it('are sent when they break no rule, with what the templates made beside them', () => {
    expect(edited(OWN)).toMatchObject({ state: 'edited', send: true, generated: GENERATED });
    expect(edited(OWN).text).toBe(OWN);
  });

  it('are held back when they break one, unless they were approved as they are', () => {
    expect(stateOf(edited(SPOILT))).toEqual(['edited', false, SPOILT]);
    expect(stateOf(edited(SPOILT, 'approved'))).toEqual(['edited', true, SPOILT]);
    expect(edited(SPOILT).findings).toMatchObject([{ rule: 'banned-words' }]);
  });

  it('are not sent when they were rejected', () => {
    expect(stateOf(edited(OWN, 'rejected'))).toEqual(['rejected', false, OWN]);
  });

  it('wait for a person when what they are true of has changed', () => {
    const { settle } = desk();
    const edit = { text: OWN, facts: 'others' };
    expect(stateOf(settle({ verdict: 'approved', seen, edit }))).toEqual(['changed', false, OWN]);
  });
});
