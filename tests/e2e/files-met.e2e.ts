/** Files as people meet them: what they came from, what happens to them meanwhile, how long it takes, and what is never taken away. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Stage } from '../kit/stage.ts'

// Requests of a page with a service worker may pass by what a test puts in their way.
test.use({ serviceWorkers: 'block' })

const SOURCE = 'The Mill\n\nThe cat sat on the mat.\n\nNobody came.\n'

const stage = new Stage()
let file: string

test.beforeAll(async ({ browser }) => {
  const folder = join(stage.house.folder, 'texts')
  mkdirSync(folder)
  file = join(folder, 'mill.txt')
  writeFileSync(file, SOURCE)
  await stage.open(browser, 'Ruth Adeyemi', folder)
})
test.afterAll(() => stage.close())

const dialog = () => stage.owner.page.getByRole('dialog').last()

async function library(): Promise<void> {
  await stage.owner.page.goto(stage.galley.url)
  await expect(stage.owner.page.getByRole('heading', { name: 'Stories' })).toBeVisible()
}

async function openExport(): Promise<void> {
  await stage.owner.page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog().locator('footer .name')).toContainText('mill')
}

/** As one who comes back to the page. */
const comeBack = () => stage.owner.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

test('another encoding is offered for bytes that were misread, and for nothing else', async () => {
  const { page } = stage.owner
  await library()
  const files = [
    { name: 'picture.txt', mimeType: 'text/plain', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') },
    { name: 'nul.txt', mimeType: 'text/plain', buffer: Buffer.from([0x61, 0, 0, 0x62]) },
  ]
  await page.locator('input[type=file]').setInputFiles(files)
  await expect(dialog().getByText('Not taken in')).toHaveCount(2)
  await expect(dialog().locator('li', { hasText: 'picture.txt' })).not.toContainText('Read it as')
  await expect(dialog().locator('li', { hasText: 'nul.txt' })).toContainText('Read it as')
})

test('the dialog is as tall for each kind of file, and says of cleaning what it would do', async () => {
  const { page } = stage.owner
  await library()
  await page.getByRole('link', { name: 'The Mill' }).click()
  await openExport()
  const heights = new Set<number>()
  for (const kind of await dialog().locator('input[name="export-format"]').all()) {
    await kind.check({ force: true })
    await expect(dialog().locator('footer .name')).toContainText('mill')
    // In whole pixels: what a layout is scaled by leaves millionths of one.
    heights.add(Math.round((await dialog().boundingBox())?.height ?? 0))
  }
  expect([...heights]).toHaveLength(1)
  await dialog().getByRole('radio', { name: /^Text/ }).check({ force: true })
  await dialog().getByText('Clean up by the style sheet').click()
  await dialog().getByLabel('Ellipses').check()
  await expect(dialog()).toContainText('No ellipses would be drawn as the story draws them.')
  await page.keyboard.press('Escape')
})

test('a long export says how far it is, and can be cancelled', async () => {
  const { page } = stage.owner
  await library()
  const stages = [{ stage: 'writing', done: 12, all: 40 }]
  await page.route('**/api/work/*', (route) => route.fulfill({ json: stages[0] }))
  // Never answered: only Cancel ends it.
  await page.route('**/api/export?*', () => undefined)
  await page.getByRole('button', { name: 'Download all stories' }).click()
  await dialog().getByRole('button', { name: 'Download' }).click()
  await expect(dialog()).toContainText('12 of 40 stories')
  await expect(dialog().getByRole('progressbar')).toHaveAttribute('value', '12')
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog()).toContainText('Cancelled. Nothing was downloaded.')
  await page.unroute('**/api/export?*')
  await page.unroute('**/api/work/*')
  const coming = page.waitForEvent('download')
  await dialog().getByRole('button', { name: 'Download' }).click()
  expect((await coming).suggestedFilename()).toBe('stories-txt.zip')
  await page.keyboard.press('Escape')
})

test('the open story says that its file was changed, and what came from it is not taken out of it unasked', async () => {
  const { page } = stage.owner
  await library()
  await page.getByRole('link', { name: 'The Mill' }).click()
  await expect(stage.owner.text).toContainText('Nobody came.')
  const theirs = SOURCE.replace('Nobody', 'Somebody')
  writeFileSync(file, theirs)
  await comeBack()
  const notice = page.getByRole('region', { name: 'The file of this story' })
  await expect(notice).toContainText('mill.txt was changed on disk')
  const bring = notice.getByRole('button', { name: 'Bring its changes in' })
  await page.route('**/api/work/*', (route) => route.fulfill({ json: { stage: 'comparing', done: 0, all: 12_500 } }))
  // Never answered: only Cancel ends it.
  await page.route('**/origin/bring-in*', () => undefined)
  await bring.click()
  await expect(notice).toContainText('Comparing 12,500 lines with the story')
  await notice.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.locator('.toast').last()).toContainText('Cancelled. Nothing was brought in.')
  await expect(notice.getByRole('progressbar')).toHaveCount(0)
  await page.unroute('**/origin/bring-in*')
  await page.unroute('**/api/work/*')
  await bring.click()
  await expect(page.locator('.ProseMirror ins')).toHaveText('Somebody')
  await expect(notice).toHaveCount(0)

  await openExport()
  const part = dialog().locator('origin-part')
  await expect(part).toContainText('1 change from the file is not decided; writing now takes it out of the file.')
  await part.getByRole('button', { name: 'Write back to mill.txt' }).click()
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  expect(readFileSync(file, 'utf8')).toBe(theirs)
  await part.getByRole('button', { name: 'Write back to mill.txt' }).click()
  await dialog().getByRole('button', { name: 'Write all the same' }).click()
  await expect(part).toContainText('Written back: mill.txt')
  expect(readFileSync(file, 'utf8')).toBe(SOURCE)
  await page.keyboard.press('Escape')
})

test('a story from a Word file says so, and that the file itself is not written over', async () => {
  const { owner, galley } = stage
  const { page } = owner
  const id = await stage.story('mill walk.txt', 'The Walk\n\nShe went on foot.\n')
  const word = await owner.context.request.get(`${galley.url}/api/stories/${id}/export?format=docx`)
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await library()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'mill letter.docx', mimeType, buffer: await word.body() })
  await dialog().getByRole('button', { name: 'Take it in' }).click()
  await expect(owner.text).toContainText('She went on foot.')
  await expect(page.locator('.strip')).toContainText('From mill letter.docx')
  await openExport()
  await expect(dialog().locator('footer .name')).toContainText('mill letter.txt')
  await expect(dialog()).toContainText('The story came from mill letter.docx')
  await expect(dialog()).toContainText('It is never written over')
  await expect(dialog()).toContainText('The words are those of the file that came in')
  await page.keyboard.press('Escape')
  await library()
  await expect(page.getByRole('listitem').filter({ hasText: 'mill letter.docx' })).toBeVisible()
})

test('a story that was emptied keeps its strip at the foot, and its margin shows what lost its words', async () => {
  const { owner, galley } = stage
  const { page } = owner
  const lines = Array.from({ length: 40 }, (_, nth) => `Line ${nth} says that the cat sat on the mat.`)
  const id = await stage.write('cats.txt', lines.join('\n\n'))
  const version = lines.map((line) => line.replace('cat', 'dog')).join('\n\n')
  const multipart = { file: { name: 'dogs.txt', mimeType: 'text/plain', buffer: Buffer.from(version) } }
  const address = `${galley.url}/api/stories/${id}/bring-in?base=now`
  expect((await owner.context.request.post(address, { multipart, headers: { origin: galley.url } })).status()).toBe(200)
  await expect(page.locator('.ProseMirror ins').first()).toBeVisible()
  await owner.text.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await expect(page.locator('.strip')).toContainText('0 words')
  await page.reload()
  const cards = page.locator('story-margin .card')
  await expect(cards).toHaveCount(40)
  const tops = () => cards.evaluateAll((all) => all.map((card) => Math.round(card.getBoundingClientRect().top)))
  await expect.poll(async () => new Set(await tops()).size).toBe(40)
  await page.mouse.wheel(0, 20_000)
  await expect.poll(async () => (await cards.last().boundingBox())?.y ?? 9999).toBeLessThan(868)
  const strip = await page.locator('.strip').boundingBox()
  expect(Math.round((strip?.y ?? 0) + (strip?.height ?? 0))).toBe(900)
})
