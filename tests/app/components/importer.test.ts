import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import DropZone from '../../../src/app/components/importer/DropZone.vue';
import FileTable from '../../../src/app/components/importer/FileTable.vue';
import { groupFaults } from '../../../src/app/components/importer/fault-groups.ts';
import ImportProgress from '../../../src/app/components/importer/ImportProgress.vue';
import RefusalNotice from '../../../src/app/components/importer/RefusalNotice.vue';
import type { FileReport } from '../../../src/engine/ingest/report.ts';
import type { Fault } from '../../../src/engine/kernel/fault.ts';

const fault = (code: string, severity: Fault['severity'], line: number, text = ''): Fault => ({
  code,
  severity,
  file: 'transactions.csv',
  line,
  column: 'amount',
  text,
});

const report = (change: Partial<FileReport>): FileReport => ({
  name: 'transactions.csv',
  kind: 'transactions',
  encoding: 'windows-1251',
  delimiter: ';',
  decimal: ',',
  dateOrder: null,
  bytes: 1_500_000,
  columns: ['client_code', 'amount'],
  records: 1200,
  used: 1195,
  reported: 5,
  sums: { KZT: '123.45' },
  faults: [],
  faultCounts: {},
  ...change,
});

describe('a file that was read', () => {
  it('says what it is, how it was read and what became of its rows', () => {
    const text = mount(FileTable, { props: { files: [report({})] } }).text();
    expect(text).toContain('Операции');
    expect(text).toContain('windows-1251, точка с запятой, десятичная запятая');
    expect(text).toContain('1,5\u00A0МБ');
    expect(text).toContain('1\u00A0195');
    expect(text).toContain('всё чисто');
  });

  it('opens to its faults in words, with where and what to do', async () => {
    const faults = [2, 5, 9, 12].map((line) => fault('amount-unreadable', 'warning', line, 'abc'));
    const files = [report({ faults, faultCounts: { 'amount-unreadable': 31 } })];
    const table = mount(FileTable, { props: { files } });
    expect(table.text()).toContain('31 замечание');
    await table.get('button[aria-expanded]').trigger('click');
    expect(table.text()).toContain('Сумма не читается');
    expect(table.text()).toContain('строка 2 · колонка «amount» · значение «abc»');
    expect(table.text()).toContain('Ждём число');
    expect(table.text()).not.toContain('строка 12');
    const more = table.findAll('button').find((button) => button.text().startsWith('и ещё'));
    await more?.trigger('click');
    expect(table.text()).toContain('строка 12');
  });

  it('shows what was made of an amount that is written in an unusual way', async () => {
    const repaired = { ...fault('amount-repaired', 'info', 7, '(1 234,5)'), amount: -123_450 };
    const files = [report({ faults: [repaired] })];
    const table = mount(FileTable, { props: { files } });
    await table.get('button[aria-expanded]').trigger('click');
    expect(table.text()).toContain('значение «(1 234,5)» · понято как -1\u00A0234,50');
  });

  it('shows an error without being asked', () => {
    const files = [report({ kind: null, faults: [fault('not-csv', 'error', 0, 'PNG')] })];
    expect(mount(FileTable, { props: { files } }).text()).toContain('Это не CSV');
  });

  it('shows a code without words as it is, and hostile text as text', async () => {
    const faults = [fault('from-the-future', 'warning', 1, '<img src=x onerror=alert(1)>')];
    const table = mount(FileTable, { props: { files: [report({ faults })] } });
    await table.get('button[aria-expanded]').trigger('click');
    expect(table.text()).toContain('from-the-future');
    expect(table.text()).toContain('<img src=x');
    expect(table.find('img').exists()).toBe(false);
  });
});

describe('groups of faults', () => {
  it('come gravest first, then the most frequent, with exact counts', () => {
    const faults = [
      fault('refund', 'info', 1),
      fault('unknown-category', 'warning', 2),
      fault('amount-missing', 'error', 3),
      fault('unknown-type', 'warning', 4),
    ];
    const counts = { refund: 900, 'unknown-type': 7, 'unknown-category': 2, 'amount-missing': 1 };
    expect(groupFaults(faults, counts).map(({ code, count }) => [code, count])).toEqual([
      ['amount-missing', 1],
      ['unknown-type', 7],
      ['unknown-category', 2],
      ['refund', 900],
    ]);
  });
});

describe('progress', () => {
  const progress = {
    phase: 'reading' as const,
    files: [{ name: 'a.csv', bytesDone: 50, bytesTotal: 100, rows: 7 }],
    bytesDone: 50_000_000,
    bytesTotal: 200_000_000,
    rowsDone: 1_234_567,
    elapsedMs: 1000,
  };

  it('says bytes, rows, speed and time left', () => {
    const view = mount(ImportProgress, { props: { progress } });
    expect(view.text()).toContain('50\u00A0МБ из 200\u00A0МБ');
    expect(view.text()).toContain('1\u00A0234\u00A0567');
    expect(view.text()).toContain('50\u00A0МБ/с');
    expect(view.text()).toContain('3\u00A0с');
    expect(view.get('[role=progressbar]').attributes('aria-valuenow')).toBe('25');
  });

  it('does not invent a share where the length is unknown', () => {
    const unknown = { ...progress, bytesTotal: null };
    const view = mount(ImportProgress, { props: { progress: unknown } });
    expect(view.get('[role=progressbar]').attributes('aria-valuenow')).toBeUndefined();
    expect(view.text()).toContain('…');
  });

  it('can be cancelled', async () => {
    const view = mount(ImportProgress, { props: { progress } });
    await view.get('button').trigger('click');
    expect(view.emitted('cancel')).toHaveLength(1);
  });
});

const nothing = { outcome: 'refused' as const, months: 0, period: [], files: [], faults: [] };
const empty = { files: 0, bytes: 0, records: 0, used: 0, reported: 0 };
const whole = { ...nothing, totals: { ...empty, clients: 0, transactions: 0, transfers: 0 } };

describe('a refusal', () => {
  it('says why, where, what to do, and that the old result stays', () => {
    const props = { fault: fault('unclosed-quote', 'error', 17), report: whole, kept: true };
    const text = mount(RefusalNotice, { props }).text();
    expect(text).toContain('Кавычка не закрыта');
    expect(text).toContain('transactions.csv · строка 17');
    expect(text).toContain('Прежний результат остался');
  });

  it('offers the answers where it is a question', async () => {
    const props = { fault: fault('date-order-ambiguous', 'error', 0), report: whole, kept: false };
    const notice = mount(RefusalNotice, { props });
    const answer = notice.findAll('button').find((button) => button.text().startsWith('день'));
    await answer?.trigger('click');
    expect(notice.emitted('answer')).toEqual([[{ dateOrder: 'dmy' }]]);
  });
});

describe('a question about a file', () => {
  const ask = (code: string, text: string, readings: Readonly<Record<string, string>>) => {
    const question = { ...fault(code, 'error', 0, text), readings };
    const notice = mount(RefusalNotice, {
      props: { fault: question, report: whole, kept: false },
    });
    return notice.findAll('li').map((answer) => answer.text());
  };

  it.each([
    [
      'decimal-ambiguous',
      '1,289',
      { '.': '1289.00', ',': '1.29' },
      ['десятичная запятая«1,289» — это 1,29', 'десятичная точка«1,289» — это 1\u00A0289,00'],
    ],
    [
      'date-order-ambiguous',
      '03/04/2025',
      { dmy: '2025-04-03', mdy: '2025-03-04' },
      [
        'день, месяц, год«03/04/2025» — это 3 апр. 2025',
        'месяц, день, год«03/04/2025» — это 4 марта 2025',
      ],
    ],
    [
      'encoding-ambiguous',
      'windows-1251',
      { 'utf-8': '1,\uFFFD\uFFFD', 'windows-1251': '1,Ян' },
      ['UTF-81,\uFFFD\uFFFD', 'windows-12511,Ян'],
    ],
    [
      'delimiter-ambiguous',
      '',
      {},
      ['запятая', 'точка с запятой', 'табуляция', 'вертикальная черта'],
    ],
  ])('shows what each answer makes of a value: %s', (code, text, readings, answers) => {
    expect(ask(code, text, readings)).toEqual(answers);
  });
});

describe('the drop zone', () => {
  it('hands over chosen files with their paths, without the litter of file managers', async () => {
    const zone = mount(DropZone);
    const input = zone.get<HTMLInputElement>('input[type=file]');
    const files = [new File(['x'], 'clients.csv'), new File(['x'], '.DS_Store')];
    Object.defineProperty(files[0], 'webkitRelativePath', { value: 'folder/clients.csv' });
    Object.defineProperty(input.element, 'files', { value: files });
    await input.trigger('change');
    expect(zone.emitted('files')).toEqual([[[{ name: 'folder/clients.csv', file: files[0] }]]]);
  });
});
