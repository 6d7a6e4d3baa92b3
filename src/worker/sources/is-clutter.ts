const CLUTTER = new Set(['thumbs.db', 'desktop.ini']);

/** Whether a path is something that operating systems leave in folders and archives. */
export const isClutter = (path: string): boolean => {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return parts.includes('__MACOSX') || name.startsWith('.') || CLUTTER.has(name.toLowerCase());
};
