/** One proofreader in two windows at once: what either of them suggests is kept. */
import { expect, test } from '@playwright/test'
import { caretAt } from '../kit/people.ts'
import { Review, type Reviewer } from '../kit/reviewers.ts'

const review = new Review()

test.beforeAll(async ({ browser }) => {
  await review.stage.open(browser, 'Ruth Adeyemi')
})

test.afterAll(async () => {
  await review.stage.close()
})

test('writing on in a suggestion that another window has changed makes a second one, and says so', async ({
  browser,
}) => {
  await review.begin('gull.txt', 'The gull was here.\n')
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Weil')
  await expect(tomas.text).toHaveAttribute('contenteditable', 'true')
  await caretAt(tomas, 'gull', 'before')
  await tomas.page.keyboard.type('grey')
  await expect.poll(() => proposed(tomas)).toEqual(['grey'])

  const page = await tomas.context.newPage()
  const other = { ...tomas, page, text: page.locator('.ProseMirror') }
  await page.goto(tomas.page.url())
  await expect(other.text.locator('[data-record]')).toHaveText('grey')
  await caretAt(other, 'grey', 'after')
  await page.keyboard.type('er')
  await expect.poll(() => proposed(tomas)).toEqual(['greyer'])

  await tomas.page.bringToFront()
  await caretAt(tomas, 'grey', 'after')
  await tomas.page.keyboard.type('ish')
  await expect(tomas.page.getByRole('region', { name: 'Message' })).toContainText('a suggestion of its own')
  await expect.poll(() => proposed(tomas)).toEqual(['greyer', 'greyish'])
  await review.end()
})

/** The words that each suggestion puts in by now, in the order they were made; a slow typist’s word is sent in more than one part. */
async function proposed(reviewer: Reviewer): Promise<string[]> {
  const words = new Map<string, string>()
  for (const event of await review.events(reviewer))
    if (event.type === 'propose' || event.type === 'revise')
      words.set(event.suggestion, event.change.map((op) => ('insert' in op ? op.insert : '')).join(''))
  return [...words.values()]
}
