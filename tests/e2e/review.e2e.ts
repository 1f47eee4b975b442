/** Three people review a story, as they do it: notes and their anchors, offline, decisions, what is new, readers, a phone. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '../../shared/roles.ts'
import { caretAt } from '../kit/people.ts'
import {
  cards,
  freshId,
  marked,
  noteOn,
  proposeOn,
  type Reviewer,
  reviewer,
  selectWords,
  send,
} from '../kit/reviewers.ts'
import { Stage } from '../kit/stage.ts'

const SEED = '000_2f6a5e787794db23.txt'
const source = readFileSync(resolve(import.meta.dirname, '../../seeds', SEED), 'utf8')
/** In the story's first paragraph, in the middle of a line. */
const WORDS = 'one bullet shy'

let stage: Stage
let story: string
let inside: Reviewer[] = []

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
})

test.afterAll(() => stage.close())

test.beforeEach(async () => {
  inside = []
  story = await stage.story(SEED, source)
})

test.afterEach(async () => {
  const faults = inside.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))
  await Promise.all(inside.map(({ context }) => context.close()))
  expect(faults).toEqual([])
})

async function enter(browser: Browser, role: Role, name: string, width = 1440): Promise<Reviewer> {
  const person = await reviewer(browser, stage, story, { role, name, width })
  inside.push(person)
  return person
}

/** The words of the text that are drawn as a note's, in one string. */
const wordsMarked = async (person: Reviewer) => (await marked(person).allTextContents()).join('')

async function reopen({ page, text }: Reviewer): Promise<void> {
  await page.reload()
  await expect(text.locator('p').first()).toBeVisible()
}

test('a note naming somebody stands beside its words for the others, is answered, resolved, and outlives a reload', async ({
  browser,
}) => {
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const cam = await enter(browser, 'commenter', 'Cam Ode')
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

  await ed.page.keyboard.press('F2')
  await expect(cards(ed)).toBeFocused()
  await ed.page.keyboard.press('r')
  await expect(ed.page.locator('.reply textarea')).toBeFocused()
  await ed.page.keyboard.type('A pistol. The cover shows it.')
  await ed.page.keyboard.press('Control+Enter')
  await cards(cam).click()
  await expect(cards(cam).locator('.replies')).toContainText('A pistol. The cover shows it.')
  await cards(ed).focus()
  await ed.page.keyboard.press('x')
  await expect(cards(ed)).toHaveCount(0)
  await expect(cards(cam)).toContainText('Resolved by Edda Kern')

  for (const person of [ed, cam]) {
    await reopen(person)
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
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const cam = await enter(browser, 'commenter', 'Cam Ode')
  await selectWords(cam, WORDS)
  await cam.page.keyboard.press('Control+Alt+m')
  await cam.page.keyboard.type('Zwetschgenmus')
  await cam.page.getByLabel('Only for me').check()
  await cam.page.getByRole('button', { name: 'Leave note' }).click()
  await expect(cards(cam)).toContainText('Zwetschgenmus')
  await noteOn(cam, 'heaven or hell', 'For everybody')
  await expect(cards(ed)).toHaveText(/For everybody/)
  await reopen(ed)
  await expect(cards(ed)).toHaveText(/For everybody/)
  const asked = await ed.context.request.get(`${stage.galley.url}/api/stories/${story}/review`)
  expect(await asked.text()).toContain('For everybody')
  expect(await asked.text()).not.toContain('Zwetschgenmus')
  expect(await ed.page.content()).not.toContain('Zwetschgenmus')
  const heard = ed.received.join('\n')
  expect(heard).toContain('For everybody')
  expect(heard).not.toContain('Zwetschgenmus')
  await reopen(cam)
  await expect(cards(cam)).toHaveCount(2)
  await expect(cards(cam).first()).toContainText('Zwetschgenmus')
})

test('a note stays on its words through split, join, typing, and cut and paste', async ({ browser }) => {
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const cam = await enter(browser, 'commenter', 'Cam Ode')
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
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const cam = await enter(browser, 'commenter', 'Cam Ode')
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
  await reopen(ed)
  await expect(marked(ed)).toHaveText('heaven or hell')
})

test('a note left offline says "kept here", outlives a reload without the server, and arrives once', async ({
  browser,
}) => {
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const cam = await enter(browser, 'commenter', 'Cam Ode')
  await cam.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // What was loaded before the worker took over is kept from the second time on.
  await reopen(cam)
  await expect(cam.page.locator('story-margin')).toBeVisible()
  await cam.context.setOffline(true)
  await noteOn(cam, WORDS, 'From the train')
  await expect(cards(cam)).toContainText('kept here')
  await reopen(cam)
  await expect(cards(cam)).toContainText('From the train')
  await expect(cards(cam)).toContainText('kept here')
  await expect(marked(cam)).toHaveText(WORDS)
  await expect(cards(ed)).toHaveCount(0)
  await cam.context.setOffline(false)
  await expect(cards(ed)).toHaveCount(1)
  await expect(cards(ed)).toContainText('From the train')
  await expect(cards(cam)).not.toContainText('kept here')
  await expect(cards(cam)).toHaveCount(1)
  const { events } = (await (
    await ed.context.request.get(`${stage.galley.url}/api/stories/${story}/review`)
  ).json()) as { events: { type: string }[] }
  expect(events.filter(({ type }) => type === 'open-note')).toHaveLength(1)
})

test('a suggestion is drawn, accepted by A, comes out in the export, stands in the record, and undo takes it back', async ({
  browser,
}) => {
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const pat = await enter(browser, 'proofreader', 'Pat Lund')
  const cam = await enter(browser, 'commenter', 'Cam Ode')
  const id = await proposeOn(pat, story, { words: WORDS, put: 'a bullet short', reason: 'Shy is for people' })
  for (const person of [ed, pat, cam]) {
    await expect(person.text.locator('del')).toHaveText(WORDS)
    await expect(person.text.locator('ins')).toHaveText('a bullet short')
  }
  await expect(cards(ed)).toContainText('Shy is for people')
  await expect(cards(cam).getByRole('button', { name: /Accept/ })).toHaveCount(0)
  await ed.text.locator('p').last().click()
  await ed.page.keyboard.press('F9')
  await expect(cards(ed)).toBeFocused()
  await ed.page.keyboard.press('a')
  for (const person of [ed, pat, cam]) {
    await expect(person.text.locator('p').nth(1)).toContainText('her gun was a bullet short of being empty')
    await expect(person.text.locator('del, ins')).toHaveCount(0)
  }
  await expect(ed.page.locator('#live-region')).toContainText('Accepted.')
  expect((await stage.bytes(story)).toString()).toBe(source.replace(WORDS, 'a bullet short'))

  await ed.page.keyboard.press('Control+k')
  await ed.page.keyboard.type('Correction record')
  await ed.page.keyboard.press('Enter')
  const row = ed.page.getByRole('row', { name: /a bullet short/ })
  await expect(row).toContainText('Shy is for people')
  await expect(row).toContainText('Pat')
  await expect(row).toContainText('Edda')
  await ed.page.keyboard.press('Escape')
  expect(await state(ed, id)).toBe('accepted')

  await ed.page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  for (const person of [ed, pat, cam]) {
    await expect(person.text.locator('del')).toHaveText(WORDS)
    await expect(person.text.locator('ins')).toHaveText('a bullet short')
  }
  expect((await stage.bytes(story)).toString()).toBe(source)
})

async function state({ page }: Reviewer, suggestion: string): Promise<string | undefined> {
  return page
    .locator('story-margin')
    .evaluate(
      (margin, id) => (margin as HTMLElementTagNameMap['story-margin']).review.state.peek().suggestions.get(id)?.status,
      suggestion,
    )
}

test('of two editors who decide at once one is right, and the other is told', async ({ browser }) => {
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const eli = await enter(browser, 'editor', 'Eli Marsh')
  const pat = await enter(browser, 'proofreader', 'Pat Lund')
  const id = await proposeOn(pat, story, { words: WORDS, put: 'a bullet short' })
  for (const person of [ed, eli]) {
    await expect(cards(person)).toHaveCount(1)
    await person.page.keyboard.press('F9')
    await expect(cards(person)).toBeFocused()
  }
  await Promise.all([ed.page.keyboard.press('a'), eli.page.keyboard.press('x')])
  await expect.poll(() => state(ed, id)).not.toBe('open')
  const outcome = await state(ed, id)
  for (const person of [eli, pat]) await expect.poll(() => state(person, id)).toBe(outcome)
  const text = outcome === 'accepted' ? source.replace(WORDS, 'a bullet short') : source
  await expect.poll(async () => (await stage.bytes(story)).toString()).toBe(text)
  const [winner, loser] = outcome === 'accepted' ? [ed, eli] : [eli, ed]
  const word = outcome === 'accepted' ? 'Accepted' : 'Rejected'
  await expect(loser.page.locator('.toast, .refusal, #live-region').filter({ hasText: winner.name })).not.toHaveCount(0)
  await expect(loser.page.locator('body')).toContainText(`${word} by ${winner.name}`)
})

test('a suggestion whose words have changed asks what should stand', async ({ browser }) => {
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const pat = await enter(browser, 'proofreader', 'Pat Lund')
  await proposeOn(pat, story, { words: WORDS, put: 'a bullet short' })
  await expect(ed.text.locator('del')).toHaveText(WORDS)
  await caretAt(ed, 'one bullet', 'after')
  await ed.page.keyboard.type(' or two')
  await expect(cards(ed)).toContainText('Stale')
  await expect(ed.text.locator('.stale')).toHaveText('one bullet or two shy')
  await cards(ed).click()
  const view = ed.page.locator('stale-view')
  for (const words of ['When proposed', 'Proposed, Pat', 'Now']) await expect(view).toContainText(words)
  await expect(view.getByRole('radio', { name: 'Now' })).toBeChecked()
  await view.getByRole('radio', { name: /Proposed/ }).check()
  await view.getByRole('button', { name: 'Put the proposed words' }).click()
  await expect(ed.text.locator('p').nth(1)).toContainText('her gun was a bullet short of being empty')
  await expect(pat.text.locator('p').nth(1)).toContainText('her gun was a bullet short of being empty')
})

test('who comes back is told what is new since, and it leads to its words', async ({ browser }) => {
  const cam = await enter(browser, 'commenter', 'Cam Ode')
  const ed = await enter(browser, 'editor', 'Edda Kern')
  await noteOn(cam, WORDS, 'Which gun?')
  await expect(cards(ed)).toHaveCount(1)
  await cam.page.goto(stage.galley.url)
  await expect(cam.page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  await ed.page.keyboard.press('F2')
  await ed.page.keyboard.press('r')
  await ed.page.keyboard.type('A pistol.')
  await ed.page.keyboard.press('Control+Enter')
  await expect(ed.page.locator('.replies')).toContainText('A pistol.')
  await noteOn(ed, 'heaven or hell', 'Cliché, @Cam Ode')
  await stage.enter(cam, story)
  await cam.page.getByRole('button', { name: /2 new since/ }).click()
  const list = cam.page.getByRole('dialog', { name: 'Since you left' })
  await expect(list.getByRole('heading', { name: /Asked of you/ })).toBeVisible()
  await expect(list.getByRole('heading', { name: /Answered/ })).toBeVisible()
  await list.getByRole('button', { name: /Cliché/ }).click()
  await expect(cam.page.locator('.card.active')).toContainText('Cliché')
  await cam.page.getByRole('button', { name: /2 new since/ }).click()
  await list.getByRole('button', { name: 'All seen' }).click()
  await expect(cam.page.getByRole('button', { name: /new since/ })).toHaveCount(0)
  await reopen(cam)
  await expect(cards(cam)).toHaveCount(2)
  await expect(cam.page.getByRole('button', { name: /new since/ })).toHaveCount(0)
})

test('a reader sees public notes and can write none, by the page or past it', async ({ browser }) => {
  const rea = await enter(browser, 'reader', 'Rea Wolf')
  const cam = await enter(browser, 'commenter', 'Cam Ode')
  await noteOn(cam, WORDS, 'Which gun?')
  await expect(cards(rea)).toContainText('Which gun?')
  await selectWords(rea, 'heaven or hell')
  await rea.page.keyboard.press('Control+Alt+m')
  await cards(rea).click()
  await expect(rea.page.locator('.card.active')).toBeVisible()
  await expect(rea.page.locator('note-composer, story-margin textarea')).toHaveCount(0)
  await expect(rea.page.getByRole('button', { name: /^Resolve|^Note on|^React/ })).toHaveCount(0)
  const note = { type: 'open-note', note: freshId(), kind: 'comment', anchor: null, quote: null, body: 'In' } as const
  const refused = await send(rea, story, note)
  expect(refused).toMatchObject({ seq: null, error: { code: 'forbidden' } })
  await expect(cards(cam)).toHaveCount(1)
})

test('on a phone notes are pips, and one opens at the foot of the page', async ({ browser }) => {
  const cam = await enter(browser, 'commenter', 'Cam Ode')
  await noteOn(cam, WORDS, 'Which gun?')
  const phone = await enter(browser, 'editor', 'Phil Phone', 390)
  await phone.page.locator('.pip').click()
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
})

async function findsNothing(page: Page, where: string): Promise<void> {
  // Colours are judged when they stand still.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  expect(told).toEqual([])
}

test('axe finds nothing serious in margin, composer and cards, in light and dark', async ({ browser }) => {
  const ed = await enter(browser, 'editor', 'Edda Kern')
  const pat = await enter(browser, 'proofreader', 'Pat Lund')
  await proposeOn(pat, story, { words: 'heaven or hell', put: 'heaven and hell', reason: 'Both' })
  await noteOn(pat, WORDS, 'Which gun, @Edda Kern?')
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
