import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ClientPanel from '../../../src/app/components/client/ClientPanel.vue';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { fakeDetail } from '../fake-desk.ts';

const open = (change: Partial<ReturnType<typeof fakeDetail>> = {}) =>
  mount(ClientPanel, {
    props: {
      detail: { ...fakeDetail(2), ...change },
      kept: null,
      catalogue: catalogues[0],
      position: 2,
      total: 300,
    },
    global: { stubs: { BarCanvas: true } },
  });

describe('the client panel', () => {
  it('says who it is and what is offered, with the margin to the second place', () => {
    const text = open().text();
    expect(text).toContain('Клиент 2');
    expect(text).toContain('Шымкент');
    expect(text).toContain('3 из 300');
    expect(text).toContain('Карта для путешествий');
    expect(text).toContain('на 100\u00A0₸ больше, чем у второго места, «Карта для геймеров»');
    expect(text).toContain(
      'первым стал бы продукт «Карта для геймеров», если бы показатель «траты: Такси, Отели, Путешествия» был 25\u00A0000\u00A0₸, а не 40\u00A0000\u00A0₸',
    );
  });

  it('says why nothing is offered', () => {
    const { row } = fakeDetail(4);
    const text = open({ row, text: null }).text();
    expect(text).toContain('Нечего предложить');
    expect(text).toContain('ожидаемая выгода 3\u00A0996\u00A0₸ в месяц, а порог 500\u00A0₸');
    expect(text).toContain('Текста нет');
  });

  it('shows the push as a phone does, its length and the rule it breaks', () => {
    const panel = open();
    expect(panel.get('figure[aria-label="Пуш на экране телефона"]').text()).toContain('Айгерим');
    expect(panel.text()).toContain('75 знаков');
    expect(panel.text()).toContain('нужно 180–220');
    expect(panel.text()).toContain('Длина не по каналу');
    expect(panel.findAll('.checks .bad').length).toBeGreaterThan(1);
    const sms = { ...fakeDetail(2).text!, limits: { min: 50, max: 134 }, findings: [] };
    expect(open({ text: sms }).text()).toContain('нужно 50–134');
    expect(open({ text: sms }).findAll('.checks .bad')).toHaveLength(0);
  });

  it('has all products: the best four in their order, then the rest', () => {
    const names = open()
      .findAll('details .name')
      .map((name) => name.text());
    expect(names).toHaveLength(10);
    expect(names.slice(0, 2)).toEqual(['Карта для путешествий', 'Карта для геймеров']);
    expect(new Set(names).size).toBe(10);
  });

  it('opens a product to its arithmetic in words', () => {
    const first = open().get('details').text();
    expect(first).toContain('траты: Такси, Отели, Путешествия');
    expect(first).toContain('4% × 40\u00A0000\u00A0₸');
    expect(first).toContain('Обязательных условий нет');
  });

  it('never names a sum for a debt', () => {
    const loan = open()
      .findAll('details')
      .find((entry) => entry.text().includes('Кредит наличными'));
    expect(loan?.text()).toContain('условие не выполнено');
    expect(loan?.text()).toContain('долг не бывает выгодой');
  });

  it('tells what the charts show to those who do not see them', () => {
    const labels = open()
      .findAllComponents({ name: 'BarCanvas' })
      .map((chart) => String(chart.props('label')));
    expect(labels[0]).toContain('Такси 30\u00A0000\u00A0₸');
    expect(labels[1]).toContain('июль 2025 50\u00A0000\u00A0₸');
  });

  it('swaps a chart for its table', async () => {
    const panel = open();
    await panel.get('button.swap').trigger('click');
    expect(panel.find('caption').text()).toContain('Траты по категориям');
    expect(panel.text()).toContain('75%');
  });

  it('goes to the neighbours, but not beyond the ends', async () => {
    const panel = open();
    await panel.get('button[aria-label="Следующий клиент"]').trigger('click');
    expect(panel.emitted('move')).toEqual([[1]]);
    await panel.setProps({ position: 299 });
    const next = panel.get('button[aria-label="Следующий клиент"]');
    expect(next.attributes('disabled')).toBeDefined();
  });

  it('keeps a client and sets another one beside it', async () => {
    const panel = open();
    await panel.get('button[aria-label="Сравнить с другим клиентом"]').trigger('click');
    expect(panel.emitted('keep')).toEqual([[panel.props('detail')]]);
    await panel.setProps({ kept: fakeDetail(2), detail: fakeDetail(5) });
    const table = panel.get('.compare').text();
    expect(table).toContain('Сравнение с клиентом Клиент 2');
    expect(table).toContain('Карта с кэшбэком на топ-3 категории');
    expect(table).toContain('30\u00A0000\u00A0₸');
  });

  it('does not break on a client without history', () => {
    const bare = { months: [], categories: [], transfers: [], monthlySpend: [] };
    const text = open(bare).text();
    expect(text).toContain('Трат в данных нет');
    expect(text).toContain('Переводов в данных нет');
  });
});
