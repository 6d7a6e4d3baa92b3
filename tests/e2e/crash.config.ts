import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

process.env.VYGODA_CRASHES ??= '50';

/** `npm run crash`: the short test of every run, at length. */
export default defineConfig(base, { testMatch: '**/trust-crash.e2e.ts', reporter: 'list' });
