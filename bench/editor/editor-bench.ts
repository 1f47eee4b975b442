/** The editor bench: the same novel and the same keys in each editor, in Chromium, one fresh page after the other. */
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { type BuiltPage, builtPage } from '../../tests/kit/built-page.ts'
import { Figures, median, percentile, say } from '../figures.ts'
import type { Measured, Workload } from './workload.ts'

const here = import.meta.dirname

const CONTESTANTS: Record<string, string> = {
  "Galley's binding": join(here, 'galley-binding-page.ts'),
  'y-prosemirror': join(here, '../peers/y-prosemirror-page.ts'),
  '@tiptap/y-tiptap': join(here, '../peers/y-tiptap-page.ts'),
  "Galley's whole editor": join(here, 'galley-editor-page.ts'),
}

const FULL: Workload & { rounds: number } = { paragraphs: 2_000, wordsEach: 50, keys: 200, rounds: 3 }
const QUICK: Workload & { rounds: number } = { paragraphs: 2_000, wordsEach: 50, keys: 40, rounds: 1 }

/** Rounds go through all contestants in turn, so that a busy minute of the machine is nobody's alone. */
export async function benchEditor(quick: boolean): Promise<void> {
  const size = quick ? QUICK : FULL
  const pages = new Map<string, BuiltPage>()
  for (const [name, entry] of Object.entries(CONTESTANTS)) pages.set(name, await builtPage(entry))
  const found = new Map<string, Measured[]>(Object.keys(CONTESTANTS).map((name) => [name, []]))
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  try {
    for (let round = 1; round <= size.rounds; round += 1) {
      for (const [name, page] of pages) {
        say(`${name}: ${size.paragraphs * size.wordsEach} words, round ${round} of ${size.rounds}`)
        found.get(name)?.push(await measureIn(browser, page, size))
      }
    }
  } finally {
    await browser.close()
  }
  const figures = new Figures()
  for (const [name, rounds] of found) {
    const all = (read: (measured: Measured) => number[]) => rounds.flatMap(read)
    figures.set('open to typable', 'ms', name, median(rounds.map(({ open }) => open)))
    figures.set('own key to DOM, median', 'ms', name, median(all(({ local }) => local)))
    figures.set(
      'own key to DOM, p95',
      'ms',
      name,
      percentile(
        all(({ local }) => local),
        0.95,
      ),
    )
    figures.set('own key, with layout, median', 'ms', name, median(all(({ localLaidOut }) => localLaidOut)))
    figures.set("another's key to DOM, median", 'ms', name, median(all(({ remote }) => remote)))
    figures.set(
      "another's key to DOM, p95",
      'ms',
      name,
      percentile(
        all(({ remote }) => remote),
        0.95,
      ),
    )
    figures.set("another's key, with layout, median", 'ms', name, median(all(({ remoteLaidOut }) => remoteLaidOut)))
  }
  process.stdout.write(`${figures.table(Object.keys(CONTESTANTS))}\n`)
  say(`kept in ${figures.keep('editor', size)}`)
}

async function measureIn(browser: Browser, { script, style }: BuiltPage, workload: Workload): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => say(`in the page: ${error.message}`))
  await page.setContent(`<!doctype html><style>${style}</style><body></body>`)
  await page.addScriptTag({ content: script, type: 'module' })
  await page.waitForFunction(() => 'bench' in window)
  const measured = await page.evaluate(
    (options) => (window as unknown as { bench: (options: Workload) => Promise<Measured> }).bench(options),
    workload,
  )
  await page.close()
  return measured
}
