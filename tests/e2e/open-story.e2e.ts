/**
 * client/sync against a real server, in a real browser, without the pages: what is typed survives kill -9, reload,
 * another tab, a restored backup and a deleted story, and the save state is true all the while.
 */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { openStory, StoryHandle } from '../../client/sync/open-story.ts'
import { builtPage } from '../kit/built-page.ts'
import { GalleyHouse } from '../kit/server-process.ts'

declare global {
  interface Window {
    sync: { openStory: typeof openStory }
    story: StoryHandle
    failure: { code: string; message: string } | null
  }
}

test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    // A page that the test answers itself has no address, and Chromium lets such a page connect nowhere local.
    args: ['--no-sandbox', '--disable-features=LocalNetworkAccessChecks'],
  },
})

let script = ''
let house: GalleyHouse
let url: string
let story: string

test.beforeAll(async () => {
  script = (await builtPage('client/sync/open-story.ts', 'sync')).script
})

test.beforeEach(async ({ context }) => {
  house = new GalleyHouse()
  const running = await house.start({ stories: join(house.folder, 'none') })
  url = running.url
  const token = running.ownerLink?.split('/').at(-1) ?? ''
  const headers = { origin: url }
  const signedIn = await context.request.post(`${url}/api/session`, {
    data: { token, name: 'Ann', swatch: 1 },
    headers,
  })
  expect(signedIn.ok()).toBe(true)
  const made = await context.request.post(`${url}/api/stories`, { data: { name: 'one.txt', text: 'One.\n' }, headers })
  story = ((await made.json()) as { id: string }).id
})

test.afterEach(async () => {
  await house.stop()
})

/** A page that does nothing but open the story; it loads although the server is down, as with the service worker. */
async function open(context: BrowserContext, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await context.newPage()
  await prepare?.(page)
  const body = `<!doctype html><meta charset="utf-8"><script>${script.replaceAll('</script', '<\\/script')}</script>`
  await page.route(`${url}/stories/**`, (route) => route.fulfill({ contentType: 'text/html', body }))
  await load(page)
  return page
}

async function load(page: Page): Promise<void> {
  await page.goto(`${url}/stories/${story}`)
  await page.evaluate(async (id) => {
    window.failure = null
    try {
      window.story = await window.sync.openStory(id)
      await window.story.ready
    } catch (error) {
      window.failure = error as { code: string; message: string }
    }
  }, story)
}

/** How many edits stand in this browser's store as not acknowledged. */
const unacknowledgedRows = (page: Page) =>
  page.evaluate(async (id) => {
    const { name = '' } = (await indexedDB.databases()).find((one) => one.name?.endsWith(`/${id}`)) ?? {}
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const rows = await new Promise<{ unacknowledged: boolean }[]>((resolve, reject) => {
      const request = database.transaction('rows').objectStore('rows').getAll()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    database.close()
    return rows.filter(({ unacknowledged }) => unacknowledged).length
  }, story)

const type = (page: Page, words: string) =>
  page.evaluate((string) => window.story.text.insert(window.story.text.length, string, {}), words)
const words = (page: Page) => page.evaluate(() => window.story.text.toString())
const says = (page: Page, kind: string) =>
  expect.poll(() => page.evaluate(() => window.story.save.value.kind)).toBe(kind)

test('what was typed while the server was dead survives a reload and arrives when it is back', async ({ context }) => {
  const page = await open(context)
  expect(await words(page)).toBe('\nOne.')
  await type(page, ' Two.')
  await says(page, 'saved')

  await house.kill()
  await says(page, 'offline-kept')
  await type(page, ' Three.')
  await says(page, 'offline-kept')
  await load(page)
  expect(await words(page)).toBe('\nOne. Two. Three.')
  await says(page, 'offline-kept')
  expect(await page.evaluate(() => window.story.unsaved())).toBe('Three.')

  await house.start()
  await says(page, 'saved')
  const text = await context.request.get(`${url}/api/stories/${story}/export?format=txt`)
  expect(await text.text()).toBe('One. Two. Three.\n')
})

test('two tabs of one person agree offline, and what a closed tab typed arrives through the other', async ({
  context,
}) => {
  const one = await open(context)
  const two = await open(context)
  await house.kill()
  await says(one, 'offline-kept')
  await says(two, 'offline-kept')
  await type(one, ' Two.')
  await expect.poll(() => words(two)).toBe('\nOne. Two.')
  await one.close()
  await house.start()
  await says(two, 'saved')
  const text = await context.request.get(`${url}/api/stories/${story}/export?format=txt`)
  expect(await text.text()).toBe('One. Two.\n')
  await load(two)
  expect(await two.evaluate(() => window.story.unsaved())).toBe('')
})

test('a tab that comes in while another types takes the server for what it is, however late it hears of it', async ({
  context,
}) => {
  const one = await open(context)
  let release = () => {}
  const later = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = false
  // What the server says to the second tab stays on the way until the first has typed on, and that is saved.
  const two = await open(context, (page) =>
    page.routeWebSocket(/\/rooms\//, (socket) => {
      const server = socket.connectToServer()
      server.onMessage(async (message) => {
        asked = true
        await later
        socket.send(message)
      })
    }),
  )
  await expect.poll(() => asked).toBe(true)
  await type(one, ' Two.')
  await says(one, 'saved')
  // Kept as acknowledged, for whoever reads what this browser has.
  await expect.poll(() => unacknowledgedRows(one)).toBe(0)
  release()
  await expect.poll(() => words(two)).toBe('\nOne. Two.')
  await says(two, 'saved')
  await type(two, ' Three.')
  await expect.poll(() => words(one)).toBe('\nOne. Two. Three.')
  expect(await two.evaluate(() => window.story.replaced.value)).toBe(false)
})

test('a server restored from a backup is not filled up again from the browser; the words are kept aside', async ({
  context,
}) => {
  const page = await open(context)
  await type(page, ' Two.')
  await says(page, 'saved')
  await house.kill()
  const copy = join(house.folder, 'copy')
  cpSync(house.data, copy, { recursive: true })
  await house.start()
  await says(page, 'saved')
  await type(page, ' Three.')
  await says(page, 'saved')

  await house.kill()
  rmSync(house.data, { recursive: true })
  cpSync(copy, house.data, { recursive: true })
  await house.start()
  await says(page, 'not-saving')
  expect(await page.evaluate(() => window.story.replaced.value)).toBe(true)
  const text = await context.request.get(`${url}/api/stories/${story}/export?format=txt`)
  expect(await text.text()).toBe('One. Two.\n')
  await load(page)
  expect(await words(page)).toBe('\nOne. Two.')
  await says(page, 'saved')
})

test('a story deleted while words wait here does not open, and the words are set aside with the reason', async ({
  context,
}) => {
  const page = await open(context)
  await house.kill()
  await says(page, 'offline-kept')
  await type(page, ' Two.')
  await says(page, 'offline-kept')
  await page.close()
  await house.start()
  await context.request.delete(`${url}/api/stories/${story}`, { headers: { origin: url } })

  const again = await open(context)
  expect(await again.evaluate(() => window.failure?.code)).toBe('not-found')
  const kept = () =>
    again.evaluate(async (prefix) => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
      return names.map((name) => name.includes(prefix) && name.includes('/aside/'))
    }, story)
  await expect.poll(kept).toEqual([true])
})

test('a story deleted while it is open says so, and one that is not there is refused', async ({ context }) => {
  const page = await open(context)
  await context.request.delete(`${url}/api/stories/${story}`, { headers: { origin: url } })
  await says(page, 'not-saving')
  expect(await page.evaluate(() => window.story.save.value.reason)).toMatch(/deleted/)
  await load(page)
  expect(await page.evaluate(() => window.failure?.code)).toBe('not-found')
})
