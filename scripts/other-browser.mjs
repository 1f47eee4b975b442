/**
 * `npm run e2e:firefox`, `npm run e2e:webkit`: the scenes of suggesting mode with real keys in another browser than
 * Chromium. Not part of `npm test`, for such a browser is not everywhere; where there is none this says how to get it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Titles of scenes that the browser cannot be made to play, and why. */
const LEFT_OUT = {
  firefox: { 'words dragged with the mouse': 'a driven Firefox begins to drag and does not go on' },
  webkit: {},
}
/** Input methods are driven by Chromium's own protocol. */
const CHROMIUM_ONLY = ['tests/e2e/suggesting-composing.e2e.ts']

const INSTALLED_FIREFOX = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

const wanted = process.argv[2]
if (wanted !== 'firefox' && wanted !== 'webkit') {
  process.stderr.write('Which browser? `node scripts/other-browser.mjs firefox` or `… webkit`.\n')
  process.exit(2)
}
const playwright = await import('@playwright/test')
const own = existsSync(playwright[wanted].executablePath())
const installed =
  wanted === 'firefox' &&
  !own &&
  [process.env.FIREFOX_PATH, ...INSTALLED_FIREFOX].find((path) => path && existsSync(path))
if (!own && !installed) {
  process.stderr.write(`There is no ${wanted} for Playwright here; get it by \`npx playwright install ${wanted}\`.\n`)
  process.exit(1)
}

const titles = Object.entries(LEFT_OUT[wanted])
for (const path of CHROMIUM_ONLY) process.stdout.write(`Left out: ${path} (only Chromium can be driven to compose)\n`)
for (const [title, why] of titles) process.stdout.write(`Left out: “${title}” (${why})\n`)
const args = ['node_modules/@playwright/test/cli.js', 'test', '--config=playwright.other.config.ts']
if (titles.length > 0) args.push(`--grep-invert=${titles.map(([title]) => title).join('|')}`)
const { status } = spawnSync(process.execPath, [...args, ...process.argv.slice(3)], {
  stdio: 'inherit',
  env: { ...process.env, OTHER_BROWSER: wanted, ...(installed && { OTHER_BROWSER_PATH: installed }) },
})
process.exitCode = status ?? 1
