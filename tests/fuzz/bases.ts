import type { Texts } from '../fixtures/ingest-texts.ts';

const encoder = new TextEncoder();
const CLIENTS =
  'client_code,name,status,age,city,avg_monthly_balance_KZT\n1,A,Студент,20,Алматы,10.5\n2,"B, C",VIP,x,,7\n007,,,,,\n';

/** Letters of windows-1251 from their places in the alphabet. */
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });

const utf16 = (text: string): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return new Uint8Array(view.buffer);
};

/** Rows enough to be cut in the midst of, some with line ends in their cells. */
const manyRows = Array.from({ length: 24 }, (_, at) => {
  const note = at % 7 === 3 ? '"a\nb, ""c"""' : at % 5 === 0 ? '"x"' : '';
  return `${1 + (at % 2)},2025-0${6 + (at % 3)}-1${at % 10} 10:00:0${at % 10},Такси,${at}.50,${note}`;
}).join('\n');

/**
 * Sound imports of every kind there is; the fuzzer damages one file of one of them. Words are met
 * again, because the fast lane takes only rows whose words it knows.
 */
export const BASES: readonly Texts[] = [
  {
    'c.csv': CLIENTS,
    't.csv': `client_code,date,category,amount,currency,product\n${'1,2025-06-01,Такси,150.25,KZT,x\n2,2025-07-02,Кино,20.12567,USD,\n007,2025-08-03,"Отели",1200.5,,"y, z"\n1,2025-06-01,Кот,-3.00,KZT,x\n'.repeat(4)}`,
    'x.csv': `client_code,date,type,direction,amount\n${'1,2025-06-05,salary_in,in,300000.00\n2,2025-06-05,card,out,5\n007,2025-07-05,Бизнес,in,7.5\n'.repeat(4)}`,
  },
  {
    'c.csv': CLIENTS,
    't.csv':
      'amount;category;client_code;note\r\n"1 234,5";Продукты питания;1;"a\r\nb"\r\n7,25;такси;2;x\r\n# c\r\n\r\nИтого;;;9\r\n',
  },
  { 'c.csv': CLIENTS, 't.csv': `client_code,date,category,amount,note\n${manyRows}\n` },
  {
    'c.csv': windows1251('client_code\tname\tcity\r1\tАнна\tАлматы\r2\tПетр\tАстана\r'),
    'x.csv': windows1251(
      'client_code\tdate\ttype\tdirection\tamount\r1\t01.06.2025\tЗарплата\tприход\t1,289\r2\t13.06.2025\tcard\tout\t10,5\r',
    ),
  },
  {
    'c.csv': utf16(`\ufeff${CLIENTS}`),
    't.csv': encoder.encode(
      '\ufeffsep=|\nclient_code|category|amount|date|product\n1|Кино|1,289|03/04/2025|Кредит\n2|Отели|(7)|04/03/2025|\n2|Отели|1.234,50|13/03/2025|x\n',
    ),
  },
];
