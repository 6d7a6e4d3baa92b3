export interface Line {
  readonly label: string;
  /** Parts of one, one for each place on the axis. */
  readonly values: readonly number[];
  readonly isDashed: boolean;
}

const WIDTH = 760;
const HEIGHT = 380;
const LEFT = 52;
const RIGHT = 600;
const TOP = 44;
const BOTTOM = 330;
/** The lowest part shown. */
const LEAST = 0.8;
const GAP = 17;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #3b424d }
  .title { font-weight: 600 }
  .grid { stroke: #dfe4ea }
  .line { fill: none; stroke-width: 2.5 }
  .dashed { stroke-dasharray: 5 4 }
  .c0 { stroke: #1f7a5c } .c1 { stroke: #6a4fb3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #c6ccd4 }
    .grid { stroke: #343c48 }
    .c0 { stroke: #3fb68b } .c1 { stroke: #a48ee6 }
  }`;

/** Lines in SVG, two to a colour (whole and dashed), readable on a light page and on a dark one. */
export const drawLines = (
  title: string,
  axis: readonly number[],
  lines: readonly Line[],
): string => {
  const last = axis.length - 1;
  const x = (i: number): number => LEFT + ((RIGHT - LEFT) * axis[i]) / axis[last];
  const y = (part: number): number => BOTTOM - ((BOTTOM - TOP) * (part - LEAST)) / (1 - LEAST);
  const grid = [0.8, 0.85, 0.9, 0.95, 1].map(
    (part) =>
      `<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(part)}" y2="${y(part)}"/>` +
      `<text x="${LEFT - 8}" y="${y(part) + 4}" text-anchor="end">${Math.round(part * 100)} %</text>`,
  );
  const places = axis.map(
    (value, i) => `<text x="${x(i)}" y="${BOTTOM + 22}" text-anchor="middle">${value}</text>`,
  );
  const labels = spread(lines.map(({ values }) => y(values[last])));
  const drawn = lines.map(({ label, values, isDashed }, at) => {
    const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    return [
      `<polyline class="line c${Math.floor(at / 2)}${isDashed ? ' dashed' : ''}" points="${points}"/>`,
      `<text x="${RIGHT + 10}" y="${(labels[at] + 4).toFixed(1)}">${label}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">
<title>${title}</title>
<style>${STYLE}
</style>
<text class="title" x="0" y="18">${title}</text>
${[...grid, ...places, ...drawn].join('\n')}
<text x="${(LEFT + RIGHT) / 2}" y="${BOTTOM + 44}" text-anchor="middle">noise: 0 everyday life alone, 1 as in the demo</text>
</svg>
`;
};

/** Heights of labels, moved down where two would lie on each other. */
const spread = (heights: readonly number[]): number[] => {
  const moved = [...heights];
  const order = [...heights.keys()].sort((a, b) => heights[a] - heights[b]);
  order.slice(1).forEach((at, i) => {
    moved[at] = Math.max(moved[at], moved[order[i]] + GAP);
  });
  return moved;
};
