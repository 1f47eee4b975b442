/** The library and the doors as people use them, by keyboard where that is harder; each page is looked over by axe. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { becomeOwner, invite, join, openStory, type Visitor, visitor } from '../kit/people.ts'
import { GalleyHouse, type RunningGalley } from '../kit/server-process.ts'

let house: GalleyHouse
let galley: RunningGalley
let ruth: Visitor
let page: Page

test.beforeEach(async ({ browser }) => {
  house = new GalleyHouse()
  galley = await house.start()
  ruth = await visitor(browser)
  page = ruth.page
  // Colours that are still on their way would be judged as they are.
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

test.afterEach(async () => {
  expect(ruth.faults).toEqual([])
  await ruth.context.close()
  await house.stop()
})

/** Titles from the top. */
function titles(): Promise<string[]> {
  return page.locator('.stories h2').allTextContents()
}

async function findsNothing(where: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze()
  expect(passes.length, where).toBeGreaterThan(10)
  expect(
    violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([])
}

function choose(...files: { name: string; text: string | Buffer }[]): Promise<void> {
  return page
    .locator('input[type="file"]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
}

test('a stranger is told how to come in, and the owner’s link lets one in', async () => {
  await page.goto(galley.url)
  await expect(page.getByRole('heading', { name: 'This Galley has no owner yet' })).toBeVisible()
  await findsNothing('signed out')
  await page.goto(galley.ownerLink ?? '')
  await findsNothing('owner')
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await expect(page.locator('.stories > li')).toHaveCount(3)
  await findsNothing('library')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await findsNothing('library, dark')
})

test('search narrows, sort orders, and both work by keyboard', async () => {
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await expect(page.locator('.stories h2')).toHaveCount(3)
  await page.keyboard.press('/')
  await page.keyboard.type('to die')
  await expect(page.locator('.stories > li')).toHaveCount(1)
  await page.keyboard.type('xyz')
  await expect(page.getByText('No story has these words')).toBeVisible()
  await page.getByRole('button', { name: 'Show all 3' }).click()
  await page.getByRole('button', { name: /^Sorted by/ }).press('ArrowDown')
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  const words = async () => (await page.locator('.stories .num').allTextContents()).map(Number.parseFloat)
  await expect.poll(titles).toHaveLength(3)
  const figures = await words()
  expect([...figures].sort((a, b) => b - a)).toEqual(figures)
})

test('a menu opens, closes and opens again by its button, however fast', async () => {
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  const button = page.getByRole('button', { name: /^Sorted by/ })
  const items = page.getByRole('menuitemcheckbox')
  for (let round = 0; round < 3; round += 1) {
    await button.click()
    await expect(items).toHaveCount(4)
    await items.nth(round).click()
    await button.click()
    await expect(items.first()).toBeFocused()
    await button.click()
    await expect(items).toHaveCount(0)
  }
})

test('a file is shown as it was read before it is kept', async () => {
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await choose({
    name: 'café.txt',
    text: Buffer.from('Caf\xe9 Noir\r\n\r\nShe waited.\r\n\r\n\r\nShe left.', 'latin1'),
  })
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Café Noir')
  await expect(dialog).toContainText('5 CRLF')
  await expect(dialog.getByText('Nothing is kept yet.')).toBeVisible()
  await findsNothing('intake')
  await expect(dialog.getByRole('button', { name: 'Take it in' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ruth.text.locator('p').first()).toHaveText('Café Noir')
  await expect(page.locator('.strip')).toContainText('Windows-1252, CRLF, ends without a line end')
})

test('a file that is refused can be read in the encoding that its owner knows', async () => {
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await choose({
    name: 'old.txt',
    text: Buffer.from('潮が引いた。彼女は長いあいだ何も言わず、ただ水を見ていた。\n夜', 'utf16le'),
  })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('This file was not taken in')).toBeVisible()
  await findsNothing('refused')
  await dialog.getByLabel('Read it as').selectOption('UTF-16 LE')
  await expect(dialog).toContainText('潮が引いた。')
  await dialog.getByRole('button', { name: 'Take it in' }).click()
  await expect(ruth.text.locator('p').first()).toContainText('潮が引いた。')
})

test('of several files each gets its own answer, and one that is refused stops none', async () => {
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await choose(
    { name: 'one.txt', text: 'Morning\n\nIt was early.' },
    { name: 'not-text.txt', text: Buffer.from([0, 1, 2, 0, 200, 0]) },
    { name: 'two.txt', text: 'Evening\n\nIt was late.' },
  )
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('li', { hasText: 'not-text.txt' })).toContainText('Not taken in')
  await dialog.getByRole('button', { name: 'Take in 2' }).click()
  await expect(dialog.getByText('2 files taken in.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect.poll(titles).toEqual(expect.arrayContaining(['Morning', 'Evening']))
})

test('an empty story is started, renamed, deleted and brought back', async () => {
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await page.getByRole('button', { name: 'Add a story' }).press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByLabel('File name').fill('rain')
  await page.keyboard.press('Enter')
  await ruth.text.click()
  await page.keyboard.type('It rained for a week.')
  await expect(ruth.saved).toContainText('Saved')
  await page.getByRole('link', { name: 'All stories' }).click()

  const row = page.locator('.stories > li', { hasText: 'It rained' })
  await expect(row).toContainText('You, now')
  await row.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('The Long Wait')
  await page.keyboard.press('Enter')
  await expect.poll(titles).toContain('The Long Wait')

  await page.getByRole('button', { name: 'More for The Long Wait' }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect.poll(titles).not.toContain('The Long Wait')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(titles).toContain('The Long Wait')
})

test('the library shows who is inside and what they change, live', async ({ browser }) => {
  const june = await visitor(browser)
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await openStory(ruth, 'To Die For.')
  const link = await invite(ruth, 'Editor')
  await page.getByRole('link', { name: 'All stories' }).click()
  await join(june, link, 'June Park')
  const row = page.locator('.stories > li', { hasText: 'To Die For.' })
  await expect(row.getByRole('group', { name: 'Here now: June Park' })).toBeVisible()
  await june.text.locator('p').nth(1).click()
  await june.page.keyboard.type('Rain. ')
  await expect(row).toContainText('June, now', { timeout: 10_000 })
  await june.context.close()
  await expect(row.getByRole('group')).toHaveCount(0, { timeout: 15_000 })
})

test('while the server is away the page says so, and comes back by itself', async () => {
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await house.kill()
  await expect(page.getByText('What you see may be old')).toBeVisible({ timeout: 10_000 })
  await house.start()
  await expect(page.getByText('What you see may be old')).toHaveCount(0, { timeout: 15_000 })
  await expect(page.locator('.stories > li')).toHaveCount(3)
})
