/** What separates the whole from the fraction. */
export type DecimalMark = '.' | ',';
