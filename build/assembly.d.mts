import type { Plugin } from 'vite';

export declare const assembly: () => Plugin;
