import { barConfig, type BarChartData } from './bar-config.ts';
import type { ChartColours } from './chart-colours.ts';
import { valueLabels } from './value-labels.ts';

const WIDTH = 960;
const BAR = 34;
const ROOM = 24;

/** Bars that the page shows as a list, drawn once on a canvas of their own, to be saved. */
export const drawBars = async (
  data: BarChartData,
  colours: ChartColours,
  font: string,
  text: (value: number) => string,
): Promise<HTMLCanvasElement> => {
  const { Chart } = await import('./chart-kit.ts');
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = data.labels.length * BAR + ROOM;
  const { options, ...config } = barConfig(data, {
    horizontal: true,
    cramped: false,
    dense: false,
    colours,
    font,
    animate: false,
    tick: text,
    tip: text,
    labels: valueLabels(text, colours.ink, font),
    onPick: () => undefined,
  });
  const chart = new Chart(canvas, {
    ...config,
    options: { ...options, responsive: false, devicePixelRatio: 2 },
  });
  chart.draw();
  return canvas;
};
