/** The service worker with the whole client: a reload while the server is down still opens the story, to be written on. */
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { GalleyHouse } from '../kit/server-process.ts'

test('a story that was open reloads while the server is down, takes words, and sends them later', async ({
  page,
  context,
}) => {
  const house = new GalleyHouse()
  const { url, ownerLink } = await house.start({ stories: join(house.folder, 'none') })
  const headers = { origin: url }
  const token = ownerLink?.split('/').at(-1)
  await context.request.post(`${url}/api/session`, { data: { token, name: 'Ann', swatch: 1 }, headers })
  const made = await context.request.post(`${url}/api/stories`, { data: { name: 'one.txt', text: 'One.\n' }, headers })
  const { id } = (await made.json()) as { id: string }
  const text = page.locator('story-editor .ProseMirror')

  await page.goto(`${url}/stories/${id}`)
  await expect(text).toContainText('One.')
  // A first line that is a heading once made the kept copy look damaged.
  await text.click()
  await page.keyboard.press('Control+Alt+1')
  await expect(text.locator('h1')).toHaveText('One.')
  // The worker takes the page over, and then keeps what the page had loaded before.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('galley-shell')).keys()).length))
    .toBeGreaterThan(3)
  await page.reload()
  await expect(text).toContainText('One.')

  await house.kill()
  await page.reload()
  await expect(text).toContainText('One.')
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Two.')
  await expect(page.locator('save-mark')).toContainText('Offline, kept here')
  await page.reload()
  await expect(text.locator('h1')).toHaveText('One. Two.')

  await house.start()
  await expect
    .poll(async () => (await context.request.get(`${url}/api/stories/${id}/export?format=txt`)).text())
    .toBe('One. Two.\n')
  const kept = await page.evaluate(async () =>
    (await (await caches.open('galley-shell')).keys()).map((request) => new URL(request.url).pathname),
  )
  expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([])
  await house.stop()
})
