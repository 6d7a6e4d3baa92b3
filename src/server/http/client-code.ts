/**
 * A client's code in JSON: a number where it is a plain integer that doubles hold exactly and that
 * reads back as the same text, else the text.
 */
export const clientCode = (code: string): number | string => {
  const number = Number(code);
  return /^(0|[1-9][0-9]*)$/.test(code) && Number.isSafeInteger(number) ? number : code;
};
