import type { Plugin } from 'chart.js';

/** The figure at the end of each bar, so that nobody has to read it off an axis. */
export const valueLabels = (
  text: (value: number) => string,
  colour: string,
  font: string,
): Plugin<'bar'> => ({
  id: 'valueLabels',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const across = chart.options.indexAxis === 'y';
    ctx.save();
    ctx.fillStyle = colour;
    ctx.font = `500 12px ${font}`;
    ctx.textAlign = across ? 'left' : 'center';
    ctx.textBaseline = across ? 'middle' : 'bottom';
    chart.data.datasets.forEach((dataset, index) => {
      chart.getDatasetMeta(index).data.forEach((bar, place) => {
        const label = text(Number(dataset.data[place]));
        ctx.fillText(label, bar.x + (across ? 6 : 0), bar.y - (across ? 0 : 4));
      });
    });
    ctx.restore();
  },
});
