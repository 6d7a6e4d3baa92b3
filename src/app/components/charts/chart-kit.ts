import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';

/** Chart.js with only what the page draws. Loaded when the first chart is. */
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export { Chart };
