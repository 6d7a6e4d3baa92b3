/**
 * Writes the files the benchmark reads, sorted by client, with a time of day, from a fixed seed. The
 * answer is written beside them: sums and counts that every contender must come to.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const CATEGORIES = [
  ...['Одежда и обувь', 'Продукты питания', 'Кафе и рестораны', 'Медицина', 'Авто', 'Спорт'],
  ...['Развлечения', 'АЗС', 'Кино', 'Питомцы', 'Книги', 'Цветы', 'Едим дома', 'Смотрим дома'],
  ...['Играем дома', 'Косметика и Парфюмерия', 'Подарки', 'Ремонт дома', 'Мебель'],
  ...['Спа и массаж', 'Ювелирные украшения', 'Такси', 'Отели', 'Путешествия'],
];
const TYPES = [
  ...['salary_in,in', 'stipend_in,in', 'family_in,in', 'cashback_in,in', 'refund_in,in'],
  ...['card_in,in', 'p2p_out,out', 'card_out,out', 'atm_withdrawal,out', 'utilities_out,out'],
  ...['loan_payment_out,out', 'cc_repayment_out,out', 'installment_payment_out,out', 'fx_buy,out'],
  ...['fx_sell,in', 'invest_out,out', 'invest_in,in', 'deposit_topup_out,out', 'gold_buy_out,out'],
];
const NAMES = ['Айгерим', 'Данияр', 'Анна', 'Нурлан', 'Мадина', 'Павел', 'Сая', 'Ержан', 'Ольга'];
const STATUSES = ['Студент', 'Зарплатный клиент', 'Премиальный клиент', 'Стандартный клиент'];
const PRODUCTS = ['Дебетовая карта', 'Депозит', 'Кредит наличными'];
const CITIES = ['Алматы', 'Астана', 'Шымкент', 'Караганда', 'Актобе', 'Атырау', 'Павлодар'];

let state = 0x2545f491;
/** xorshift32: an integer below `limit`. */
const random = (limit) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
};
const pick = (words) => words[random(words.length)];
/** Cheap categories are met more often than dear ones. */
const CATEGORY_DRAW = CATEGORIES.flatMap((word, i) =>
  new Array([1, 7, 21].includes(i) ? 6 : 1).fill(word),
);

const twoDigits = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));
const amountText = (hundredths) => `${Math.floor(hundredths / 100)}.${twoDigits[hundredths % 100]}`;
const dateText = () =>
  `2025-${twoDigits[6 + random(3)]}-${twoDigits[1 + random(30)]} ` +
  `${twoDigits[8 + random(14)]}:${twoDigits[random(60)]}:${twoDigits[random(60)]}`;

class Writer {
  #pieces = [];
  #length = 0;
  constructor(path) {
    this.file = openSync(path, 'w');
  }
  write(text) {
    this.#pieces.push(text);
    if ((this.#length += text.length) > 1 << 20) this.flush();
  }
  flush() {
    const bytes = Buffer.from(this.#pieces.join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at);
    this.#pieces = [];
    this.#length = 0;
  }
  close() {
    this.flush();
    closeSync(this.file);
  }
}

/** `size`: one of sizes.mjs. */
export const generate = (folder, { clients, transactions, transfers, repeated }) => {
  state = 0x2545f491;
  mkdirSync(folder, { recursive: true });
  const files = {
    clients: new Writer(join(folder, 'clients.csv')),
    transactions: new Writer(join(folder, 'transactions.csv')),
    transfers: new Writer(join(folder, 'transfers.csv')),
  };
  const more = repeated ? ',name,product,status,city' : '';
  files.clients.write('client_code,name,status,age,city,avg_monthly_balance_KZT\n');
  files.transactions.write(`client_code,date,category,amount,currency${more}\n`);
  files.transfers.write(`client_code,date,type,direction,amount,currency${more}\n`);

  const answer = { clients, transactions: 0, transfers: 0, spent: {}, moved: {} };
  const add = (table, currency, hundredths) => {
    table[currency] = (table[currency] ?? 0) + hundredths;
  };
  for (let client = 1; client <= clients; client++) {
    const code = String(client);
    const [name, status, city] = [pick(NAMES), pick(STATUSES), pick(CITIES)];
    files.clients.write(
      `${code},${name},${status},${18 + random(50)},${city},${random(5_000_000)}\n`,
    );
    const product = pick(PRODUCTS);
    const end = repeated ? `,${name},${product},${status},${city}\n` : '\n';
    let rows = '';
    for (let i = 0; i < transactions; i++) {
      const hundredths = 50_000 + random(400) * random(4000);
      const currency = random(40) === 0 ? 'USD' : 'KZT';
      rows += `${code},${dateText()},${pick(CATEGORY_DRAW)},${amountText(hundredths)},${currency}${end}`;
      add(answer.spent, currency, hundredths);
    }
    files.transactions.write(rows);
    rows = '';
    for (let i = 0; i < transfers; i++) {
      const hundredths = 100_000 + random(5000) * random(6000);
      rows += `${code},${dateText()},${pick(TYPES)},${amountText(hundredths)},KZT${end}`;
      add(answer.moved, 'KZT', hundredths);
    }
    files.transfers.write(rows);
    answer.transactions += transactions;
    answer.transfers += transfers;
  }
  for (const file of Object.values(files)) file.close();
  writeFileSync(join(folder, 'answer.json'), `${JSON.stringify(answer, null, 2)}\n`);
};
