/**
 * What some clients answer to the metrics of a set: client i to the metric of `slot` is
 * `values[slot × stride + i]`, so every metric is a column. One client alone has stride 1.
 */
export interface Answers {
  readonly values: Float64Array;
  readonly stride: number;
  clients: number;
}

export const createAnswers = (slots: number, stride: number): Answers => ({
  values: new Float64Array(slots * stride),
  stride,
  clients: stride,
});
