/** A whole errand around suggestions: two proofreaders propose, one of them offline, an editor decides, a commenter looks on. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { composeIn } from '../kit/input-method.ts'
import { caretAt, linesOf } from '../kit/people.ts'
import { cards, proposeOn, Review, type Reviewer, reload, selectWords } from '../kit/reviewers.ts'

const SEED = '000_2f6a5e787794db23.txt'
const source = readFileSync(resolve(import.meta.dirname, '../../seeds', SEED), 'utf8')

const review = new Review()
let pat: Reviewer
let pia: Reviewer
let ed: Reviewer
let cam: Reviewer

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  await review.stage.open(browser, 'Ruth Adeyemi')
  await review.begin(SEED, source)
  pat = await review.enter(browser, 'proofreader', 'Pat Lund')
  pia = await review.enter(browser, 'proofreader', 'Pia Sommer')
  ed = await review.enter(browser, 'editor', 'Edda Kern')
  cam = await review.enter(browser, 'commenter', 'Cam Ode')
})

test.afterAll(async () => {
  await review.end()
  await review.stage.close()
})

/** The card of the suggestion that is said so. */
const card = (person: Reviewer, said: string) =>
  person.page.locator(`story-margin .cards > .card[aria-label*="${said}"]`)

async function say(person: Reviewer, said: string, why: string): Promise<void> {
  await card(person, said).locator('header b').click()
  await card(person, said).getByRole('button', { name: 'Say why…' }).click()
  await person.page.keyboard.type(why)
  await person.page.keyboard.press('Enter')
  await expect(card(person, said).locator('.why')).toHaveText(why)
}

async function tag(person: Reviewer, said: string, name: string): Promise<void> {
  await card(person, said).locator('header b').click()
  await card(person, said).getByRole('button', { name: 'Tag this suggestion' }).click()
  await person.page.getByRole('menuitemcheckbox', { name }).click()
  await expect(card(person, said).getByRole('button', { name: `Tag: ${name}` })).toBeVisible()
}

test('a proofreader fixes, composes, joins and deletes lines and says why; the text and the file are as they were', async () => {
  const { keyboard } = pat.page
  await selectWords(pat, 'gasped out')
  await keyboard.type('panted')
  await selectWords(pat, 'make-shift')
  await keyboard.type('makeshift')
  await selectWords(pat, 'a crazy idiot')
  await composeIn(pat.page, 'ば', 'ばか', '馬鹿')
  await caretAt(pat, '"You\'ll kill yourself."', 'before')
  await keyboard.press('Backspace')
  await pat.text.locator('p', { hasText: 'Yippee.' }).click({ clickCount: 3 })
  await keyboard.press('Delete')
  await keyboard.press('Backspace')
  await expect(cards(ed)).toHaveCount(5)
  for (const person of [ed, cam]) {
    await expect(person.text.locator('ins')).toContainText(['panted', '馬鹿', 'makeshift'])
    await expect(person.text.locator('del').filter({ hasText: 'Yippee' })).toBeVisible()
  }
  await say(pat, 'panted', 'Shorter')
  await tag(pat, 'panted', 'Style')
  await tag(pat, 'makeshift', 'Grammar')
  await expect(card(cam, 'panted')).toContainText('Shorter')

  expect(await review.bytes()).toBe(source)
  await ed.page.keyboard.press('Control+k')
  await ed.page.keyboard.type('as it stands')
  await ed.page.keyboard.press('Enter')
  await expect(ed.text.locator('ins, del')).toHaveCount(0)
  expect((await linesOf(ed)).join('\n\n')).toBe(source.trimEnd().replace(/\n{3,}/g, '\n\n'))
  await ed.page.keyboard.press('Control+k')
  await ed.page.keyboard.type('marked up')
  await ed.page.keyboard.press('Enter')
  await expect(ed.text.locator('ins').first()).toBeVisible()
})

test('another proposes otherwise on the same words while offline; it outlives her reload, arrives, and both are shown', async () => {
  await pia.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await reload(pia)
  await expect(cards(pia)).toHaveCount(5)
  await pia.context.setOffline(true)
  await proposeOn(pia, 'gasped out', 'breathed')
  await expect(pia.text.locator('ins.mine')).toHaveText('breathed')
  // Beside hers the other one says whose it is.
  await expect(pia.text.locator('.coming').filter({ hasText: 'panted' }).locator('.by')).toHaveAttribute(
    'data-initials',
    'PL',
  )
  await expect(cards(pia)).toHaveCount(6)
  await expect(pia.saved).toContainText('kept here')
  await expect(cards(ed)).toHaveCount(5)
  await reload(pia)
  await expect(pia.text.locator('ins.mine')).toHaveText('breathed')
  await pia.context.setOffline(false)
  for (const person of [ed, pat, cam]) {
    await expect(cards(person)).toHaveCount(6)
    await expect(card(person, 'breathed')).toContainText('Overlaps 1')
    await expect(card(person, 'panted')).toContainText('Overlaps 1')
  }
  expect(await review.bytes()).toBe(source)
})

test('the editor decides by keys and by tag, meets the one made stale, takes one back and does it again; the file has just what was accepted', async () => {
  const { page } = ed
  const { keyboard } = page
  await ed.text.locator('p').first().click()
  await keyboard.press('F9')
  // Two on the same words: the one that was there first comes first.
  await expect(card(ed, 'panted')).toBeFocused()
  await keyboard.press('F9')
  await expect(card(ed, 'breathed')).toBeFocused()
  await keyboard.press('a')
  await expect(page.locator('#live-region')).toContainText('Accepted.')
  let now = source.replace('gasped out', 'breathed')
  await expect.poll(() => review.bytes()).toBe(now)

  // Pat's on the same words is stale now, for Pat as well, and is not turned into another proposal.
  await expect(card(pat, 'replace gasped out with panted')).toContainText('Stale')
  await expect(card(ed, 'panted')).toContainText('Stale')
  await card(ed, 'panted').locator('header b').click()
  await expect(card(ed, 'panted')).toContainText('The words that this suggestion was about are gone.')
  await card(ed, 'panted').getByRole('button', { name: 'Reject it' }).click()
  await expect(page.locator('#live-region')).toContainText('Rejected.')

  // The composed word is rejected, for a reason.
  await ed.text.locator('p').first().click()
  await keyboard.press('F9')
  await expect(card(ed, '馬鹿')).toBeFocused()
  await page.keyboard.press('Enter')
  await card(ed, '馬鹿').getByLabel('Why, if you like to say').focus()
  await keyboard.type('He speaks English')
  await card(ed, '馬鹿').focus()
  await keyboard.press('x')
  await expect(page.locator('#live-region')).toContainText('Rejected. Next suggestion, 1 of 3')
  await expect(pat.text.locator('ins.mine', { hasText: '馬鹿' })).toHaveCount(0)

  // Back, and once more.
  await keyboard.press('z')
  await expect(pat.text.locator('ins.mine', { hasText: '馬鹿' })).toHaveCount(1)
  await card(ed, '馬鹿').focus()
  await keyboard.press('x')
  await expect(pat.text.locator('ins.mine', { hasText: '馬鹿' })).toHaveCount(0)
  await expect.poll(() => review.bytes()).toBe(now)

  // All of one person and one tag, in one go.
  await page.getByRole('button', { name: 'Filter and search' }).click()
  await page.getByRole('combobox', { name: 'Person' }).selectOption('Pat Lund')
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('Grammar')
  await keyboard.press('Control+k')
  await keyboard.type('Decide all')
  await keyboard.press('Enter')
  const bar = page.getByRole('region', { name: 'Decide several suggestions' })
  await bar.getByLabel('Why, for all of them').fill('One word in the dictionary')
  await bar.getByRole('button', { name: 'Accept 1' }).click()
  now = now.replace('make-shift', 'makeshift')
  await expect.poll(() => review.bytes()).toBe(now)
  await page.getByRole('button', { name: 'Show all' }).first().click()

  // The two about lines.
  await card(ed, 'join two lines').focus()
  await keyboard.press('a')
  now = now.replace('grunted.\n\n"You\'ll', 'grunted."You\'ll')
  await expect.poll(() => review.bytes()).toBe(now)
  await expect(card(ed, 'Yippee')).toBeFocused()
  await keyboard.press('a')
  await expect(page.locator('#live-region')).toContainText('No suggestion is left.')
  now = now.replace(/"Yippee\.".*\n\n/, '')
  await expect.poll(() => review.bytes()).toBe(now)
  for (const person of [ed, pat, pia, cam]) {
    await expect(person.text.locator('ins, del')).toHaveCount(0)
    await expect.poll(async () => (await linesOf(person)).join('\n\n')).toBe(now.trimEnd().replace(/\n{3,}/g, '\n\n'))
  }
})

test('the record tells each decision with who, when and why, on the page and as a file', async () => {
  const { page } = ed
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Correction record')
  await page.keyboard.press('Enter')
  const record = page.getByRole('dialog', { name: 'Correction record' })
  const row = (words: string) => record.getByRole('row').filter({ hasText: words })
  await expect(row('breathed')).toContainText('Accepted')
  await expect(row('breathed')).toContainText('Pia')
  await expect(row('He speaks English')).toContainText('Rejected')
  await expect(row('Shorter')).toContainText('Rejected')
  await expect(row('One word in the dictionary')).toContainText('Grammar')
  await expect(row('Yippee')).toContainText('Accepted')
  const { url } = review.stage.galley
  const file = await ed.context.request.get(`${url}/api/stories/${review.story}/record?format=csv`)
  const rows = (await file.text()).trimEnd().split('\r\n')
  expect(rows).toHaveLength(7)
  for (const words of ['breathed', 'Shorter', 'He speaks English', 'One word in the dictionary', 'Yippee'])
    expect(rows.filter((line) => line.includes(words))).toHaveLength(1)
})
