/** Many corrections at once as suggestions: how far they have come, a stop that holds, and one undo for all of them. */
import { expect, type Locator, test } from '@playwright/test'
import { batch, card, count, openChecks, readThrough, threads } from '../kit/checked-page.ts'
import { caretAt, type Visitor } from '../kit/people.ts'
import { cards, findsNothing, Review } from '../kit/reviewers.ts'

// Requests of a page with a service worker may pass by what a test puts in their way.
test.use({ serviceWorkers: 'block' })

const WORDS = Array.from({ length: 4 }, (_, line) => `"I am late." She said ${'very '.repeat(line)}softly.`).join(
  '\n\n',
)
/** More than go out at once. */
const MANY = Array.from({ length: 120 }, () => '"I am late." She said.').join('\n\n')

const review = new Review()
const { stage } = review

const message = ({ page }: Visitor): Locator => page.getByRole('region', { name: 'Message' })

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Ruth Adeyemi')
})

test.afterEach(async () => {
  await review.end()
})

test.afterAll(async () => {
  await stage.close()
})

/** Opens the batch of all that want a comma. */
async function openBatch(person: Visitor, name: RegExp): Promise<void> {
  await openChecks(person)
  const group = person.page.locator('checks-panel .group[data-rule="tag-comma"]')
  await expect(group).toBeVisible()
  if ((await group.getAttribute('open')) === null) await group.locator('summary').press('Enter')
  await group.getByRole('button', { name }).press('Enter')
  await expect(batch(person)).toBeFocused()
}

test('Ctrl Z takes a whole batch of suggestions back while it is the last thing one did', async ({ browser }) => {
  await review.begin('undo.txt', `${WORDS}\n`)
  await stage.enter(stage.owner, review.story)
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  await openBatch(tomas, /^Propose all 4/)
  await batch(tomas).getByRole('button', { name: 'Propose 4' }).press('Enter')
  await expect(message(tomas)).toContainText('Proposed 4 replacements.')
  await expect(cards(stage.owner)).toHaveCount(4)
  await expect(tomas.text).toBeFocused()
  await tomas.page.keyboard.press('Control+z')
  await expect(message(tomas)).toContainText('Withdrawn: 4 suggestions.')
  await expect(cards(stage.owner)).toHaveCount(0)
  await expect(tomas.text.locator('.mine')).toHaveCount(0)
  await expect(count(tomas)).toHaveText('4 findings')

  // Once something is written behind it, the key is about that; the message still means the batch.
  await openBatch(tomas, /^Propose all 4/)
  await batch(tomas).getByRole('button', { name: 'Propose 4' }).press('Enter')
  await expect(cards(stage.owner)).toHaveCount(4)
  await caretAt(tomas, ' softly', 'before')
  await tomas.page.keyboard.type(',')
  await expect(cards(stage.owner)).toHaveCount(5)
  await tomas.page.keyboard.press('Control+z')
  await expect(cards(stage.owner)).toHaveCount(4)
  await message(tomas).getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(cards(stage.owner)).toHaveCount(0)
  expect(await review.bytes()).toBe(`${WORDS}\n`)
})

test('an editor’s batch of suggestions is taken back by its message, but for what was decided meanwhile', async () => {
  const { owner } = stage
  await review.begin('editor.txt', `${WORDS}\n`)
  await stage.enter(owner, review.story)
  await openBatch(owner, /^Fix all 4/)
  await batch(owner).getByRole('button', { name: 'Propose 4' }).press('Enter')
  await expect(cards(owner)).toHaveCount(4)
  const ruth = { ...owner, name: 'Ruth', received: [] }
  // What she has seen is an event too; it may come before, between or after.
  const proposed = async () => (await review.events(ruth)).flatMap((event) => (event.type === 'propose' ? [event] : []))
  await expect.poll(async () => (await proposed()).length).toBe(4)
  const [first] = await proposed()
  const decisions = [{ suggestion: first?.suggestion ?? '', rev: 1 }]
  await review.send(ruth, { type: 'decide', verdict: 'accept', reason: '', decisions })
  await message(owner).getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(message(owner)).toContainText('Withdrawn: 3 suggestions. 1 was decided already.')
  await expect(cards(owner)).toHaveCount(0)
})

test('a long batch says how far it is and stops when it is told to', async ({ browser }) => {
  await review.begin('many.txt', `${MANY}\n`)
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  const { page } = tomas
  await openBatch(tomas, /^Propose all 120/)
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/review', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await batch(tomas).getByRole('button', { name: 'Propose 120' }).press('Enter')
  await expect(batch(tomas)).toContainText('0 of 120 proposed')
  await expect(batch(tomas).getByRole('progressbar', { name: 'Proposing' })).toBeVisible()
  await findsNothing(page, 'progress')
  await batch(tomas).getByRole('button', { name: 'Stop' }).press('Enter')
  await expect(batch(tomas)).toContainText('Stopping…')
  letGo()
  await expect(message(tomas)).toContainText('Proposed 50 replacements. 70 were not asked for.')
  await expect(batch(tomas)).toHaveCount(0)
  expect((await review.events(tomas)).filter(({ type }) => type === 'propose')).toHaveLength(50)
  await expect(count(tomas)).toHaveText('70 findings')
})

test('Esc in the text puts the card away; the palette leads to the style sheet and the words', async () => {
  const { owner } = stage
  await review.begin('escape.txt', `${WORDS}\n`)
  await stage.enter(owner, review.story)
  await readThrough(owner)
  await threads(owner).first().click()
  await expect(card(owner)).toBeVisible()
  await expect(owner.text).toBeFocused()
  await owner.page.keyboard.press('Escape')
  await expect(card(owner)).toHaveCount(0)
  for (const [asked, shown] of [
    ['style sheet', owner.page.locator('style-tab .sheet-rows')],
    ['words of this', owner.page.getByRole('dialog', { name: 'Words of this story' })],
  ] as const) {
    await owner.page.keyboard.press('Control+k')
    await owner.page.keyboard.type(asked)
    await owner.page.keyboard.press('Enter')
    await expect(shown).toBeVisible()
  }
})
