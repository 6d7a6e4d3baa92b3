/** Sums and counts by client, word and currency, in hundredths; the files as Papa Parse streams them. */
importScripts('/papaparse.js');
const { Papa } = self;

const group = (file, word) =>
  new Promise((resolve, reject) => {
    const groups = new Map();
    let columns = null;
    Papa.parse(file, {
      chunk: ({ data }) => {
        if (columns === null) {
          const headings = data.shift();
          columns = ['client_code', word, 'currency', 'amount'].map((name) =>
            headings.indexOf(name),
          );
        }
        const [client, words, currency, amount] = columns;
        for (const row of data) {
          const key = `${row[client]}\t${row[words]}\t${row[currency]}`;
          let cell = groups.get(key);
          if (cell === undefined) groups.set(key, (cell = { sum: 0, count: 0 }));
          cell.sum += Math.round(Number(row[amount]) * 100);
          cell.count++;
        }
      },
      skipEmptyLines: true,
      complete: () => resolve(groups),
      error: reject,
    });
  });

const sums = (groups) => {
  const totals = {};
  for (const [key, { sum }] of groups) {
    const currency = key.slice(key.lastIndexOf('\t') + 1);
    totals[currency] = (totals[currency] ?? 0) + sum;
  }
  return Object.fromEntries(
    Object.entries(totals).map(([currency, sum]) => [currency, (sum / 100).toFixed(2)]),
  );
};

self.onmessage = async ({ data: [, transactions, transfers] }) => {
  const spent = await group(transactions, 'category');
  const moved = await group(transfers, 'type');
  self.postMessage({ spent: sums(spent), moved: sums(moved) });
};
self.postMessage('ready');
