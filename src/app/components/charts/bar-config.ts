import type { ChartConfiguration, Plugin } from 'chart.js';
import type { ChartColours } from './chart-colours.ts';

interface BarSeries {
  readonly label: string;
  readonly colour: keyof ChartColours;
  readonly values: readonly number[];
  /** Position of a bar drawn in a quieter colour: «the rest». */
  readonly quiet?: number;
}

export interface BarChartData {
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
}

interface BarLook {
  readonly horizontal: boolean;
  readonly cramped: boolean;
  /** Bars side by side: a histogram. */
  readonly dense: boolean;
  readonly colours: ChartColours;
  readonly font: string;
  readonly animate: boolean;
  /** Values on the axis, short. */
  readonly tick: (value: number) => string;
  /** Values in the tooltip, whole. */
  readonly tip: (value: number) => string;
  /** Figures at the bars instead of an axis. */
  readonly labels: Plugin<'bar'> | null;
  readonly onPick: (index: number) => void;
}

const END_ROOM = 76;
const LONG_NAME = 16;

/** Where there is little room a long name takes two lines. */
const wrap = (name: string): string | string[] => {
  if (name.length <= LONG_NAME) return name;
  const space = name.indexOf(' ', Math.floor(name.length / 2) - 2);
  return space < 0 ? name : [name.slice(0, space), name.slice(space + 1)];
};

/** Bars the way this page draws them: thin, quiet grid, no frame, no legend. */
export const barConfig = (
  { labels, series }: BarChartData,
  look: BarLook,
): ChartConfiguration<'bar', number[], string | string[]> => {
  const { horizontal, cramped, dense, colours, font, animate, tick, tip, onPick } = look;
  const values = {
    display: look.labels === null,
    border: { display: false },
    grid: { color: colours.grid, drawTicks: false },
    ticks: {
      callback: (value: number | string) => tick(Number(value)),
      color: colours.soft,
      maxTicksLimit: 5,
      padding: 6,
    },
    beginAtZero: true,
  };
  const names = {
    border: { color: colours.grid },
    grid: { display: false },
    ticks: {
      color: colours.soft,
      padding: 4,
      autoSkip: !horizontal,
      maxRotation: 0,
      font: cramped ? { size: 11, lineHeight: 1.05 } : {},
    },
  };
  const colourOf = ({ colour, values: data, quiet }: BarSeries): string[] =>
    data.map((_, place) => colours[place === quiet ? 'rest' : colour]);
  return {
    type: 'bar',
    data: {
      labels: cramped && horizontal ? labels.map(wrap) : [...labels],
      datasets: series.map((one) => ({
        label: one.label,
        data: [...one.values],
        backgroundColor: colourOf(one),
        hoverBackgroundColor: colourOf(one),
        borderRadius: 3,
        borderSkipped: 'start',
        ...(dense ? {} : { maxBarThickness: horizontal ? 12 : 32 }),
        categoryPercentage: dense ? 1 : 0.8,
        barPercentage: dense ? 0.94 : 0.9,
      })),
    },
    plugins: look.labels ? [look.labels] : [],
    options: {
      indexAxis: horizontal ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: animate ? { duration: 250 } : false,
      font: { family: font, size: 12 },
      layout: { padding: look.labels ? (horizontal ? { right: END_ROOM } : { top: 20 }) : 0 },
      interaction: { mode: 'index', axis: horizontal ? 'y' : 'x', intersect: false },
      onClick: (_event, elements) => {
        if (elements.length > 0) onPick(elements[0].index);
      },
      plugins: {
        tooltip: {
          backgroundColor: colours.ink,
          titleColor: colours.surface,
          bodyColor: colours.surface,
          displayColors: series.length > 1,
          boxPadding: 4,
          padding: 8,
          callbacks: {
            label: (item) => {
              const value = tip(Number(item.raw));
              return series.length > 1 ? `${item.dataset.label ?? ''}: ${value}` : value;
            },
          },
        },
      },
      scales: horizontal ? { x: values, y: names } : { x: names, y: values },
    },
  };
};
