/** Through Comlink every answer is a promise, whether the desk needs time for it or not. */
export type Answer<T> = T | Promise<T>;
