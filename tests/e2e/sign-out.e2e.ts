/** Signing out of a browser: it asks first, and keeps nothing of the stories but words that nobody else has. */
import { expect, test } from '@playwright/test'
import { becomeOwner, openStory, visitor } from '../kit/people.ts'
import { GalleyHouse } from '../kit/server-process.ts'

test('signing out asks, forgets what the server has, and keeps unsaved words', async ({ browser }) => {
  const house = new GalleyHouse()
  const galley = await house.start()
  const ruth = await visitor(browser)
  const { page } = ruth
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  for (const title of [/To Die For/, /Sakura narrowed/]) {
    await openStory(ruth, title)
    await expect(ruth.saved).toContainText('Saved')
    await page.getByRole('link', { name: 'All stories' }).click()
  }
  const kept = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  await expect(async () => expect(await kept()).toHaveLength(2)).toPass()
  const [one = ''] = await kept()
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction('rows', 'readwrite')
          transaction.objectStore('rows').add({ update: new Uint8Array([0, 0]), unacknowledged: true })
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    one,
  )

  await page.getByRole('button', { name: /You: Ruth/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('dialog')).toContainText('new owner’s link')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()

  await page.getByRole('button', { name: /You: Ruth/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('not saved stay in this browser, of 1 story').first()).toBeVisible()
  expect(await kept()).toEqual([one])
  expect(ruth.faults).toEqual([])
  await ruth.context.close()
  await house.stop()
})
