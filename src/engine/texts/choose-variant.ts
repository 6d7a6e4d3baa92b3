/**
 * Which of `count` variants a client gets: the same one on every machine and every day, and as
 * good as random between clients (FNV-1a over code units, then mixed so that all bits count).
 */
export const chooseVariant = (clientCode: string, count: number): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < clientCode.length; i++) {
    hash = Math.imul(hash ^ clientCode.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0) % count;
};
