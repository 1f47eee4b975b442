/**
 * Finds a Chromium for the browser tests, or installs one. The tests never pass by skipping: where neither is
 * possible this throws one line that says how to get it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/** Path of an executable browser, or null. Looks at CHROMIUM_PATH, the usual places, then Playwright's own download. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const places = [process.env.CHROMIUM_PATH, ...KNOWN, chromium.executablePath()]
  return places.find((path) => path && isExecutable(path)) ?? null
}

/** As findChromium, but installs the browser where there is none: Debian's package as root, else Playwright's. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  process.stderr.write('No Chromium found for the browser tests, installing one…\n')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2] })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } else {
    try {
      execFileSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
        stdio: ['ignore', 2, 2],
      })
    } catch (error) {
      process.stderr.write(`${error.message}\n`)
    }
  }
  const installed = await findChromium()
  if (!installed) {
    throw new Error(
      'The browser tests need Chromium: install it (Debian: `apt-get install chromium`; elsewhere: `npx playwright install chromium`) or set CHROMIUM_PATH.',
    )
  }
  return installed
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
