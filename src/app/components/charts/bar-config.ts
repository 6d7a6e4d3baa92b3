import type { ChartConfiguration } from 'chart.js';
import type { ChartColours } from './chart-colours.ts';

export interface BarSeries {
  readonly label: string;
  readonly colour: keyof ChartColours;
  readonly values: readonly number[];
}

export interface BarChartData {
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
}

interface BarLook {
  readonly horizontal: boolean;
  readonly colours: ChartColours;
  readonly font: string;
  readonly animate: boolean;
  /** Values on the axis, short. */
  readonly tick: (value: number) => string;
  /** Values in the tooltip, whole. */
  readonly tip: (value: number) => string;
  readonly onPick: (index: number) => void;
}

/** Bars the way this page draws them: thin, quiet grid, no frame, no legend. */
export const barConfig = (
  { labels, series }: BarChartData,
  { horizontal, colours, font, animate, tick, tip, onPick }: BarLook,
): ChartConfiguration<'bar', number[], string> => {
  const values = {
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
    ticks: { color: colours.soft, padding: 4, autoSkip: !horizontal, maxRotation: 0 },
  };
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: series.map(({ label, colour, values: data }) => ({
        label,
        data: [...data],
        backgroundColor: colours[colour],
        hoverBackgroundColor: colours[colour],
        borderRadius: 3,
        borderSkipped: 'start',
        maxBarThickness: horizontal ? 14 : 44,
        categoryPercentage: 0.78,
        barPercentage: 0.92,
      })),
    },
    options: {
      indexAxis: horizontal ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: animate ? { duration: 250 } : false,
      font: { family: font, size: 12 },
      interaction: { mode: 'index', axis: horizontal ? 'y' : 'x', intersect: false },
      onClick: (_event, [element]) => {
        if (element) onPick(element.index);
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
