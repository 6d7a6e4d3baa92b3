import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/engine/benefits/catalogue.ts';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import type { Channel } from '../../../src/engine/texts/channel.ts';
import type { Finding } from '../../../src/engine/texts/check/finding.ts';
import type { ProductTexts } from '../../../src/engine/texts/language-pack.ts';
import type { PreparedTexts } from '../../../src/engine/texts/prepared-texts.ts';
import { prepareTexts } from '../../../src/engine/texts/prepared-texts.ts';
import type { RenderedText } from '../../../src/engine/texts/render.ts';
import { judgeText, renderText } from '../../../src/engine/texts/render.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { channel, smallPack, texts } from './small-pack.ts';

interface Wish {
  readonly product?: string;
  readonly texts?: ProductTexts;
  readonly picture?: string;
  readonly name?: string;
  readonly code?: string;
  readonly channel?: Partial<Channel>;
}

const desk = (
  wish: Wish,
): {
  prepared: PreparedTexts;
  render: () => RenderedText;
  judge: (text: string) => readonly Finding[];
} => {
  const code = wish.product ?? 'travel-card';
  const products = standard.products.filter((product) => product.code === code);
  const catalogue: Catalogue = { ...standard, products };
  const ledger = drawLedger(wish.picture ?? 'Такси  1000  60000  500');
  ledger.name = wish.name ?? 'Сая Ахметова';
  ledger.code = wish.code ?? '1';
  const [evaluation] = new Scorer(catalogue, ledger.frame, null).explain(ledger);
  const pack = smallPack(wish.texts === undefined ? {} : { [code]: wish.texts });
  const prepared = prepareTexts(
    {
      catalogue,
      frame: ledger.frame,
      pack,
      channel: channel(wish.channel),
      sources: { 'cash-loan': { yearlyRate: true } },
    },
    ledger,
  );
  return {
    prepared,
    render: () => renderText(prepared, ledger, evaluation),
    judge: (text) => judgeText(prepared, ledger, evaluation, text),
  };
};

const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);

describe('renderText', () => {
  it('addresses the client, fills the parts and ends with the call', () => {
    const { render } = desk({
      texts: texts({
        hook: ['картой в {month} вышло {sum}.'],
        offer: ['Назад {rate}, около {gain}.'],
        condition: ['До {cap}.'],
      }),
    });
    expect(render()).toEqual({
      text: 'Сая, картой в месяцж вышло 60\u00a0000\u00a0₸. Назад 4%, около 2\u00a0400\u00a0₸. До 30\u00a0000\u00a0₸. Посмотреть карту.',
      language: 'ru',
      variant: 0,
      findings: [],
      ok: true,
    });
  });

  it('begins with a capital when there is nobody to address', () => {
    const { render } = desk({ name: '-', texts: texts({ hook: ['карта.'] }) });
    expect(render().text).toBe('Карта. Предложение. Посмотреть карту.');
  });

  it.each(['Тг', 'Срочно', 'ℹ一', 'Абвгдеёжзийклмнопрстуфхцч'])(
    'leaves out the name %s, which spoils the text',
    (name) => {
      const wish = { name, texts: texts({ hook: ['карта.'] }), channel: { max: 60, emoji: 0 } };
      const rendered = desk(wish).render();
      expect(rendered).toMatchObject({
        text: 'Карта. Предложение. Посмотреть карту.',
        findings: [],
        ok: true,
      });
    },
  );

  it('keeps the name when the text is spoilt without it', () => {
    const { render } = desk({ name: 'Сая', texts: texts({ hook: ['карта  срочно.'] }) });
    expect(render()).toMatchObject({ ok: false });
    expect(render().text).toMatch(/^Сая, /);
  });

  it('writes braces and markup of the data as they are', () => {
    const { render } = desk({
      name: '{sum}',
      picture: 'Такси  10\n?{sum}<b>  9000',
      texts: texts({ hook: ['карта {cats}.', 'карта.'] }),
    });
    expect(render().text).toBe('Карта «Такси». Предложение. Посмотреть карту.');
  });

  const three = texts({ hook: ['карта а.'] }, { hook: ['карта б.'] }, { hook: ['карта вввв.'] });

  it('chooses the variant by the client, always the same', () => {
    const variants = Array.from('1234567', (code) => desk({ texts: three, code }).render().variant);
    expect(new Set(variants)).toEqual(new Set([0, 1, 2]));
    expect(Array.from('1234567', (code) => desk({ texts: three, code }).render().variant)).toEqual(
      variants,
    );
  });

  it('gives way to the next variant when the chosen one cannot fit', () => {
    const long = { min: 'Сая, карта вввв. Предложение. Посмотреть карту.'.length };
    for (const code of '1234567') {
      expect(desk({ texts: three, code, channel: long }).render()).toMatchObject({
        variant: 2,
        ok: true,
      });
    }
  });

  it('gives the nearest with a finding when none fits', () => {
    const rendered = desk({ texts: three, channel: { min: 180, max: 220 } }).render();
    expect(rendered).toMatchObject({ variant: 2, ok: false });
    expect(rendered.findings).toEqual([{ rule: 'length', severity: 'error', at: '' }]);
  });

  it('is still fit to send with a warning', () => {
    const rendered = desk({
      texts: texts({ hook: ['о другом.'] }),
      channel: { fold: 12 },
    }).render();
    expect(rules(rendered.findings)).toEqual(['point-late']);
    expect(rendered.ok).toBe(true);
  });

  it.each([
    ['the language has no text for the product', undefined],
    ['no part of it is true of the client', texts({ hook: ['{fx}.'] })],
  ])('says so when %s', (_, own) => {
    expect(desk({ texts: own }).render()).toEqual({
      text: '',
      language: 'ru',
      variant: -1,
      findings: [{ rule: 'no-template', severity: 'error', at: '' }],
      ok: false,
    });
  });

  it('leaves broken templates out and names them', () => {
    const { prepared, render } = desk({ texts: texts({}, { hook: ['{сумма}', 'карта.'] }) });
    expect(prepared.faults).toEqual([
      {
        product: 'travel-card',
        variant: 1,
        kind: 'hook',
        index: 0,
        code: 'unknown-placeholder',
        text: 'сумма',
      },
    ]);
    expect(render().ok).toBe(true);
  });
});

describe('judgeText', () => {
  const GOOD =
    'Сая, картой вышло 60\u00a0000\u00a0₸, назад около 2\u00a0400\u00a0₸. Посмотреть карту.';

  it('holds a text of a person to the same facts', () => {
    const { judge } = desk({ texts: texts({}) });
    expect(judge(GOOD)).toEqual([]);
    expect(rules(judge(GOOD.replace('2\u00a0400', '9\u00a0000')))).toEqual(['arithmetic']);
    expect(rules(judge(GOOD.replace('Сая', 'Анна')))).toEqual(['name-first']);
  });

  it('asks for the name only where the text of the templates has it', () => {
    const nameless = 'Карта. Предложение. Посмотреть карту.';
    const hook = ['карта.'];
    expect(rules(desk({ texts: texts({ hook }) }).judge(nameless))).toEqual(['name-first']);
    const spoilt = { name: 'Срочно', texts: texts({ hook }) };
    expect(rules(desk(spoilt).judge(nameless))).toEqual([]);
  });

  it('lets nothing stand next to what the client did not spend', () => {
    const { judge } = desk({ texts: texts({}), picture: 'Кино  1' });
    expect(judge(GOOD)).toEqual([]);
  });

  it('knows whose rates are yearly and which products name no figure', () => {
    const { judge } = desk({ product: 'cash-loan', texts: texts({}) });
    const text = 'Сая, карта под 5% и 60\u00a0000\u00a0₸. Посмотреть карту.';
    expect(rules(judge(text))).toEqual(['rate-without-effective', 'figure-for-debt']);
  });
});
