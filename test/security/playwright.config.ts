import { defineConfig } from '@playwright/test';
import journeys from '../journeys/playwright.config';

/** The browser of the journeys; what is attacked is one stack, so one after another. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '*.attack.ts',
  timeout: 180_000,
});
