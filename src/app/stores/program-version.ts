declare const __PROGRAM_VERSION__: string;

/** From package.json, put in by the build. */
export const PROGRAM_VERSION = __PROGRAM_VERSION__;
