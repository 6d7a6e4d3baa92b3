/** More readers than this wait for memory, not for the processor. */
export const MAX_WORKERS = 4;
