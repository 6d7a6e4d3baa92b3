import { describe, expect, it } from 'vitest';
import { headingKey, valueKey } from '../../src/engine/kernel/text-key.ts';
import { foldLookAlikes } from '../../src/engine/rows/look-alikes.ts';
import { FIELDS, type Field, type Vocabulary } from '../../src/engine/rows/vocabulary.ts';
import { VOCABULARY } from '../../src/presets/vocabulary.ts';

const headings: Vocabulary['headings'] = VOCABULARY.headings;

describe('VOCABULARY', () => {
  it('has the 24 categories letter for letter, in their order', () => {
    expect(VOCABULARY.categories.join('; ')).toBe(
      'Одежда и обувь; Продукты питания; Кафе и рестораны; Медицина; Авто; Спорт; Развлечения; ' +
        'АЗС; Кино; Питомцы; Книги; Цветы; Едим дома; Смотрим дома; Играем дома; ' +
        'Косметика и Парфюмерия; Подарки; Ремонт дома; Мебель; Спа и массаж; ' +
        'Ювелирные украшения; Такси; Отели; Путешествия',
    );
    expect(VOCABULARY.categories).toHaveLength(24);
  });

  it('has the 22 transfer types with their directions', () => {
    const named = (direction: string): string =>
      VOCABULARY.transferTypes
        .filter((type) => type.direction === direction)
        .map((type) => type.name)
        .join(' ');
    expect(named('in')).toBe(
      'salary_in stipend_in family_in cashback_in refund_in card_in fx_sell invest_in ' +
        'deposit_fx_withdraw_in gold_sell_in',
    );
    expect(named('out')).toBe(
      'p2p_out card_out atm_withdrawal utilities_out loan_payment_out cc_repayment_out ' +
        'installment_payment_out fx_buy invest_out deposit_topup_out deposit_fx_topup_out ' +
        'gold_buy_out',
    );
  });

  it('has stems that are the names without their suffix', () => {
    for (const { name, direction, stem } of VOCABULARY.transferTypes) {
      const expected = name === 'atm_withdrawal' ? 'atm' : name.replace(`_${direction}`, '');
      expect(stem).toBe(expected);
    }
  });

  it('knows the Russian headings', () => {
    const russian: Record<Field, string> = {
      client_code: 'Код клиента',
      name: 'Имя',
      status: 'Статус',
      age: 'Возраст',
      city: 'Город',
      avg_monthly_balance_KZT: 'Средний остаток',
      date: 'Дата',
      category: 'Категория',
      amount: 'Сумма',
      currency: 'Валюта',
      type: 'Тип',
      direction: 'Направление',
      product: 'Продукт',
      language: 'Язык',
    };
    for (const field of FIELDS) expect(headings[field]).toContain(russian[field]);
  });

  it('gives no heading to two fields, not even with look-alike letters', () => {
    const fieldOf = new Map<string, Field>();
    for (const field of FIELDS) {
      for (const heading of [field, ...headings[field]]) {
        const key = foldLookAlikes(headingKey(heading));
        expect([heading, fieldOf.get(key) ?? field]).toEqual([heading, field]);
        fieldOf.set(key, field);
      }
    }
  });

  const lists: Readonly<Record<string, readonly string[]>> = {
    categories: VOCABULARY.categories,
    types: VOCABULARY.transferTypes.map(({ name }) => name),
    'stems with directions': VOCABULARY.transferTypes.map((t) => `${t.stem} ${t.direction}`),
    statuses: VOCABULARY.statuses,
    currencies: Object.keys(VOCABULARY.currencySpellings),
    directions: [...VOCABULARY.directions.in, ...VOCABULARY.directions.out],
    totals: VOCABULARY.totalsWords,
    languages: Object.entries(VOCABULARY.languages).flat(2),
    ...headings,
  };

  it.each(Object.keys(lists))('says nothing twice: %s', (name) => {
    const keys = lists[name].map(valueKey);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('has statuses and currencies as the domain names them', () => {
    expect(VOCABULARY.statuses.join(' / ')).toBe(
      'Студент / Зарплатный клиент / Премиальный клиент / Стандартный клиент',
    );
    for (const iso of Object.values(VOCABULARY.currencySpellings))
      expect(iso).toMatch(/^[A-Z]{3}$/);
  });
});
