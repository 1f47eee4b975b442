/** Three people at a story's notes, as they do it: anchors, offline, privacy, what is new, readers, a phone. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { caretAt } from '../kit/people.ts'
import {
  cards,
  findsNothing,
  freshId,
  marked,
  noteOn,
  proposeOn,
  Review,
  type Reviewer,
  reload,
  selectWords,
} from '../kit/reviewers.ts'

const SEED = '000_2f6a5e787794db23.txt'
const source = readFileSync(resolve(import.meta.dirname, '../../seeds', SEED), 'utf8')
/** In the story's first paragraph, in the middle of a line. */
const WORDS = 'one bullet shy'

const review = new Review()

test.beforeAll(({ browser }) => review.stage.open(browser, 'Ruth Adeyemi'))
test.afterAll(() => review.stage.close())
test.beforeEach(() => review.begin(SEED, source))
test.afterEach(() => review.end())

/** The words of the text that are drawn as a note's, in one string. */
const wordsMarked = async (person: Reviewer) => (await marked(person).allTextContents()).join('')

test('a note naming somebody stands beside its words for the others, is answered, resolved, and outlives a reload', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await selectWords(cam, WORDS)
  await cam.page.keyboard.press('Control+Alt+m')
  await cam.page.keyboard.type('A *shotgun*, surely, @edd')
  await cam.page.keyboard.press('Enter')
  await cam.page.keyboard.type('?')
  await cam.page.keyboard.press('Control+Enter')
  await expect(cards(ed)).toHaveCount(1)
  await expect(cards(ed).locator('.mention')).toHaveText('@Edda Kern')
  await expect(cards(ed)).toContainText('Cam Ode')
  await expect(marked(ed)).toHaveText(WORDS)
  await expect(async () => {
    const [card, mark] = await Promise.all([cards(ed).boundingBox(), marked(ed).boundingBox()])
    expect(Math.abs((card?.y ?? 0) - (mark?.y ?? 1000))).toBeLessThan(16)
  }).toPass()

  await ed.text.locator('p').first().click()
  await ed.page.keyboard.press('F2')
  await expect(cards(ed)).toBeFocused()
  await ed.page.keyboard.press('r')
  await expect(ed.page.locator('.reply textarea')).toBeFocused()
  await ed.page.keyboard.type('A pistol. The cover shows it.')
  await ed.page.keyboard.press('Control+Enter')
  await cam.text.locator('p').first().click()
  await cam.page.keyboard.press('F6')
  await expect(cards(cam)).toBeFocused()
  await cam.page.keyboard.press('Enter')
  await expect(cards(cam).locator('.replies')).toContainText('A pistol. The cover shows it.')
  await cards(ed).focus()
  await ed.page.keyboard.press('x')
  // After the last one the keyboard is on its words; it goes when they are left.
  await expect(cards(ed)).toContainText('Resolved by Edda Kern')
  await expect(ed.text).toBeFocused()
  await ed.text.locator('p').first().click()
  await expect(cards(ed)).toHaveCount(0)
  await expect(cards(cam)).toContainText('Resolved by Edda Kern')

  for (const person of [ed, cam]) {
    await reload(person)
    await expect(person.page.locator('story-margin')).toBeVisible()
    await expect(cards(person)).toHaveCount(0)
    await person.page.getByRole('button', { name: 'Filter and search' }).click()
    await person.page.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(cards(person)).toContainText('Resolved by Edda Kern')
    await cards(person).click()
    await expect(cards(person)).toContainText('A pistol. The cover shows it.')
  }
})

test('a private note is nowhere for others: not on the page, in no answer, in no frame', async ({ browser }) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await selectWords(cam, WORDS)
  await cam.page.keyboard.press('Control+Alt+m')
  await cam.page.keyboard.type('Zwetschgenmus')
  await cam.page.getByLabel('Only for me').check()
  await cam.page.getByRole('button', { name: 'Leave note' }).click()
  await expect(cards(cam)).toContainText('Zwetschgenmus')
  await noteOn(cam, 'heaven or hell', 'For everybody')
  await expect(cards(ed)).toHaveText(/For everybody/)
  await reload(ed)
  await expect(cards(ed)).toHaveText(/For everybody/)
  const asked = await ed.context.request.get(`${review.stage.galley.url}/api/stories/${review.story}/review`)
  expect(await asked.text()).toContain('For everybody')
  expect(await asked.text()).not.toContain('Zwetschgenmus')
  expect(await ed.page.content()).not.toContain('Zwetschgenmus')
  const heard = ed.received.join('\n')
  expect(heard).toContain('For everybody')
  expect(heard).not.toContain('Zwetschgenmus')
  await reload(cam)
  await expect(cards(cam)).toHaveCount(2)
  await expect(cards(cam).first()).toContainText('Zwetschgenmus')
})

test('a note stays on its words through split, join, typing, and cut and paste', async ({ browser }) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  const { keyboard } = ed.page
  await noteOn(cam, WORDS, 'Which gun?')
  await expect(marked(ed)).toHaveText(WORDS)
  await caretAt(ed, 'mud caked', 'before')
  await keyboard.press('Enter')
  await expect(ed.text.locator('p').nth(2)).toContainText('mud caked')
  for (const person of [ed, cam]) await expect(person.text.locator('p').nth(2).locator('mark.note')).toHaveText(WORDS)
  await keyboard.press('Backspace')
  for (const person of [ed, cam]) await expect(person.text.locator('p').nth(1).locator('mark.note')).toHaveText(WORDS)
  await caretAt(ed, 'her gun was ', 'after')
  await keyboard.type('only ')
  await caretAt(ed, ' of being empty', 'before')
  await keyboard.type(' indeed')
  for (const person of [ed, cam]) await expect.poll(() => wordsMarked(person)).toBe(WORDS)
  await caretAt(ed, 'one bullet', 'after')
  await keyboard.type(' or two')
  for (const person of [ed, cam]) await expect.poll(() => wordsMarked(person)).toBe('one bullet or two shy')
  await cards(cam).click()
  await expect(cards(cam)).toContainText('The words have changed. They were:')
  for (let letter = 0; letter < ' or two'.length; letter++) await keyboard.press('Backspace')
  for (const person of [ed, cam]) await expect.poll(() => wordsMarked(person)).toBe(WORDS)

  await selectWords(ed, WORDS)
  await keyboard.press('Control+x')
  for (const person of [ed, cam]) await expect(person.page.locator('.tray')).toContainText(WORDS)
  await caretAt(ed, 'checking him over', 'before')
  await keyboard.press('Control+v')
  for (const person of [ed, cam]) {
    await expect(person.text.locator('p').nth(2).locator('mark.note')).toHaveText(WORDS)
    await expect(person.page.locator('.tray')).toHaveCount(0)
    await expect(cards(person)).toContainText('Moved with its words')
  }
})

test('a note whose words are gone waits in the tray; undo brings it back, and its author puts it elsewhere', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await noteOn(cam, WORDS, 'Which gun?')
  await expect(marked(ed)).toHaveText(WORDS)
  await selectWords(ed, WORDS)
  await ed.page.keyboard.press('Delete')
  for (const person of [ed, cam]) {
    await expect(person.page.locator('.tray')).toContainText(WORDS)
    await expect(marked(person)).toHaveCount(0)
  }
  await ed.page.keyboard.press('Control+z')
  for (const person of [ed, cam]) {
    await expect(marked(person)).toHaveText(WORDS)
    await expect(person.page.locator('.tray')).toHaveCount(0)
  }
  await selectWords(ed, WORDS)
  await ed.page.keyboard.press('Delete')
  await expect(cam.page.locator('.tray')).toContainText(WORDS)
  await selectWords(cam, 'heaven or hell')
  await cam.page.getByRole('button', { name: 'Put on the selected words' }).click()
  for (const person of [ed, cam]) {
    await expect(marked(person)).toHaveText('heaven or hell')
    await expect(cards(person)).toContainText('Put on these words by hand')
  }
  await reload(ed)
  await expect(marked(ed)).toHaveText('heaven or hell')
})

test('a note left offline says "kept here", outlives a reload without the server, and arrives once', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await cam.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // What was loaded before the worker took over is kept from the second time on.
  await reload(cam)
  await expect(cam.page.locator('story-margin')).toBeVisible()
  await cam.context.setOffline(true)
  await noteOn(cam, WORDS, 'From the train')
  await expect(cards(cam)).toContainText('kept here')
  await reload(cam)
  await expect(cards(cam)).toContainText('From the train')
  await expect(cards(cam)).toContainText('kept here')
  await expect(marked(cam)).toHaveText(WORDS)
  await expect(cards(ed)).toHaveCount(0)
  await cam.context.setOffline(false)
  await expect(cards(ed)).toHaveCount(1)
  await expect(cards(ed)).toContainText('From the train')
  await expect(cards(cam)).not.toContainText('kept here')
  await expect(cards(cam)).toHaveCount(1)
  const events = await review.events(ed)
  expect(events.filter(({ type }) => type === 'open-note')).toHaveLength(1)
})

test('who comes back is told what is new since, and it leads to its words', async ({ browser }) => {
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  await noteOn(cam, WORDS, 'Which gun?')
  await expect(cards(ed)).toHaveCount(1)
  const seen = async () => (await review.events(cam)).some(({ type }) => type === 'see')
  await expect.poll(seen).toBe(true)
  await cam.page.goto(review.stage.galley.url)
  await expect(cam.page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  await cards(ed).click()
  await cards(ed).focus()
  await ed.page.keyboard.press('r')
  await expect(ed.page.locator('.reply textarea')).toBeFocused()
  await ed.page.keyboard.type('A pistol.')
  await ed.page.keyboard.press('Control+Enter')
  await expect(ed.page.locator('.replies')).toContainText('A pistol.')
  await noteOn(ed, 'heaven or hell', 'Cliché, @Cam Ode')
  await review.stage.enter(cam, review.story)
  await cam.page.getByRole('button', { name: /2 new since/ }).click()
  const list = cam.page.getByRole('dialog', { name: 'Since you left' })
  await expect(list.getByRole('heading', { name: /Asked of you/ })).toBeVisible()
  await expect(list.getByRole('heading', { name: /Answered/ })).toBeVisible()
  await list.getByRole('button', { name: /Cliché/ }).click()
  await expect(cam.page.locator('.card.active')).toContainText('Cliché')
  await cam.page.getByRole('button', { name: /2 new since/ }).click()
  await list.getByRole('button', { name: 'All seen' }).click()
  await expect(cam.page.getByRole('button', { name: /new since/ })).toHaveCount(0)
  await reload(cam)
  await expect(cards(cam)).toHaveCount(2)
  await expect(cam.page.getByRole('button', { name: /new since/ })).toHaveCount(0)
})

test('a reader sees public notes and can write none, by the page or past it', async ({ browser }) => {
  const rea = await review.enter(browser, 'reader', 'Rea Wolf')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await noteOn(cam, WORDS, 'Which gun?')
  await expect(cards(rea)).toContainText('Which gun?')
  await selectWords(rea, 'heaven or hell')
  await rea.page.keyboard.press('Control+Alt+m')
  await cards(rea).click()
  await expect(rea.page.locator('.card.active')).toBeVisible()
  await expect(rea.page.locator('note-composer, story-margin textarea')).toHaveCount(0)
  await expect(rea.page.getByRole('button', { name: /^Resolve|^Note on|^React/ })).toHaveCount(0)
  const note = { type: 'open-note', note: freshId(), kind: 'comment', anchor: null, quote: null, body: 'In' } as const
  const refused = await review.send(rea, note)
  expect(refused).toMatchObject({ seq: null, error: { code: 'forbidden' } })
  await expect(cards(cam)).toHaveCount(1)
})

test('on a phone a note opens at the foot of the page when its words are tapped, and all of them from the strip', async ({
  browser,
}) => {
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await noteOn(cam, WORDS, 'Which gun?')
  const phone = await review.enter(browser, 'editor', 'Phil Phone', 390)
  await marked(phone).first().click()
  const sheet = phone.page.getByRole('region', { name: 'Note', exact: true })
  await expect(sheet).toContainText('Which gun?')
  await expect(sheet).toBeInViewport({ ratio: 0.9 })
  await sheet.locator('.reply textarea').fill('A pistol.')
  await sheet.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(sheet.locator('.replies')).toContainText('A pistol.')
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await findsNothing(phone.page, 'sheet')
  await sheet.getByRole('button', { name: 'Close note' }).click()
  await expect(sheet).toHaveCount(0)
  await phone.page.getByRole('button', { name: '1 note' }).click()
  const all = phone.page.getByRole('region', { name: 'All notes' })
  await expect(all).toContainText('Which gun?')
  await findsNothing(phone.page, 'list')
  await all.getByRole('button', { name: 'Close notes' }).click()
  await expect(all).toHaveCount(0)
})

test('at 800 pixels a note is a pip at its line, and opens beside it', async ({ browser }) => {
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  await noteOn(cam, WORDS, 'Which gun?')
  const ed = await review.enter(browser, 'editor', 'Edda Kern', 800)
  const pip = ed.page.getByRole('button', { name: '1 note at line 2' })
  await expect(async () => {
    const [beside, mark] = await Promise.all([pip.boundingBox(), marked(ed).first().boundingBox()])
    expect(Math.abs((beside?.y ?? 0) - (mark?.y ?? 1000))).toBeLessThan(16)
  }).toPass()
  await pip.click()
  const popover = ed.page.getByRole('region', { name: 'Note', exact: true })
  await expect(popover).toContainText('Which gun?')
  await expect(popover).toBeInViewport({ ratio: 0.9 })
  await expect(async () => {
    const [card, words] = await Promise.all([popover.boundingBox(), marked(ed).last().boundingBox()])
    expect(card?.y, 'the card leaves its words free').toBeGreaterThanOrEqual((words?.y ?? 1000) + (words?.height ?? 0))
  }).toPass({ timeout: 10_000 })
  await findsNothing(ed.page, 'pip')
  expect(await ed.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('axe finds nothing serious in margin, composer and cards, in light and dark', async ({ browser }) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  await noteOn(pat, WORDS, 'Which gun, @Edda Kern?')
  await proposeOn(pat, 'heaven or hell', 'heaven and hell')
  await expect(cards(ed)).toHaveCount(2)
  for (const colorScheme of ['light', 'dark'] as const) {
    await ed.page.emulateMedia({ colorScheme })
    await cards(ed).first().click()
    await findsNothing(ed.page, `note, ${colorScheme}`)
    await cards(ed).nth(1).click()
    await expect(ed.page.getByRole('button', { name: 'Amend…' })).toBeVisible()
    await findsNothing(ed.page, `suggestion, ${colorScheme}`)
    await ed.page.getByRole('button', { name: 'Filter and search' }).click()
    await selectWords(ed, 'covered in blood')
    await ed.page.keyboard.press('Control+Alt+m')
    await expect(ed.page.locator('note-composer')).toBeVisible()
    await findsNothing(ed.page, `composer and filter, ${colorScheme}`)
    await ed.page.getByRole('button', { name: 'Discard' }).click()
    await ed.page.getByRole('button', { name: 'Filter and search' }).click()
  }
})
