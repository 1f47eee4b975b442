/** Find and replace as suggestions: while editing and while suggesting, with one's own suggestions left as they are. */
import { expect, test } from '@playwright/test'
import type { Visitor } from '../kit/people.ts'
import { cards, Review, type Reviewer, reload } from '../kit/reviewers.ts'

const WORDS = 'A gray day.\n\nGray, gray sea, gray sky, gray sand.\n\nThe gull was gray.\n'

const review = new Review()
const { stage } = review

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Ruth Adeyemi')
})

test.afterAll(async () => {
  await stage.close()
})

const panel = ({ page }: Visitor) => page.getByRole('search', { name: 'Find in the story' })
const message = ({ page }: Visitor) => page.getByRole('region', { name: 'Message' })

/** Opens find and replace by its key and fills both fields, with the case as it is written. */
async function replacing(person: Visitor, words: string, replacement: string): Promise<void> {
  await person.text.locator('p').first().click()
  await person.page.keyboard.press('Control+h')
  await expect(panel(person).getByRole('textbox', { name: 'Find' })).toBeFocused()
  await person.page.keyboard.type(words)
  await panel(person).getByRole('button', { name: 'Match case' }).press('Enter')
  await panel(person).getByRole('textbox', { name: 'Replace with' }).fill(replacement)
}

async function closeFind(person: Visitor): Promise<void> {
  await panel(person).getByRole('button', { name: 'Close find' }).press('Enter')
}

async function suggesting(person: Visitor): Promise<void> {
  await person.page.keyboard.press('Control+Alt+s')
  await expect(person.text).toHaveAttribute('aria-label', /suggesting$/)
  await expect(person.text).toHaveAttribute('contenteditable', 'true')
}

test('while editing, each ticked match becomes a suggestion with its reason, and the text stays as it is', async () => {
  const { owner } = stage
  const id = await stage.write('gray.txt', WORDS)
  await replacing(owner, 'gray', 'grey')
  const rows = panel(owner).getByRole('list', { name: 'Matches' }).getByRole('listitem')
  await expect(rows).toHaveCount(5)
  await rows.nth(2).getByRole('checkbox').press('Space')
  await panel(owner).getByRole('button', { name: 'Propose 4' }).press('Enter')
  await expect(message(owner)).toContainText('Proposed 4 replacements.')
  await panel(owner).getByRole('button', { name: 'Propose 4' }).press('Enter')
  await expect(message(owner)).toContainText('Nothing was proposed: 4 matches touch suggestions of yours.')
  await closeFind(owner)
  await expect(cards(owner)).toHaveCount(4)
  await expect(cards(owner).filter({ hasText: 'Replace all: gray → grey' })).toHaveCount(4)
  expect((await stage.exported(id)).toString()).toBe(WORDS)
})

test('all of them are taken back by the message’s own button, or by one key as long as nothing else was done', async () => {
  const { owner } = stage
  await stage.write('gray-back.txt', WORDS)
  await replacing(owner, 'gray', 'grey')
  const propose = panel(owner).getByRole('button', { name: 'Propose 5' })
  await propose.press('Enter')
  await expect(message(owner)).toContainText('Proposed 5 replacements.')
  await message(owner).getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(message(owner)).toContainText('Withdrawn: 5 suggestions.')
  await propose.press('Enter')
  await expect(message(owner)).toContainText('Proposed 5 replacements.')
  await owner.page.keyboard.press('Control+z')
  await expect(message(owner)).toContainText('Withdrawn: 5 suggestions.')
  await closeFind(owner)
  await expect(cards(owner)).toHaveCount(0)
})

test.describe('while suggesting', () => {
  let tomas: Reviewer

  test.beforeAll(async ({ browser }) => {
    await review.begin('gray-again.txt', WORDS)
    await stage.enter(stage.owner, review.story)
    tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
    await suggesting(tomas)
  })

  test.afterAll(async () => {
    await review.end()
  })

  test('the matches appear as one’s own; what one has written oneself stays, and how many that were is said', async () => {
    const { page, text } = tomas
    await text.locator('p').last().click()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('ish')
    await replacing(tomas, 'gray', 'grey')
    await expect(panel(tomas).getByRole('button', { name: /^Replace/ })).toHaveCount(0)
    await panel(tomas).getByRole('button', { name: 'Propose 5' }).press('Enter')
    await expect(message(tomas)).toContainText(
      'Proposed 4 replacements. Left out: 1 match touches a suggestion of yours.',
    )
    await expect(text.locator('del.mine')).toHaveText(['gray', 'gray', 'gray', 'gray'])
    await expect(text.locator('ins.mine')).toHaveText(['grey', 'grey', 'grey', 'grey', 'ish'])
    await closeFind(tomas)
    await expect(cards(tomas)).toHaveCount(5)
    expect((await stage.bytes(review.story)).toString()).toBe(WORDS)
  })

  test('others see them, and they are there again after a reload, each still to be edited by its author', async () => {
    const { page, text } = tomas
    await expect(cards(stage.owner).filter({ hasText: 'Replace all: gray → grey' })).toHaveCount(4)
    await reload(tomas)
    await suggesting(tomas)
    await expect(text.locator('ins.mine')).toHaveText(['grey', 'grey', 'grey', 'grey', 'ish'])
    await text.locator('ins.mine').first().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    for (let step = 0; step < 'A gray'.length; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('silver-')
    await expect(text.locator('p').first().locator('ins.mine')).toHaveText('silver-grey')
    await expect(cards(stage.owner).filter({ hasText: 'silver-grey' })).toHaveCount(1)
    await expect(cards(stage.owner)).toHaveCount(5)
  })
})
