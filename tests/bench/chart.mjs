/** Bars in SVG that can be read on a light page and on a dark one. */

const WIDTH = 760;
const ROW = 30;
const BAR = 18;
const LABEL = 190;
const VALUE = 70;
const TOP = 34;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #3b424d }
  .title { font-weight: 600 }
  .bar { fill: #a9b2bf }
  .own { fill: #1f7a5c }
  .axis { stroke: #c9d0d9 }
  @media (prefers-color-scheme: dark) {
    text { fill: #c6ccd4 }
    .bar { fill: #5b6675 }
    .own { fill: #3fb68b }
    .axis { stroke: #3d4653 }
  }`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** `bars`: { label, value, isOwn }, longest first; `value` is shown as it is. */
export const drawChart = (title, bars) => {
  const longest = Math.max(...bars.map(({ value }) => value));
  const scale = (WIDTH - LABEL - VALUE) / longest;
  const rows = bars.map(({ label, value, isOwn }, at) => {
    const y = TOP + at * ROW;
    const width = Math.max(1, value * scale).toFixed(1);
    const middle = y + BAR / 2 + 4.5;
    return [
      `<text x="${LABEL - 10}" y="${middle}" text-anchor="end">${escaped(label)}</text>`,
      `<rect class="${isOwn ? 'own' : 'bar'}" x="${LABEL}" y="${y}" width="${width}" height="${BAR}" rx="2"/>`,
      `<text x="${(LABEL + Number(width) + 8).toFixed(1)}" y="${middle}">${value}</text>`,
    ].join('\n');
  });
  const height = TOP + bars.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
<text class="title" x="0" y="16">${escaped(title)}</text>
${rows.join('\n')}
<line class="axis" x1="${LABEL}" x2="${LABEL}" y1="${TOP - 6}" y2="${height - 6}"/>
</svg>
`;
};
