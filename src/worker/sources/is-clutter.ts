const CLUTTER = new Set(['thumbs.db', 'desktop.ini', '__macosx']);

/** Whether a path is something that operating systems leave in folders and archives, or hidden. */
export const isClutter = (path: string): boolean =>
  path.split('/').some((part) => CLUTTER.has(part.toLowerCase()) || /^\.[^./]/.test(part));
