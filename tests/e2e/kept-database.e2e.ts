/** The browser's store in a real browser: client/sync/kept-database.ts against IndexedDB, in several tabs. */
import { expect, type Page, test } from '@playwright/test'
import type { openKeptDatabase } from '../../client/sync/kept-database.ts'
import { builtPage } from '../kit/built-page.ts'

declare global {
  interface Window {
    kept: { openKeptDatabase: typeof openKeptDatabase }
  }
}

const PLACE = 'http://galley.test/'
let script = ''

test.beforeAll(async () => {
  script = (await builtPage('client/sync/kept-database.ts', 'kept')).script
})

async function tab(page: Page): Promise<Page> {
  await page.route(`${PLACE}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto(PLACE)
  await page.addScriptTag({ content: script })
  return page
}

test('what two tabs append is there after both were closed, and is acknowledged and compacted', async ({ context }) => {
  const one = await tab(await context.newPage())
  const two = await tab(await context.newPage())
  const append = (page: Page, bytes: number[]) =>
    page.evaluate(async (letters) => {
      const store = window.kept.openKeptDatabase('me', 'story')
      return store.append(letters.map((letter) => ({ update: Uint8Array.of(letter), unacknowledged: true })))
    }, bytes)
  const [first, second] = await Promise.all([append(one, [1, 2]), append(two, [3])])
  await one.close()
  await two.close()

  const three = await tab(await context.newPage())
  const found = await three.evaluate(
    async ({ acknowledged, gone }) => {
      const store = window.kept.openKeptDatabase('me', 'story')
      const before = await store.rows(0)
      await store.acknowledge([...acknowledged, 999])
      const whole = await store.compact(gone, Uint8Array.of(9))
      const after = await store.rows(0)
      const show = (rows: typeof before) => rows.map((row) => [row.key, ...row.update, row.unacknowledged])
      return { before: show(before), after: show(after), whole, tail: show(await store.rows(whole - 1)) }
    },
    { acknowledged: second, gone: first },
  )
  expect(found.before.map(([, letter]) => letter).sort()).toEqual([1, 2, 3])
  expect(found.after).toEqual([
    [second[0], 3, false],
    [found.whole, 9, false],
  ])
  expect(found.tail).toEqual([[found.whole, 9, false]])
})

test('a story set aside is in a database of its own, and its place is empty', async ({ page }) => {
  await tab(page)
  const found = await page.evaluate(async () => {
    const store = window.kept.openKeptDatabase('me', 'other')
    await store.append([{ update: Uint8Array.of(7), unacknowledged: true }])
    const name = await store.setAside({ title: 'Other', why: 'Gone.', at: '2026-01-02T03:04:05.000Z' })
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    return {
      left: (await store.rows(0)).length,
      name,
      aside: names.filter((name) => name.startsWith('galley/me/other/aside/')),
    }
  })
  expect(found.left).toBe(0)
  expect(found.aside).toEqual([found.name])
})

test('what a page had put aside when it went, before it could empty the place, is not put there twice', async ({
  page,
}) => {
  await tab(page)
  const aside = await page.evaluate(async () => {
    const store = window.kept.openKeptDatabase('me', 'twice')
    const rows = [{ update: Uint8Array.of(7), unacknowledged: true }]
    const note = { title: 'Twice', why: 'Gone.', at: '2026-01-02T03:04:05.000Z' }
    await store.append(rows)
    const first = await store.setAside(note)
    await store.append(rows)
    const second = await store.setAside({ ...note, at: '2026-01-02T03:04:06.000Z' })
    await store.append([{ update: Uint8Array.of(8), unacknowledged: true }])
    const third = await store.setAside({ ...note, at: '2026-01-02T03:04:07.000Z' })
    return { first, second, third, left: (await store.rows(0)).length }
  })
  expect(aside).toEqual({
    first: 'galley/me/twice/aside/2026-01-02T03:04:05.000Z',
    second: 'galley/me/twice/aside/2026-01-02T03:04:05.000Z',
    third: 'galley/me/twice/aside/2026-01-02T03:04:07.000Z',
    left: 0,
  })
})

test('words written beside a story that is not kept any more are set aside all the same', async ({ page }) => {
  await tab(page)
  const found = await page.evaluate(async () => {
    const store = window.kept.openKeptDatabase('me', 'bare')
    const note = { title: 'Bare', why: 'Gone.', at: '2026-01-02T03:04:05.000Z' }
    const nothing = await store.setAside(note)
    const name = await store.setAside({ ...note, remarks: 'Of a note.' })
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    return { nothing, name, aside: names.filter((name) => name.startsWith('galley/me/bare/aside/')) }
  })
  expect(found.nothing).toBeNull()
  expect(found.aside).toEqual([found.name])
})

test('a database that the person cleared while the page was open is reported by the next write, then works again', async ({
  page,
}) => {
  await tab(page)
  const outcomes = await page.evaluate(async () => {
    const store = window.kept.openKeptDatabase('me', 'cleared')
    await store.append([{ update: Uint8Array.of(1), unacknowledged: true }])
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('galley/me/cleared').onsuccess = resolve
    })
    const rows = [{ update: Uint8Array.of(2), unacknowledged: true }]
    const tried = await store.append(rows).then(
      () => 'written',
      () => 'refused',
    )
    await store.append(rows)
    return [tried, (await store.rows(0)).length]
  })
  expect(outcomes).toEqual(['refused', 1])
})
