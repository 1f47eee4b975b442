/** Whole errands of several people at one story: annotating it together, reading it as a guest, and a question and its answer. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import type * as Y from 'yjs'
import { composeIn } from '../kit/input-method.ts'
import { caretAt, join, linesOf, visitor } from '../kit/people.ts'
import { RawClient } from '../kit/raw-client.ts'
import { cards, freshId, marked, noteOn, Review, type Reviewer, reload, selectWords } from '../kit/reviewers.ts'

const SEED = '000_2f6a5e787794db23.txt'
const source = readFileSync(resolve(import.meta.dirname, '../../seeds', SEED), 'utf8')

const review = new Review()

test.beforeAll(({ browser }) => review.stage.open(browser, 'Ruth Adeyemi'))
test.afterAll(() => review.stage.close())
test.beforeEach(() => review.begin(SEED, source))
test.afterEach(() => review.end())

const SPOT = { client: 1, clock: 1 }
const PROPOSAL = {
  type: 'propose',
  anchor: { first: SPOT, last: SPOT },
  base: [{ insert: 'T' }],
  change: [{ delete: 1 }],
} as const
const VERDICT = { type: 'decide', verdict: 'accept', decisions: [{ suggestion: 'no-such-one', rev: 1 }] } as const

const card = (person: Reviewer, words: string) => cards(person).filter({ hasText: words })

/** The words in the text that a note with these words in it stands on. */
async function wordsOf(person: Reviewer, body: string): Promise<string> {
  const id = await card(person, body).getAttribute('id')
  return (await person.text.locator(`mark.note[aria-details~="${id}"]`).allTextContents()).join('')
}

test('two editors type and comment over each other; split, cut and paste, and reloads leave every note on its words', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const eli = await review.enter(browser, 'editor', 'Eli Marsh')
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  const all = [ed, eli, cam]
  const LONG = 'there was no way she was getting out of this alive'
  const SHORT = 'getting out of this alive. No way'

  // Both at once, in one paragraph, one of them with an input method.
  await caretAt(ed, 'her sleeveless shirt', 'after')
  await caretAt(eli, 'as well as she knew', 'after')
  await expect(ed.text.locator('.caret')).toHaveAttribute('data-name', 'Eli Marsh')
  await expect(eli.text.locator('.caret')).toHaveAttribute('data-name', 'Edda Kern')
  await Promise.all([
    composeIn(ed.page, 'に', 'にほ', '日本'),
    eli.page.keyboard.type(' (or thought she knew)', { delay: 15 }),
  ])
  const typed = source
    .replace('her sleeveless shirt', 'her sleeveless shirt日本')
    .replace('as well as she knew', 'as well as she knew (or thought she knew)')
  for (const person of all) await expect.poll(async () => (await linesOf(person))[1]).toBe(typed.split('\n\n')[1])
  for (let key = 0; key < 2; key++) await ed.page.keyboard.press('Backspace')

  await Promise.all([noteOn(ed, LONG, 'Says who?'), noteOn(eli, SHORT, 'Twice the same')])
  await noteOn(cam, 'heaven or hell', 'A cliché')
  const onTheirWords = async () => {
    for (const person of all) {
      await expect(cards(person)).toHaveCount(3)
      await expect.poll(() => wordsOf(person, 'Says who?')).toBe(LONG)
      await expect.poll(() => wordsOf(person, 'Twice the same')).toBe(SHORT)
      await expect.poll(() => wordsOf(person, 'A cliché')).toBe('heaven or hell')
    }
  }
  await onTheirWords()

  // One splits the paragraph before the noted words while the other types behind them.
  await caretAt(eli, 'She knew it as well', 'before')
  await caretAt(ed, 'A groan from', 'before')
  await ed.page.keyboard.press('ArrowLeft')
  await Promise.all([eli.page.keyboard.press('Enter'), ed.page.keyboard.type(' Not today.', { delay: 15 })])
  await onTheirWords()
  for (const person of all) await expect.poll(async () => (await linesOf(person))[2]).toMatch(/^She knew it.*today\.$/)

  // The new paragraph's noted words are cut, and pasted at the end of the next one, before anything else is done.
  const passage = `${LONG}. No way in all of heaven or hell`
  await selectWords(ed, passage)
  await ed.page.keyboard.press('Control+x')
  for (const person of all) await expect(marked(person)).toHaveCount(0)
  await caretAt(ed, 'not leaving him behind.', 'after')
  await ed.page.keyboard.press('Control+v')
  await onTheirWords()
  for (const person of all) await expect(person.text.locator('p').nth(3).locator('mark.note').first()).toBeVisible()
  await Promise.all(all.map(reload))
  await onTheirWords()

  const said = source
    .replace('as well as she knew', 'as well as she knew (or thought she knew)')
    .replace('. She knew it as well', '.\n\nShe knew it as well')
    .replace(`${passage}.`, '. Not today.')
    .replace('not leaving him behind.', `not leaving him behind.${passage}`)
    // What parted the sentences stays at the end of the line that was split.
    .replace('being empty.\n\n', 'being empty. \n\n')
  await expect.poll(() => review.bytes()).toBe(said)
})

test('a guest reads on a phone, leaves notes and a reaction, one of them in a tunnel; what is not theirs to do is refused', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  await noteOn(ed, 'Things were looking very bad', 'Too much telling?')
  const guest: Reviewer = { ...(await visitor(browser, { width: 390 })), name: 'Bea Reader', received: [] }
  const { page } = guest
  await join(guest, await review.stage.invite(review.story, 'commenter'), guest.name)
  await expect(page.locator('story-margin')).toBeAttached()
  expect(await linesOf(guest)).toEqual(await linesOf(ed))

  const leave = async (words: string, body: string) => {
    await selectWords(guest, words)
    await page.getByRole('button', { name: /^Note on the selected words/ }).click()
    await page.getByLabel('Your note').fill(body)
    await page.getByRole('button', { name: 'Leave note' }).click()
    await expect(page.locator('note-composer')).toHaveCount(0)
  }
  const closeSheet = async () => {
    const close = page.getByRole('button', { name: /^Close notes?$/ })
    await close.click()
    await expect(close).toHaveCount(0)
  }
  await leave('one bullet shy', 'Nice touch')
  await closeSheet()
  await leave('the 2015 revolution', 'Which one?')
  await closeSheet()
  await leave('crazy, or just stupid', 'Made me laugh')
  await closeSheet()
  await expect(cards(ed)).toHaveCount(4)

  await guest.text.locator('mark.note', { hasText: 'Things were looking' }).click()
  const sheet = page.getByRole('region', { name: 'Note', exact: true })
  await sheet.getByRole('button', { name: 'React' }).click()
  await page.getByRole('menuitem', { name: /Agreed/ }).click()
  await expect(sheet.getByRole('button', { name: '👍 by Bea Reader' })).toBeVisible()
  await closeSheet()
  await card(ed, 'Too much telling?').click()
  await expect(card(ed, 'Too much telling?').getByRole('button', { name: '👍 by Bea Reader' })).toBeVisible()

  await guest.context.setOffline(true)
  await leave('a small clearing', 'Written in the tunnel')
  await closeSheet()
  await page.getByRole('button', { name: /5 notes/ }).click()
  await expect(page.getByRole('region', { name: 'All notes' }).getByText('kept here')).toBeVisible()
  await expect(cards(ed)).toHaveCount(4)
  await guest.context.setOffline(false)
  await expect(card(ed, 'Written in the tunnel')).toContainText('Bea Reader')
  await expect(page.getByText('kept here')).toHaveCount(0)
  await closeSheet()
  const opened = (await review.events(ed)).filter(({ type }) => type === 'open-note')
  expect(opened.map((event) => 'body' in event && event.body)).toEqual([
    'Too much telling?',
    'Nice touch',
    'Which one?',
    'Made me laugh',
    'Written in the tunnel',
  ])

  // By the page: typing does nothing, and there is no way to another mode.
  await guest.text.locator('p').nth(2).click()
  for (const keys of ['Control+Alt+e', 'Control+Alt+s']) {
    await page.keyboard.press(keys)
    await page.keyboard.type('Hello')
    await page.keyboard.press('Backspace')
  }
  await expect(page.getByRole('radio', { name: /Edit|Suggest/ })).toHaveCount(0)
  // Past it: by commands, and by a socket that writes.
  for (const command of [{ ...PROPOSAL, suggestion: freshId() }, VERDICT])
    expect(await review.send(guest, command)).toMatchObject({ seq: null, error: { code: 'forbidden' } })
  const { url } = review.stage.galley
  const cookie = (await guest.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new RawClient(`${url.replace('http', 'ws')}/rooms`, { galley: '1' }, review.story, undefined, {
    cookie,
    origin: url,
  })
  await socket.sync()
  const writes = socket.change((text: Y.Text) => text.insert(1, 'Hello'))
  await expect.poll(() => socket.refused).toHaveLength(1)
  expect(socket.saved).not.toContain(writes)
  socket.close()
  await expect(ed.text).not.toContainText('Hello')
  expect(await review.bytes()).toBe(source)
  expect(guest.faults).toEqual([])
  await guest.context.close()
})

test('a question asked of its author waits for her, is answered and resolved, and stays findable where it stands', async ({
  browser,
}) => {
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  const ana = await review.enter(browser, 'commenter', 'Ana Author')
  const pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  // She goes when her visit is noted.
  await noteOn(ana, 'A groan from beside her', 'I like this one')
  await expect.poll(async () => (await review.events(ana)).some(({ type }) => type === 'see')).toBe(true)
  await ana.page.goto(review.stage.galley.url)

  await selectWords(pat, 'back in the 2015 revolution')
  await pat.page.keyboard.press('Control+Alt+m')
  const composer = pat.page.locator('note-composer')
  await composer.getByRole('button', { name: 'Question' }).click()
  await pat.page.keyboard.type('Was it not 2016, @ana')
  await pat.page.keyboard.press('Enter')
  await pat.page.keyboard.type('? Chapter 3 says so.')
  await composer.getByRole('combobox', { name: 'Assign to' }).selectOption({ label: 'For Ana Author' })
  await composer.getByRole('textbox').focus()
  await pat.page.keyboard.press('Control+Enter')
  await expect(card(ed, 'Chapter 3 says so')).toContainText('Was it not 2016, @Ana Author? Chapter 3 says so.')
  await expect(card(ed, 'Chapter 3 says so')).toContainText('for Ana')

  await expect(ana.page.getByRole('link', { name: /To Die For/ }).first()).toBeVisible()
  await review.stage.enter(ana, review.story)
  await ana.page.getByRole('button', { name: /1 new since/ }).click()
  const news = ana.page.getByRole('dialog', { name: 'Since you left' })
  await expect(news.getByRole('heading', { name: /Asked of you/ })).toBeVisible()
  await news.getByRole('button', { name: /Was it not 2016/ }).click()
  await expect(ana.page.locator('.card.active')).toContainText('for you')
  await ana.page.keyboard.press('F6')
  await expect(ana.page.locator('.card.active')).toBeFocused()
  await ana.page.keyboard.press('r')
  await expect(ana.page.locator('.reply textarea')).toBeFocused()
  await ana.page.keyboard.type('2015 is right; chapter 3 is wrong.')
  await ana.page.keyboard.press('Control+Enter')
  await expect(card(pat, 'Chapter 3 says so').locator('.replies')).toContainText('2015 is right')

  await ed.text.locator('p').first().click()
  await ed.page.keyboard.press('F2')
  await expect(card(ed, 'I like this one')).toBeFocused()
  await ed.page.keyboard.press('F2')
  await expect(card(ed, 'Chapter 3 says so')).toBeFocused()
  await ed.page.keyboard.press('x')
  await expect(card(pat, 'Chapter 3 says so')).toContainText('Resolved by Edda Kern')
  for (const person of [ed, ana, pat]) {
    await reload(person)
    await expect(cards(person)).toHaveCount(1)
    await person.page.getByRole('button', { name: 'Filter and search' }).click()
    await person.page.getByRole('button', { name: 'Done', exact: true }).click()
    await person.page.getByLabel('Search notes').fill('chapter 3 says')
    await expect(cards(person)).toHaveCount(1)
    await cards(person).click()
    await expect(cards(person)).toContainText('2015 is right; chapter 3 is wrong.')
    await expect(marked(person).filter({ hasText: 'back in the 2015 revolution' })).toBeInViewport()
  }
  expect(await review.bytes()).toBe(source)
})
