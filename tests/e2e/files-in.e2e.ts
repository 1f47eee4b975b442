/** Files on their way in: from the library's row, with how far they are and a way to give them up; and what counts them stays true. */
import { expect, test } from '@playwright/test'
import { Stage } from '../kit/stage.ts'

// Requests of a page with a service worker may pass by what a test puts in their way.
test.use({ serviceWorkers: 'block' })

const SOURCE = 'The Mill\n\nThe cat sat on the mat.\n\nNobody came.\n'

const stage = new Stage()
let id: string

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Ruth Adeyemi')
})
test.afterAll(() => stage.close())

test.beforeEach(async () => {
  await stage.owner.page.goto(stage.galley.url)
  await expect(stage.owner.page.getByRole('heading', { name: 'Stories' })).toBeVisible()
})

const dialog = () => stage.owner.page.getByRole('dialog').last()
const version = (words: string) => ({ name: 'draft two.txt', mimeType: 'text/plain', buffer: Buffer.from(words) })

test('another version is brought in from the row, told of on the way, given up, and brought in after all', async () => {
  const { page } = stage.owner
  id = await stage.story('mill.txt', SOURCE)
  await page.getByRole('button', { name: 'More for The Mill' }).click()
  await page.getByRole('menuitem', { name: 'Bring a file in…' }).click()
  await expect(dialog()).toContainText('Bring a file into The Mill')
  await dialog()
    .locator('[type=file]')
    .setInputFiles(version(SOURCE.replace('cat', 'dog')))
  let stageNow: object = { stage: 'parsing', done: 12_500, all: 0 }
  await page.route('**/api/work/*', (route) => route.fulfill({ json: stageNow }))
  // Never answered: only Cancel ends it.
  await page.route('**/bring-in?*', () => undefined)
  await dialog().getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(dialog()).toContainText('12,500 lines read')
  stageNow = { stage: 'placing', done: 3, all: 3 }
  await expect(dialog()).toContainText('Finding the words of 3 notes and changes')
  const cancel = dialog().getByRole('button', { name: 'Cancel' })
  stageNow = { stage: 'keeping', done: 1, all: 3 }
  await expect(dialog().getByRole('progressbar')).toHaveAttribute('value', '1')
  await expect(cancel).toBeDisabled()
  stageNow = { stage: 'comparing', done: 5, all: 5 }
  await cancel.click()
  await expect(dialog()).toContainText('Cancelled. Nothing was brought in.')
  await page.unroute('**/bring-in?*')
  await page.unroute('**/api/work/*')
  await dialog().getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(dialog()).toContainText('1 suggestion from draft two.txt')
  await dialog().getByRole('button', { name: 'Done' }).click()
  const row = page.locator('.stories > li').filter({ hasText: 'The Mill' })
  await expect(row.locator('.tally')).toContainText('1 suggestion')
})

test('a file that is taken in says how far it is, and given up it is not kept', async () => {
  const { page } = stage.owner
  await page.route('**/api/stories?*', () => undefined)
  await page.route('**/api/work/*', (route) => route.fulfill({ json: { stage: 'parsing', done: 500, all: 0 } }))
  await page.locator('input[type=file]').setInputFiles({ ...version(SOURCE), name: 'other.txt' })
  await dialog().getByRole('button', { name: 'Take it in' }).click()
  await expect(dialog()).toContainText('500 lines read')
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog().getByRole('button', { name: 'Take it in' })).toBeEnabled()
  await expect(dialog()).toContainText('Nothing is kept yet.')
  await page.unroute('**/api/stories?*')
  await page.unroute('**/api/work/*')
  await page.keyboard.press('Escape')
  await expect(page.locator('.stories > li')).toHaveCount(1)
})

test('while Find is open the strip goes on counting, and what leads to a card closes Find', async () => {
  const { owner, galley } = stage
  const { page } = owner
  await stage.enter(owner, id)
  const strip = page.locator('.strip')
  await expect(strip).toContainText('1 suggestion')
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('complementary', { name: 'Find' })).toBeVisible()
  await expect(page.locator('story-margin')).toBeHidden()
  const multipart = { file: version(SOURCE.replace('Nobody', 'Somebody')) }
  const address = `${galley.url}/api/stories/${id}/bring-in?base=now`
  expect((await owner.context.request.post(address, { multipart, headers: { origin: galley.url } })).status()).toBe(200)
  await expect(strip).toContainText('2 suggestions')
  await page.keyboard.press('F9')
  await expect(page.getByRole('complementary', { name: 'Find' })).toHaveCount(0)
  await expect(page.locator('story-margin .card.active')).toBeVisible()
})
