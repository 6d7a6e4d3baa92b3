/** What is wanted of the `usual` size on two processors; `of` gives what was measured. */
const SIMPLE = 'DuckDB, simple';
const METRICS = 'DuckDB, same metrics';
const CHROMIUM = 'Vygoda, Chromium';
const NODE = 'Vygoda, Node, 2 threads';

const times = (own, other) => (row) => row(other).seconds / row(own).seconds;

export const TARGETS = [
  { what: 'Chromium, MB/s', wanted: 300, of: (row) => row(CHROMIUM).megabytesPerSecond },
  { what: 'Chromium × DuckDB, simple', wanted: 1, of: times(CHROMIUM, SIMPLE) },
  { what: 'Chromium × DuckDB, same metrics', wanted: 2, of: times(CHROMIUM, METRICS) },
  { what: 'Chromium × DuckDB-WASM', wanted: 3, of: times(CHROMIUM, 'DuckDB-WASM, Chromium') },
  { what: 'Chromium × Papa Parse', wanted: 8, of: times(CHROMIUM, 'Papa Parse, Chromium') },
  { what: 'Node × DuckDB, simple', wanted: 1.5, of: times(NODE, SIMPLE) },
  { what: 'Node × pandas', wanted: 12, of: times(NODE, 'pandas') },
];
