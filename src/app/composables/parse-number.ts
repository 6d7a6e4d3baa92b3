/**
 * A number as a person types it: «7,5», «7.5», «1 000 000», «1,000,000.5», «1.000.000,5».
 * The last mark is the decimal one unless it occurs twice. null: not a number.
 */
export const parseNumber = (text: string): number | null => {
  const compact = text.replace(/[\s\u00A0\u202F'’₸]/g, '').replace(/^[−–]/, '-');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(compact)) return null;
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  if (last < 0) return Number(compact);
  const mark = compact.charAt(last);
  const whole = compact.slice(0, last);
  if (whole.includes(mark)) {
    return whole.includes(mark === '.' ? ',' : '.') ? null : Number(compact.replaceAll(mark, ''));
  }
  return Number(`${whole.replace(/[.,]/g, '') || '0'}.${compact.slice(last + 1) || '0'}`);
};
