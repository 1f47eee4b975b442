/** A day in the library: files come in as they are and go out so, stories come, go and come back, and all of it is live. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join as path, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { join, linesOf, visitor } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

const root = resolve(import.meta.dirname, '../..')
/** “Café”, she said. / It’s late. / The tram. / (scene) Morning. In Windows-1252, with CRLF. */
const OLD = Buffer.concat([
  Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94]),
  Buffer.from(', she said.\r\n\r\nIt'),
  Buffer.from([0x92]),
  Buffer.from('s late.\r\n\r\nThe tram.\r\n\r\n\r\nMorning.\r\n'),
])

let stage: Stage
let page: Page

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi', path(root, 'seeds'))
  page = stage.owner.page
})

test.afterAll(async () => {
  await stage.close()
})

test.beforeEach(async () => {
  await page.goto(stage.galley.url)
  await expect(page.locator('.stories > li h2').first()).toBeVisible()
})

const titles = () => page.locator('.stories h2').allTextContents()
const row = (title: string | RegExp) => page.locator('.stories > li').filter({ hasText: title })
const idFrom = (address: string | null) => address?.split('/').at(-1) ?? ''

async function choose(files: { name: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'choose files' }).click()
  await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: 'text/plain' })))
}

test('every word that is searched for must occur; case and accents do not count', async () => {
  await stage.story('creme.txt', 'Crème brûlée\n\nBurnt by Ottoline.\n')
  await page.keyboard.press('/')
  await page.keyboard.type('OTTOLINE creme')
  await expect(page.locator('.stories > li')).toHaveCount(1)
  expect(await titles()).toEqual(['Crème brûlée'])
  await page.keyboard.type(' zebra')
  await expect(page.getByText('No story has these words')).toBeVisible()
})

test('the order is chosen by keys and is the same after a reload', async () => {
  const sorted = page.getByRole('button', { name: /^Sorted by/ })
  await sorted.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Last changed' })).toBeFocused()
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  await expect(sorted).toBeFocused()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sorted by: Title' })).toBeVisible()
  await expect(page.locator('.stories > li h2').first()).toBeVisible()
  const named = await titles()
  expect(named.length).toBeGreaterThan(2)
  expect(named).toEqual([...named].sort(new Intl.Collator('en', { ignorePunctuation: true }).compare))
})

test('two files are taken in with what was recognised in each, and come back byte for byte', async () => {
  const plain = Buffer.from('Ångström’s room.\n\nNobody knocked.\n')
  await choose([
    { name: 'cafe.txt', buffer: OLD },
    { name: 'room.txt', buffer: plain },
  ])
  const dialog = page.getByRole('dialog', { name: 'Take in 2 files' })
  const [old, utf8] = [dialog.locator('li').nth(0), dialog.locator('li').nth(1)]
  await expect(old.locator('summary')).toContainText('Windows-1252, 8 words')
  await expect(utf8.locator('summary')).toContainText('UTF-8, 4 words')
  await old.locator('summary').click()
  await expect(old.getByRole('group', { name: 'The first lines' })).toContainText('“Café”, she said.')
  await expect(old).toContainText('8 CRLF')
  await expect(old.locator('.facts div').filter({ hasText: 'Scene gaps' }).locator('dd')).toHaveText('1')
  await utf8.locator('summary').click()
  await expect(utf8).toContainText('3 LF')
  await expect(utf8.getByRole('group', { name: 'The first lines' })).toContainText('Ångström’s room.')
  await page.getByRole('button', { name: 'Take in 2' }).click()
  await expect(page.getByRole('region', { name: 'Message' })).toContainText('Took in 2 stories.')
  for (const [title, bytes] of [
    ['“Café”, she said.', OLD],
    ['Ångström’s room.', plain],
  ] as const) {
    const id = idFrom(await row(title).getByRole('link').first().getAttribute('href'))
    expect(await stage.bytes(id)).toEqual(bytes)
  }
})

test('an encoding that the person knows better shows the lines anew, and is kept', async () => {
  const bytes = Buffer.from('Café noir.\n\nThe end.\n')
  await choose([{ name: 'noir.txt', buffer: bytes }])
  const dialog = page.getByRole('dialog', { name: 'Take in noir.txt' })
  const preview = dialog.getByRole('group', { name: 'The first lines' })
  await expect(preview).toContainText('Café noir.')
  await dialog.getByLabel('Encoding').selectOption({ label: 'Windows-1252' })
  await expect(preview).toContainText('CafÃ© noir.')
  await dialog.getByRole('button', { name: 'Take it in' }).click()
  await expect(stage.owner.text).toContainText('CafÃ© noir.')
  await expect(page.locator('.strip')).toContainText('Windows-1252')
  expect(await stage.exported(idFrom(page.url()))).toEqual(bytes)
})

test('a file that is no text is refused with the reason, and the one beside it is taken in', async () => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])
  await choose([
    { name: 'cover.txt', buffer: picture },
    { name: 'good.txt', buffer: Buffer.from('A good one.\n') },
  ])
  const dialog = page.getByRole('dialog', { name: 'Take in 2 files' })
  const refused = dialog.locator('li').filter({ hasText: 'cover.txt' })
  await expect(refused.locator('summary')).toContainText('Not taken in')
  await expect(refused.locator('.wrong')).toContainText('This is no text file, it is a picture.')
  await dialog.getByRole('button', { name: 'Take in 1' }).click()
  await expect(dialog).toContainText('1 file taken in.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row('A good one.')).toHaveCount(1)
  await expect(row('cover.txt')).toHaveCount(0)
})

test('a file dropped anywhere on the page is looked at, then taken in and opened', async () => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['Dropped words.\n\nMore of them.\n'], 'dropped.txt', { type: 'text/plain' }))
    return transfer
  })
  await page.dispatchEvent('.topbar', 'dragenter', { dataTransfer: data })
  await expect(page.getByText('Let go to take it in')).toBeVisible()
  await page.dispatchEvent('.topbar', 'drop', { dataTransfer: data })
  await expect(page.getByText('Let go to take it in')).toHaveCount(0)
  const dialog = page.getByRole('dialog', { name: 'Take in dropped.txt' })
  await expect(dialog).toContainText('Nothing is kept yet.')
  await expect(dialog.getByRole('button', { name: 'Take it in' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(stage.owner.text).toContainText('Dropped words.')
  expect(await linesOf(stage.owner)).toEqual(['Dropped words.', 'More of them.'])
})

test('an empty story is started by keys, written in, and stands in the library under its first line', async () => {
  await page.getByRole('button', { name: 'Add a story' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Choose files…' })).toBeFocused()
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('File name')).toBeFocused()
  await page.keyboard.type('ferry')
  await expect(page.getByLabel('File name')).toHaveValue('ferry.txt')
  await page.keyboard.press('Enter')
  await stage.owner.text.click()
  await page.keyboard.type('The ferry.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It did not stop.')
  const id = idFrom(page.url())
  expect((await stage.exported(id)).toString()).toBe('The ferry.\n\nIt did not stop.\n')
  await page.getByRole('link', { name: 'All stories' }).click()
  await expect(row('The ferry.')).toContainText('Started here')
  await expect(row('The ferry.')).toContainText('6 words')
})

test('a story is renamed; its file keeps its name; an empty title gives back the first line', async () => {
  await stage.story('low.txt', 'Low water.\n')
  const more = (title: string) => page.getByRole('button', { name: `More for ${title}` })
  await more('Low water.').click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await expect(page.getByRole('dialog')).toContainText('The file keeps its name, low.txt.')
  await page.keyboard.type('High water')
  await page.keyboard.press('Enter')
  await expect(row('High water')).toContainText('low.txt')
  await more('High water').click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await expect(page.getByRole('textbox', { name: /^Title/ })).toBeFocused()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(row('Low water.')).toBeVisible()
  await expect(row('High water')).toHaveCount(0)
})

test('a deleted story opens no longer, and comes back whole by Undo', async () => {
  const id = await stage.story('gone.txt', 'Gone tomorrow\n\nStill here.\n')
  await page.getByRole('button', { name: 'More for Gone tomorrow' }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(row('Gone tomorrow')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Message' })).toContainText('Deleted “Gone tomorrow”, 4 words.')
  const other = await stage.owner.context.newPage()
  await other.goto(`${stage.galley.url}/stories/${id}`)
  await expect(other.getByRole('heading', { name: 'This story does not open' })).toBeVisible()
  await other.close()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row('Gone tomorrow')).toBeVisible()
  expect((await stage.bytes(id)).toString()).toBe('Gone tomorrow\n\nStill here.\n')
})

test('who comes into a story shows in the library, and who leaves does not', async ({ browser }) => {
  const id = await stage.story('visit.txt', 'A visit.\n')
  const june = await visitor(browser)
  await join(june, await stage.invite(id, 'editor'), 'June Park')
  await expect(row('A visit.').getByRole('group', { name: 'Here now: June Park' })).toBeVisible()
  await june.text.click()
  await june.page.keyboard.press('Control+End')
  await june.page.keyboard.type(' And a gift.')
  await expect(row('A visit.')).toContainText('June, ')
  await expect(row('A visit.')).toContainText('5 words')
  await june.page.goto(stage.galley.url)
  await expect(june.page.locator('.stories > li')).toHaveCount(1)
  await expect(row('A visit.').getByRole('group', { name: /Here now/ })).toHaveCount(0)
  await expect(june.page.getByRole('button', { name: 'Add a story' })).toHaveCount(0)
  expect(june.faults).toEqual([])
  await june.context.close()
})

test('a story that the command line takes in beside the running server appears by itself', async () => {
  const file = path(stage.house.folder, 'quay.txt')
  writeFileSync(file, 'From the quay.\n\nOne more.\n')
  const cli = path(root, 'dist/server/cli.js')
  await promisify(execFile)(process.execPath, [cli, 'import', file, '--data', stage.house.data])
  await expect(row('From the quay.')).toBeVisible({ timeout: 15_000 })
})

test('a second start keeps the stories, their bytes and who is signed in', async () => {
  const before = await titles()
  await stage.house.kill()
  stage.galley = await stage.house.start({ stories: path(root, 'seeds') })
  expect(stage.galley.ownerLink).toBeNull()
  await page.reload()
  await expect(page.locator('.stories > li')).toHaveCount(before.length)
  expect((await titles()).sort()).toEqual(before.sort())
  const href = await row('To Die For.').getByRole('link').first().getAttribute('href')
  const seed = readFileSync(path(root, 'seeds/000_2f6a5e787794db23.txt'))
  expect(await stage.bytes(idFrom(href))).toEqual(seed)
})
