/** A text without the name it begins with. */
export const namelessOf = (text: string): string => text.replace(/^\p{L}[\p{L}'’-]*, /u, '');

/** What stays of a text when the name, the numbers and the quoted categories are taken out. */
export const bonesOf = (text: string): string =>
  namelessOf(text)
    .replace(/«[^»]*»(?:(?:, | \p{L}+ )«[^»]*»)*/gu, '«»')
    .replace(/\d[\d\u00a0,]*/gu, '0');
