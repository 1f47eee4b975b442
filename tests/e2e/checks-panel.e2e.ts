/** The Checks panel as one works through it: rules and the keyboard stay where they are, words that wait lie folded. */
import { expect, test } from '@playwright/test'
import { openChecks, panel } from '../kit/checked-page.ts'
import { findsNothing, Review } from '../kit/reviewers.ts'

const WORDS = `"I am late." She said.

"You came." She said at last.

"We did." He said.

The the boat was gone.

It was was late.
`
const NEW_WORDS = ['Oskan', 'Velmar', 'Tirrow', 'Ashkel', 'Brindal']

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

test('whoever dismisses in the panel by keys keeps the rules in their places and the keyboard in the list', async () => {
  const { owner } = stage
  await review.begin('place.txt', WORDS)
  await stage.enter(owner, review.story)
  await openChecks(owner)
  const groups = panel(owner).locator('.group')
  const rules = () => groups.evaluateAll((all) => all.map((group) => (group as HTMLElement).dataset.rule))
  expect(await rules()).toEqual(['tag-comma', 'doubled-word'])
  await groups.nth(1).locator('summary').click()
  await expect(groups.nth(1).locator('.hit')).toHaveCount(2)

  const tags = panel(owner).locator('.group[data-rule="tag-comma"]')
  await tags
    .getByRole('button', { name: /^Dismiss/ })
    .last()
    .focus()
  for (const left of ['2', '1']) {
    await owner.page.keyboard.press('Enter')
    await expect(tags.locator('.count')).toHaveText(left)
    await expect(panel(owner).locator('.hit :focus')).toHaveCount(1)
    await tags
      .getByRole('button', { name: /^Dismiss/ })
      .last()
      .focus()
  }
  // It has fewer than the other by now, and both are as they were left.
  expect(await rules()).toEqual(['tag-comma', 'doubled-word'])
  await expect(groups.nth(1).locator('.hit')).toHaveCount(2)
  await owner.page.keyboard.press('Enter')
  await expect(tags).toHaveCount(0)
  await expect(panel(owner).locator('.hit :focus')).toHaveCount(1)
})

test('many words that wait for a yes lie folded above the findings, and stay unfolded once they are', async ({
  browser,
}) => {
  const { owner } = stage
  await review.begin('folded.txt', WORDS)
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  const words = NEW_WORDS.map((word) => ({ word, kind: 'name' as const }))
  await stage.enter(owner, review.story)
  await openChecks(owner)
  const waiting = panel(owner).getByRole('region', { name: 'Words waiting for approval' })
  // One is seen as it comes; with more of them, all of them are one line.
  await review.send(tomas, { type: 'propose-words', words: words.slice(0, 1) })
  await expect(waiting.getByRole('listitem')).toHaveCount(1)
  await review.send(tomas, { type: 'propose-words', words: words.slice(1) })
  await expect(waiting.locator('summary')).toHaveText('5 names wait for approval')
  await expect(waiting.getByRole('listitem')).toHaveCount(0)
  await findsNothing(owner.page, 'folded words')
  await waiting.locator('summary').press('Enter')
  await expect(waiting.getByRole('listitem')).toHaveCount(5)
  await waiting.getByRole('button', { name: 'Allow Velmar' }).press('Enter')
  await expect(waiting.getByRole('listitem')).toHaveCount(4)
  await waiting.getByRole('button', { name: 'Allow all' }).click()
  await expect(waiting).toHaveCount(0)
})
