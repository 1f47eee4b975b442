/** One proofreader in two windows at once: what either of them suggests is kept. */
import { expect, test } from '@playwright/test'
import { caretAt } from '../kit/people.ts'
import { Review } from '../kit/reviewers.ts'

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
  await expect.poll(async () => (await review.events(tomas)).map(({ type }) => type)).toContain('propose')

  const page = await tomas.context.newPage()
  const other = { ...tomas, page, text: page.locator('.ProseMirror') }
  await page.goto(tomas.page.url())
  await expect(other.text.locator('[data-record]')).toHaveText('grey')
  await caretAt(other, 'grey', 'after')
  await page.keyboard.type('er')
  await expect.poll(async () => (await review.events(tomas)).map(({ type }) => type)).toContain('revise')

  await tomas.page.bringToFront()
  await caretAt(tomas, 'grey', 'after')
  await tomas.page.keyboard.type('ish')
  await expect(tomas.page.getByRole('region', { name: 'Message' })).toContainText('a suggestion of its own')
  await expect
    .poll(async () =>
      (await review.events(tomas))
        .flatMap((event) => ('change' in event ? event.change : []))
        .map((op) => ('insert' in op ? op.insert : '')),
    )
    .toEqual(['grey', 'greyer', 'greyish'])
  await review.end()
})
