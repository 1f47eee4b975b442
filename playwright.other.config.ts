/** Scenes of suggesting mode in another browser than Chromium; scripts/other-browser.mjs starts it and says which. */
import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

const { OTHER_BROWSER: browserName, OTHER_BROWSER_PATH: installed } = process.env
if (browserName !== 'firefox' && browserName !== 'webkit') throw new Error('Start this by `npm run e2e:firefox`.')

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/suggesting.e2e.ts',
  timeout: 60_000,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results/other',
  reporter: 'list',
  use: {
    browserName,
    viewport: { width: 1440, height: 900 },
    // One that Playwright did not build is spoken to in another way.
    ...(installed && {
      channel: 'moz-firefox',
      launchOptions: { executablePath: resolve('tests/kit/stock-firefox.mjs') },
    }),
  },
})
