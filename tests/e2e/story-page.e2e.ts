/** The story page around the text: its strip where there is little room, and panels that take each other's place. */
import { expect, type Locator, test } from '@playwright/test'
import { count, openChecks, panel, readThrough } from '../kit/checked-page.ts'
import { noteOn, proposeOn, Review } from '../kit/reviewers.ts'

const WORDS = `The the boat was gone.

It was was late, and nobody had come.

She waited by the wall.
`

const review = new Review()
const { stage } = review

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Ruth Adeyemi')
})

test.afterEach(async () => {
  await review.end()
})

test.afterAll(async () => {
  await stage.close()
})

/** All of it lies within the window. */
async function isWhole(part: Locator): Promise<boolean> {
  const { left, right } = await part.evaluate((element) => element.getBoundingClientRect().toJSON())
  const width = part.page().viewportSize()?.width ?? 0
  return left >= 0 && right <= width
}

test('on a phone the strip shows every count whole, and says what each counts to who listens', async ({ browser }) => {
  await review.begin('strip.txt', WORDS)
  const june = await review.enter(browser, 'proofreader', 'June Park')
  await readThrough(june)
  await noteOn(june, 'boat', 'Whose?')
  await proposeOn(june, 'She waited', 'She had waited there')
  const strip = june.page.getByRole('contentinfo')
  await expect(strip.getByRole('button', { name: '1 note, 1 suggestion' })).toBeVisible()
  await expect(strip).toContainText('18 words')

  for (const width of [390, 320]) {
    await june.page.setViewportSize({ width, height: 844 })
    for (const name of [/^Line \d of 3$/, '2 findings', '1 note, 1 suggestion']) {
      const button = strip.getByRole('button', { name })
      await expect(button).toBeVisible()
      await expect.poll(() => isWhole(button)).toBe(true)
    }
    await expect.poll(() => isWhole(strip.locator('.words'))).toBe(true)
    expect(await strip.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
  }
})

test('a panel asked for comes in the place of the one that stands there, and goes when it is asked for again', async ({
  browser,
}) => {
  await review.begin('places.txt', WORDS)
  const june = await review.enter(browser, 'editor', 'June Park')
  const { page } = june
  await readThrough(june)
  await noteOn(june, 'boat', 'Whose?')
  const find = page.getByRole('button', { name: 'Find', exact: true })
  const notes = page.getByRole('button', { name: '1 note', exact: true })
  const finding = page.locator('find-panel')
  const filter = page.locator('story-margin').getByRole('searchbox')

  await find.click()
  await expect(finding).toBeVisible()
  await expect(count(june)).toHaveAttribute('aria-pressed', 'false')
  await count(june).click()
  await expect(panel(june)).toBeVisible()
  await expect(finding).toHaveCount(0)
  await expect(count(june)).toHaveAttribute('aria-pressed', 'true')

  // And back: what it covers is there again when it goes.
  await find.click()
  await expect(panel(june)).toBeHidden()
  await expect(count(june)).toHaveAttribute('aria-pressed', 'false')
  await expect(find).toHaveAttribute('aria-pressed', 'true')
  await count(june).click()
  await expect(panel(june)).toBeVisible()
  await count(june).click()
  await expect(panel(june)).toHaveCount(0)
  await find.click()
  await find.click()
  await expect(finding).toHaveCount(0)
  await expect(page.locator('story-margin')).toBeVisible()

  // The filter of the notes comes in both their places, also where it had been open before.
  await notes.click()
  await expect(filter).toBeVisible()
  await openChecks(june)
  await notes.click()
  await expect(panel(june)).toHaveCount(0)
  await expect(filter).toBeVisible()
  await find.click()
  await notes.click()
  await expect(finding).toHaveCount(0)
  await expect(filter).toBeVisible()
  await notes.click()
  await expect(filter).toHaveCount(0)
})

test('the style sheet of who only reads comes in the place of Find, too', async ({ browser }) => {
  await review.begin('sheet-place.txt', WORDS)
  const noor = await review.enter(browser, 'reader', 'Noor Amin')
  const { page } = noor
  const sheet = page.getByRole('button', { name: 'Style sheet', exact: true })
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await sheet.click()
  await expect(page.locator('sheet-panel')).toBeVisible()
  await expect(page.locator('find-panel')).toHaveCount(0)
  await sheet.click()
  await expect(page.locator('sheet-panel')).toHaveCount(0)
})

test('on a phone the words of a note stay in sight above its sheet, while it is written and when it is opened', async ({
  browser,
}) => {
  const lines = Array.from({ length: 40 }, (_, index) => `Line ${index + 1} says little.`)
  await review.begin('sheet.txt', `${lines.join('\n\n')}\n`)
  const june = await review.enter(browser, 'commenter', 'June Park', 390)
  const { page, text } = june
  const words = text.locator('p', { hasText: 'Line 26 says' })
  /** Brings the line to the foot of the window, where a sheet will stand. */
  const toFoot = () => words.evaluate((line) => line.scrollIntoView({ block: 'end', behavior: 'instant' }))
  const isAbove = async (sheet: Locator) => {
    const [line, over] = [await words.boundingBox(), await sheet.boundingBox()]
    return line !== null && over !== null && line.y > 0 && line.y + line.height <= over.y
  }

  await words.evaluate((line) => {
    const range = document.createRange()
    range.selectNodeContents(line)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  })
  await expect(page.locator('.note-here')).toBeVisible()
  await toFoot()
  await page.locator('.note-here').click()
  const writing = page.getByRole('region', { name: 'New note' })
  await expect.poll(() => isAbove(writing)).toBe(true)
  await page.keyboard.type('Too little?')
  await writing.getByRole('button', { name: 'Leave note' }).click()
  await expect(writing).toHaveCount(0)

  // Closed, it opens again by a press on its words.
  const note = page.getByRole('region', { name: 'Note', exact: true })
  await note.getByRole('button', { name: 'Close note' }).click()
  await expect(note).toHaveCount(0)
  await toFoot()
  await text.locator('mark.note').click()
  await expect.poll(() => isAbove(note)).toBe(true)
})
