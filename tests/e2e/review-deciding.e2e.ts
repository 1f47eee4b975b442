/** A proofreader proposes by typing, editors decide, a commenter looks on: in the text, on the cards, in the file and in the record. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { caretAt } from '../kit/people.ts'
import { cards, marked, noteOn, proposeOn, Review, type Reviewer, reload } from '../kit/reviewers.ts'

// Requests of a page with a service worker may pass by what a test puts in their way.
test.use({ serviceWorkers: 'block' })

const SEED = '000_2f6a5e787794db23.txt'
const source = readFileSync(resolve(import.meta.dirname, '../../seeds', SEED), 'utf8')
/** In the story's first paragraph, in the middle of a line. */
const WORDS = 'one bullet shy'
const PROPOSED = 'a bullet short'

const review = new Review()

test.beforeAll(({ browser }) => review.stage.open(browser, 'Ruth Adeyemi'))
test.afterAll(() => review.stage.close())
test.beforeEach(() => review.begin(SEED, source))
test.afterEach(() => review.end())

const gone = ({ text }: Reviewer) => text.locator('del')
const coming = ({ text }: Reviewer) => text.locator('ins')

async function drawnFor(...people: Reviewer[]): Promise<void> {
  for (const person of people) {
    await expect(gone(person)).toHaveText(WORDS)
    await expect(coming(person)).toHaveText(PROPOSED)
  }
}

test('a typed suggestion is drawn, accepted by A, comes out in the file, stands in the record, and undo takes it back', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await proposeOn(pat, WORDS, PROPOSED)
  await drawnFor(ed, pat, cam)
  expect(await review.bytes()).toBe(source)
  await cards(cam).click()
  await expect(cam.page.getByRole('button', { name: /^Accept|^Reject/ })).toHaveCount(0)

  await ed.text.locator('p').last().click()
  await ed.page.keyboard.press('F9')
  await expect(cards(ed)).toBeFocused()
  await ed.page.getByLabel('Why, if you like to say').fill('Shy is for people')
  await cards(ed).focus()
  await ed.page.keyboard.press('a')
  for (const person of [ed, pat, cam]) {
    await expect(person.text.locator('p').nth(1)).toContainText(`her gun was ${PROPOSED} of being empty`)
    await expect(person.text.locator('del, ins')).toHaveCount(0)
  }
  await expect(ed.page.locator('#live-region')).toContainText('Accepted.')
  expect(await review.bytes()).toBe(source.replace(WORDS, PROPOSED))

  await ed.page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  await drawnFor(ed, pat, cam)
  expect(await review.bytes()).toBe(source)
  await cards(ed).click()
  await cards(ed).focus()
  await ed.page.keyboard.press('a')
  await expect(pat.text.locator('del, ins')).toHaveCount(0)

  await ed.page.keyboard.press('Control+k')
  await ed.page.keyboard.type('Correction record')
  await ed.page.keyboard.press('Enter')
  const row = ed.page.getByRole('row', { name: /^Line 2, / })
  await expect(row.locator('del')).toHaveText(['one', 'shy'])
  await expect(row.locator('ins')).toHaveText(['a', 'short'])
  await expect(row).toContainText('Shy is for people')
  await expect(row).toContainText('Pat')
  await expect(row).toContainText('Edda')
  await expect(row).toContainText('Accepted')
})

test('a rejected suggestion leaves the text as it was, for its author too, after a reload as well', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  await proposeOn(pat, WORDS, PROPOSED)
  await drawnFor(ed, pat)
  await reload(pat)
  await drawnFor(pat)
  await ed.page.keyboard.press('F9')
  await expect(cards(ed)).toBeFocused()
  await ed.page.keyboard.press('x')
  for (const person of [ed, pat]) {
    await expect(person.text.locator('del, ins')).toHaveCount(0)
    await expect(person.text.locator('p').nth(1)).toContainText(`her gun was ${WORDS} of being empty`)
  }
  await reload(pat)
  await expect(pat.text.locator('p').nth(1)).toContainText(`her gun was ${WORDS} of being empty`)
  expect(await review.bytes()).toBe(source)
})

test('a note left behind one’s own suggestion stands on the same words for everybody', async ({ browser }) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  await proposeOn(pat, 'breathed hard', 'panted')
  await expect(coming(ed)).toHaveText('panted')
  await noteOn(pat, WORDS, 'Which gun?')
  for (const person of [ed, pat]) await expect(marked(person)).toHaveText(WORDS)
  await reload(pat)
  await expect(marked(pat)).toHaveText(WORDS)
  await expect(coming(pat)).toHaveText('panted')
})

test('of two editors who decide at once the first is right, and the other is told', async ({ browser }) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const eli = await review.enter(browser, 'editor', 'Eli Marsh')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  await proposeOn(pat, WORDS, PROPOSED)
  await drawnFor(ed, eli)
  for (const person of [ed, eli]) {
    await person.page.keyboard.press('F9')
    await expect(cards(person)).toBeFocused()
  }
  // What the second one asks stays on its way until the first one's decision is made.
  let arrive = () => {}
  const held = new Promise<void>((resolve) => {
    arrive = resolve
  })
  let asked = false
  await eli.page.route('**/review', async (route) => {
    // A look at the review is let through: what is asked waits for one that is under way.
    if (route.request().method() !== 'POST') return route.fallback()
    asked = true
    await held
    await route.continue()
  })
  await eli.page.keyboard.press('x')
  await expect.poll(() => asked).toBe(true)
  await ed.page.keyboard.press('a')
  await expect(ed.page.locator('#live-region')).toContainText('Accepted.')
  arrive()
  await expect(eli.page.locator('#live-region')).toContainText('decided meanwhile')
  await expect(cards(eli)).toContainText('Accepted by Edda Kern')
  for (const person of [ed, eli, pat])
    await expect(person.text.locator('p').nth(1)).toContainText(`her gun was ${PROPOSED} of being empty`)
  expect(await review.bytes()).toBe(source.replace(WORDS, PROPOSED))
})

test('a suggestion whose words have changed asks what should stand', async ({ browser }) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  await proposeOn(pat, WORDS, PROPOSED)
  await drawnFor(ed)
  await pat.page.goto(review.stage.galley.url)
  await caretAt(ed, 'one bullet', 'after')
  await ed.page.keyboard.type(' or two')
  await expect(cards(ed)).toContainText('Stale')
  await expect(ed.text.locator('.stale')).toHaveText('one bullet or two shy')
  await cards(ed).locator('header').click()
  const view = ed.page.locator('stale-view')
  for (const words of ['When proposed', 'Proposed, Pat', 'Now']) await expect(view).toContainText(words)
  await expect(view.getByRole('radio', { name: /^Now/ })).toBeChecked()
  await view.getByRole('radio', { name: /^Proposed/ }).check()
  await view.getByRole('button', { name: 'Put the proposed words' }).click()
  await expect(ed.text.locator('p').nth(1)).toContainText(`her gun was ${PROPOSED} of being empty`)
  await expect.poll(() => review.bytes()).toBe(source.replace(WORDS, PROPOSED))
  await expect(ed.text.locator('del, ins, .stale')).toHaveCount(0)
})

test('whoever takes a decision back gives its rival back as well, at once and to everybody', async ({ browser }) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  const una = await review.enter(browser, 'proofreader', 'Una Reyes')
  const people = [ed, pat, una]
  const rivals = ['a bullet short', 'a shot short']
  await proposeOn(pat, WORDS, rivals[0]!)
  await drawnFor(...people)
  await proposeOn(una, WORDS, rivals[1]!)
  const bothStand = async () => {
    for (const person of people) {
      for (const words of rivals) await expect(coming(person).filter({ hasText: words })).toHaveCount(1)
      await expect(cards(person).filter({ hasText: 'Stale' })).toHaveCount(0)
      await expect(cards(person)).toHaveCount(2)
    }
  }
  await bothStand()

  await cards(ed).filter({ hasText: 'Pat' }).focus()
  await ed.page.keyboard.press('a')
  for (const person of people) {
    await expect(person.text.locator('p').nth(1)).toContainText(`her gun was ${rivals[0]} of being empty`)
    await expect(cards(person).filter({ hasText: 'Stale' })).toHaveCount(1)
  }
  await ed.page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  await bothStand()
  expect(await review.bytes()).toBe(source)

  // It is hers to write on in, as before, and can be decided.
  await caretAt(una, rivals[1]!, 'after')
  await una.page.keyboard.type('ish')
  await expect(coming(ed).filter({ hasText: `${rivals[1]}ish` })).toHaveCount(1)
  await cards(ed).filter({ hasText: 'Una' }).focus()
  await ed.page.keyboard.press('a')
  await expect(ed.text.locator('p').nth(1)).toContainText(`her gun was ${rivals[1]}ish of being empty`)
  await expect.poll(() => review.bytes()).toBe(source.replace(WORDS, `${rivals[1]}ish`))
})
