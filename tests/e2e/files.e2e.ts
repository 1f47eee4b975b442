/**
 * Files in and out, as an editor and a maintainer use them: a Word file comes in with its comments and changes, every format
 * goes out, another version is brought in, and the corrected text goes back into the file it came from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { join as enter, linesOf, type Visitor, visitor } from '../kit/people.ts'
import { selectWords } from '../kit/reviewers.ts'
import { Stage } from '../kit/stage.ts'

const SOURCE = 'The Mill\r\n\r\nThe cat sat on the mat.\r\n\r\nNobody came.\r\n'

let stage: Stage
let page: Page
let file: string

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  const folder = join(stage.house.folder, 'texts')
  mkdirSync(folder)
  file = join(folder, 'mill.txt')
  writeFileSync(file, SOURCE)
  await stage.open(browser, 'Ruth Adeyemi', folder)
  page = stage.owner.page
})
test.afterAll(() => stage.close())

const dialog = () => page.getByRole('dialog')

async function menu(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Story menu' }).click()
  await page.getByRole('menuitem', { name }).click()
}

async function downloaded(act: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await act.click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

async function editor(browser: Browser, story: string): Promise<Visitor> {
  const person = await visitor(browser)
  await enter(person, await stage.invite(story, 'editor'), 'June Park')
  return person
}

test('a story is taken in from its folder and goes out at once as the same bytes', async () => {
  await page.getByRole('link', { name: 'The Mill' }).first().click()
  await expect(stage.owner.text).toContainText('Nobody came.')
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog()).toContainText('Same as the file that came in, byte for byte')
  const { name, bytes } = await downloaded(dialog().getByRole('link', { name: 'Download' }))
  expect([name, bytes.toString()]).toEqual(['mill.txt', SOURCE])
})

test('each format is a file of its own kind, and the dialog says what it holds and what not', async () => {
  const expected: [kind: string, name: string, begins: RegExp][] = [
    ['Word', 'mill.docx', /^PK/],
    ['Markdown', 'mill.md', /^The Mill/],
    ['Web page', 'mill.html', /^<!doctype html>/i],
    ['EPUB', 'mill.epub', /^PK.{28}mimetypeapplication\/epub\+zip/s],
    ['Patch', 'mill.patch', /^$/],
    ['Record', 'mill.corrections.csv', /^\W*\w+,/],
  ]
  for (const [kind, name, begins] of expected) {
    await dialog()
      .getByRole('radio', { name: new RegExp(`^${kind}`) })
      .check({ force: true })
    await expect(dialog().locator('footer .name')).toContainText(name)
    const file = await downloaded(dialog().getByRole('link', { name: 'Download' }))
    expect(file.name).toBe(name)
    expect(file.bytes.toString('latin1'), kind).toMatch(begins)
  }
  await page.keyboard.press('Escape')
})

test('another version comes in as suggestions, live for others too, and the text waits for a decision', async ({
  browser,
}) => {
  const story = page.url().split('/').at(-1) ?? ''
  const june = await editor(browser, story)
  await menu('Bring a file in…')
  const version = SOURCE.replace('cat', 'dog')
  const chosen = { name: 'draft two.txt', mimeType: 'text/plain', buffer: Buffer.from(version) }
  await dialog().locator('[type=file]').setInputFiles(chosen)
  await dialog().getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(dialog()).toContainText('1 suggestion from draft two.txt')
  await dialog().getByRole('button', { name: 'Done' }).click()
  for (const where of [page, june.page]) {
    await expect(where.locator('.ProseMirror del')).toHaveText('cat')
    await expect(where.locator('.ProseMirror ins')).toHaveText('dog')
  }
  expect((await stage.bytes(story)).toString()).toBe(SOURCE)
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await expect(june.page.locator('.ProseMirror ins')).toHaveCount(0)
  expect(await linesOf(june)).toContain('The dog sat on the mat.')
  await june.context.close()
})

test('the library says that the file differs; written back it holds the corrected text, with its line ends', async () => {
  await page.getByRole('link', { name: 'All stories' }).click()
  await expect(page.getByText('Differs from its file')).toBeVisible()
  await page.getByRole('link', { name: 'The Mill' }).first().click()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog().locator('ins')).toContainText('dog')
  await dialog().getByRole('button', { name: 'Write back to mill.txt' }).click()
  await expect(dialog()).toContainText('Written back: mill.txt')
  expect(readFileSync(file, 'utf8')).toBe(SOURCE.replace('cat', 'dog'))
  await page.keyboard.press('Escape')
})

test('a file that somebody else changed is not written over: its changes come in, and then both go back', async () => {
  const now = SOURCE.replace('cat', 'dog')
  writeFileSync(file, now.replace('Nobody', 'Somebody'))
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog()).toContainText('mill.txt was changed by somebody else')
  await expect(dialog().getByRole('button', { name: /^Write back/ })).toHaveCount(0)
  await dialog().getByRole('button', { name: 'Bring its changes in as suggestions' }).click()
  await expect(dialog()).toContainText('1 suggestion from the file')
  await page.keyboard.press('Escape')
  await expect(page.locator('.ProseMirror ins')).toHaveText('Somebody')
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await expect(page.locator('.ProseMirror ins')).toHaveCount(0)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog()).toContainText('mill.txt says what the story says')
  await page.keyboard.press('Escape')
})

test('a Word file comes in with its comments and tracked changes, under the names that it gives', async ({
  browser,
}) => {
  const story = await stage.write('letter.txt', 'The Letter\n\nIt were not a long letter.\n')
  const ann = await visitor(browser)
  await enter(ann, await stage.invite(story, 'proofreader'), 'Ann Lee')
  await selectWords(ann, 'long')
  await ann.page.keyboard.press('Control+Alt+m')
  await ann.page.keyboard.type('Dialect?')
  await ann.page.keyboard.press('Control+Enter')
  await selectWords(ann, 'were')
  await ann.page.keyboard.type('was')
  await expect(page.locator('.ProseMirror ins')).toHaveText('was')
  await expect(page.getByText('Dialect?')).toBeVisible()
  await ann.context.close()

  await page.getByRole('button', { name: 'Export' }).click()
  await dialog().getByRole('radio', { name: /^Word/ }).check({ force: true })
  const { bytes } = await downloaded(dialog().getByRole('link', { name: 'Download' }))
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'All stories' }).click()
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await page.locator('input[type=file]').setInputFiles({ name: 'from Ann.docx', mimeType, buffer: bytes })
  await expect(dialog().locator('dl')).toContainText(/Comments\s*1/)
  await expect(dialog().locator('dl')).toContainText(/Changes\s*1/)
  await dialog().getByRole('button', { name: 'Take it in' }).click()
  await expect(stage.owner.text).toContainText('a long letter')
  const margin = page.getByRole('complementary', { name: 'Notes' })
  await expect(margin).toContainText('Dialect?')
  await expect(margin.getByText('Ann Lee').first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await expect(page.locator('.ProseMirror ins')).toHaveCount(0)
  expect(await linesOf(stage.owner)).toContain('It was not a long letter.')
})

test('the whole library goes out as one zip, with what the files do not hold', async () => {
  await page.getByRole('link', { name: 'All stories' }).click()
  await page.getByRole('button', { name: 'Download all stories' }).click()
  await dialog().getByRole('radio', { name: /^Word/ }).check({ force: true })
  const { name, bytes } = await downloaded(dialog().getByRole('button', { name: 'Download' }))
  expect(name).toMatch(/\.zip$/)
  const files = Object.keys(unzipSync(bytes))
  expect(files).toEqual(expect.arrayContaining(['mill.docx', 'letter.docx', 'report.json']))
  await expect(dialog()).toContainText('Downloaded')
})
