/** The checker on the page: threads under words, the card, fixes as edits and as suggestions, fix all, dismissals, the panel. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { batch, card, count, panel, readThrough, threads } from '../kit/checked-page.ts'
import { caretAt, linesOf, type Visitor } from '../kit/people.ts'
import { cards, findsNothing, Review, type Reviewer } from '../kit/reviewers.ts'

const SEEDS = resolve(import.meta.dirname, '../../seeds')
const WORDS = `"I am late." She said.

The the boat was gone, and nobody saw it go.

"Leave it here." He said, and looked away.

It was an quiet morning.

"You came." She said at last.

"We did." He said.
`

const review = new Review()
const { stage } = review

const spoken = ({ page }: Visitor): Locator => page.locator('#live-region')
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

async function begin(name: string, text = WORDS): Promise<void> {
  await review.begin(name, text)
  await stage.enter(stage.owner, review.story)
  await readThrough(stage.owner)
}

test('in a story as people write them, findings stand under its words, are counted, and F8 goes through them', async () => {
  const { owner } = stage
  const seed = readFileSync(join(SEEDS, '000_2f6a5e787794db23.txt'), 'utf8')
  await begin('seed.txt', seed)
  await expect(threads(owner).first()).toBeVisible()
  await expect(count(owner)).toHaveText(/^\d+ findings$/)
  await owner.page.keyboard.press('F8')
  await expect(card(owner)).toBeFocused()
  await expect(spoken(owner)).toHaveText(/^Finding 1 of \d+, line \d+: /)
  await owner.page.keyboard.press('F8')
  await expect(spoken(owner)).toHaveText(/^Finding 2 of \d+, line \d+: /)
  await owner.page.keyboard.press('Shift+F8')
  await expect(spoken(owner)).toHaveText(/^Finding 1 of \d+/)
  await owner.page.keyboard.press('Shift+F8')
  await expect(spoken(owner)).toHaveText('That was the first finding.')
  await findsNothing(owner.page, 'a card')
  await owner.page.keyboard.press('Escape')
  await expect(card(owner)).toHaveCount(0)
  await expect(owner.text).toBeFocused()
})

test('its dictionaries come compressed, as text', async () => {
  const { owner } = stage
  const answers: Promise<Record<string, string>>[] = []
  owner.context.on('response', (response) => {
    if (response.url().endsWith('.dic')) answers.push(response.allHeaders())
  })
  await begin('dictionaries.txt')
  const headers = await Promise.all(answers)
  expect(headers).toHaveLength(2)
  for (const header of headers) {
    expect(header['content-type']).toBe('text/plain; charset=utf-8')
    expect(header['content-encoding']).toMatch(/^(br|gzip)$/)
  }
})

test('the card lies clear of its words, and a click that opens it leaves the caret in the text', async () => {
  const { owner } = stage
  await begin('click.txt')
  const doubled = threads(owner).filter({ hasText: /the/i }).first()
  await doubled.click()
  await expect(card(owner)).toBeVisible()
  await expect(owner.text).toBeFocused()
  await expect(async () => {
    const [words, box] = [await doubled.boundingBox(), await card(owner).boundingBox()]
    expect(box!.y >= words!.y + words!.height || box!.y + box!.height <= words!.y).toBe(true)
  }).toPass({ timeout: 10_000 })
  await card(owner).getByRole('button', { name: 'More' }).click()
  await expect(card(owner).locator('.rule-more')).toBeVisible()
  await expect(owner.text).toBeFocused()
})

test('while editing a fix is one edit, which one undo takes back', async () => {
  const { owner } = stage
  await begin('fix.txt')
  await owner.page.keyboard.press('F8')
  await expect(card(owner)).toBeFocused()
  const before = await linesOf(owner)
  await owner.page.keyboard.press('a')
  await expect.poll(async () => (await linesOf(owner))[0]).toBe('"I am late," she said.')
  await expect(card(owner)).toBeFocused()
  await owner.page.keyboard.press('Escape')
  await owner.page.keyboard.press('Control+z')
  await expect.poll(() => linesOf(owner)).toEqual(before)
})

test('a proofreader’s fix is a suggestion that says where it is from; the file stays, and the thread goes', async ({
  browser,
}) => {
  await begin('suggest.txt')
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  await readThrough(tomas)
  await expect(threads(tomas)).not.toHaveCount(0)
  const before = await threads(tomas).count()
  await tomas.page.keyboard.press('F8')
  await expect(card(tomas).getByRole('button', { name: /^Fix/ })).toHaveCount(0)
  await tomas.page.keyboard.press('p')
  await expect(cards(stage.owner)).toHaveCount(1)
  await expect(cards(stage.owner)).toContainText('from the checker: Tag comma')
  await expect.poll(() => threads(tomas).count()).toBeLessThan(before)
  await expect(tomas.text.locator('ins.mine').first()).toBeVisible()
  expect(await review.bytes()).toBe(WORDS)
})

test('all of a rule are fixed at once but for those that were dropped, and one undo takes them all back', async () => {
  const { owner } = stage
  await begin('all.txt')
  await count(owner).press('Enter')
  const group = panel(owner).locator('.group[data-rule="tag-comma"]')
  await expect(group.locator('.count')).toHaveText('4')
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
  await group.getByRole('button', { name: 'Fix all 4…' }).click()
  const rows = batch(owner).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await rows.nth(1).getByRole('checkbox').press('Space')
  await rows.nth(2).getByRole('checkbox').press('Space')
  await findsNothing(owner.page, 'the batch')
  await batch(owner).getByRole('button', { name: 'Fix 2' }).press('Enter')
  await expect(message(owner)).toContainText('Fixed 2 findings.')
  const now = await linesOf(owner)
  expect([now[0], now[2], now[4], now[5]]).toEqual([
    '"I am late," she said.',
    '"Leave it here." He said, and looked away.',
    '"You came." She said at last.',
    '"We did," he said.',
  ])
  await message(owner).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await linesOf(owner)).join('\n\n')).toBe(WORDS.trimEnd())
})

test('what is dismissed goes from the other’s text without a reload, and comes back when it is brought back', async ({
  browser,
}) => {
  const { owner } = stage
  await begin('dismiss.txt')
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  await readThrough(tomas)
  const before = await threads(owner).count()
  await tomas.page.keyboard.press('F8')
  await expect(card(tomas)).toBeFocused()
  await tomas.page.keyboard.press('x')
  await expect(message(tomas)).toContainText('Dismissed, for everybody.')
  // Where somebody's caret stands nothing is drawn; his goes where nothing is found.
  await tomas.page.keyboard.press('Escape')
  await caretAt(tomas, 'nobody', 'before')
  await expect(threads(owner)).toHaveCount(before - 1)
  await count(owner).press('Enter')
  await panel(owner).getByRole('button', { name: 'show them' }).click()
  await findsNothing(owner.page, 'the panel')
  await panel(owner)
    .getByRole('button', { name: /^Bring back/ })
    .click()
  await expect(threads(owner)).toHaveCount(before)
  await expect(threads(tomas)).toHaveCount(before)
})

test('a rule that an editor turns off is silent for everybody; a proofreader hides one from themself', async ({
  browser,
}) => {
  const { owner } = stage
  await begin('rules.txt')
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  await readThrough(tomas)
  await count(tomas).press('Enter')
  await panel(tomas).getByRole('button', { name: 'Which rules run' }).click()
  await panel(tomas).getByRole('switch', { name: 'Doubled word' }).click()
  await expect(threads(tomas).filter({ hasText: /the/i })).toHaveCount(0)
  await expect(threads(owner).filter({ hasText: /the/i })).toHaveCount(1)
  await count(owner).press('Enter')
  await panel(owner).getByRole('button', { name: 'Which rules run' }).click()
  await panel(owner).getByRole('switch', { name: 'Comma before a tag' }).click()
  await expect(count(tomas)).toHaveText('1 finding')
  await findsNothing(tomas.page, 'the rules')
})

test('while one writes in a line, the threads of other words stay where they are', async () => {
  const { owner } = stage
  await begin('typing.txt')
  const before = await threads(owner).count()
  await caretAt(owner, 'looked', 'before')
  await owner.text.evaluate((element) => {
    const watched = window as unknown as { gone: string[] }
    watched.gone = []
    new MutationObserver((records) => {
      for (const { removedNodes } of records) {
        for (const node of removedNodes) {
          if (node instanceof Element && node.matches('.find')) watched.gone.push(node.textContent ?? '')
        }
      }
    }).observe(element, { childList: true, subtree: true })
  })
  await owner.page.keyboard.type('slowly ', { delay: 90 })
  // Longer than the checker waits, so that the line is looked at again.
  await owner.page.waitForTimeout(1_500)
  await expect(threads(owner)).toHaveCount(before)
  expect(await owner.page.evaluate(() => (window as unknown as { gone: string[] }).gone)).toEqual([])
})

test('a word that somebody else’s caret stands in has no thread', async ({ browser }) => {
  const { owner } = stage
  await begin('caret.txt')
  const june: Reviewer = await review.enter(browser, 'editor', 'June Park')
  await readThrough(june)
  const article = (person: Visitor) => threads(person).filter({ hasText: 'an' })
  await expect(article(owner)).toHaveCount(1)
  await caretAt(june, ' quiet', 'before')
  await expect(article(owner)).toHaveCount(0)
  await caretAt(june, 'nobody', 'before')
  await expect(article(owner)).toHaveCount(1)
})

test('a long story is read while the page stays free', async () => {
  const { owner } = stage
  const paragraph =
    'The tide was out, and she walked along the mole to read the staff before the lamps were lit. '.repeat(2)
  const long = Array.from({ length: 3_300 }, (_, line) => (line % 9 === 0 ? '"I am late." She said.' : paragraph)).join(
    '\n\n',
  )
  await review.begin('long.txt', `${long}\n`)
  await owner.page.addInitScript(() => {
    const watched = window as unknown as { held: { at: number; for: number }[] }
    watched.held = []
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) watched.held.push({ at: startTime, for: duration })
    }).observe({ type: 'longtask', buffered: true })
  })
  await stage.enter(owner, review.story)
  const shown = await owner.page.evaluate(() => performance.now())
  // Looked at seldom: an assertion that fails first looks at the whole page, which holds it.
  await owner.page.waitForFunction(
    () => /finding/.test(document.querySelector('checks-count')?.textContent ?? ''),
    null,
    {
      polling: 200,
      timeout: 30_000,
    },
  )
  const held = await owner.page.evaluate(() => (window as unknown as { held: { at: number; for: number }[] }).held)
  const after = held.filter(({ at }) => at > shown)
  const most = (tasks: typeof held) => Math.round(Math.max(0, ...tasks.map((task) => task.for)))
  const description = `${most(held)} ms at most, ${most(after)} ms once the text was there; ${long.split(/\s+/).length} words`
  test.info().annotations.push({ type: 'main thread held', description })
  console.log(`main thread held: ${description}`)
  await expect(count(owner)).toHaveText('367 findings')
})
