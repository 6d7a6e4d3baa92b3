/** How much data there is, by the name that `npm run bench -- SIZE …` takes; rows are per client. */
export const SIZES = {
  small: { clients: 20_000, transactions: 150, transfers: 50, repeated: false },
  usual: { clients: 100_000, transactions: 100, transfers: 30, repeated: false },
  large: { clients: 1_000_000, transactions: 100, transfers: 30, repeated: false },
  /** As `small`, with name, product, status and city repeated in every row, as many exports have them. */
  wide: { clients: 20_000, transactions: 150, transfers: 50, repeated: true },
};
