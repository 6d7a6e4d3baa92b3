import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** `npm run pictures`: the screens as the README shows them; not a test, nothing is compared. */
export default defineConfig(base, { testMatch: '**/*.pictures.ts' });
