const DATE_LENGTH = 10;
const CANONICAL = /^[T ]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])$/;
const SECONDS_A_DAY = 86_400;

/** What tells rows of one day apart: the time behind the date, equal for equal texts, 0 without one. */
export const timeStampOf = (date: string): number => {
  const time = date.slice(DATE_LENGTH);
  if (time === '') return 0;
  const canonical = CANONICAL.exec(time);
  if (canonical) {
    const [, hour, minute, second] = canonical;
    return Number(hour) * 3600 + Number(minute) * 60 + Number(second) + 1;
  }
  let hash = 0;
  for (let i = 0; i < time.length; i++) hash = Math.imul(hash ^ time.charCodeAt(i), 0x01000193);
  return SECONDS_A_DAY + 1 + (hash >>> 1);
};
