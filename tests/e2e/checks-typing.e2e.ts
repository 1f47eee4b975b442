/**
 * Threads while somebody else writes: those of other words stay, in that line and in others, at every moment; none lies on the word
 * that is being written; once it is finished it has its own. Seen after each change of the page, not now and then.
 */
import { expect, test } from '@playwright/test'
import { count, threads } from '../kit/checked-page.ts'
import { caretAt, type Visitor } from '../kit/people.ts'
import { Review } from '../kit/reviewers.ts'

const WORDS = `"I am late." She said, and and looked away.

It was an quiet morning on the the mole.

"Leave it here." He said.
`

interface Watched {
  /** Threads that were gone at some moment. */
  gone: string[]
  /** Threads that lay on a word that a caret stood in. */
  covered: string[]
  seen: number
}

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

/** Looks at the threads after every change of the text's elements; those that are there now are to stay. */
async function watch({ text }: Visitor): Promise<void> {
  await text.evaluate((element) => {
    const all = () =>
      [...element.children].flatMap((line, at) => [...line.querySelectorAll('.find')].map((find) => ({ at, find })))
    const named = ({ at, find }: { at: number; find: Element }) => `${at}: ${find.textContent}`
    const before = all().map(named)
    const watched: Watched = { gone: [], covered: [], seen: 0 }
    Object.assign(window, { watched })
    new MutationObserver(() => {
      watched.seen += 1
      const now = all()
      const names = now.map(named)
      watched.gone.push(...before.filter((name) => !names.includes(name)))
      for (const caret of element.querySelectorAll('.caret')) {
        const word = wordAt(caret)
        for (const { at, find } of now) if (word?.intersectsNode(find)) watched.covered.push(named({ at, find }))
      }
    }).observe(element, { childList: true, subtree: true, attributes: true, characterData: true })

    /** The letters on both sides of the caret, without a space between. */
    function wordAt(caret: Element): Range | null {
      const line = [...element.children].find((child) => child.contains(caret))
      if (!line) return null
      const letters: { node: Text; at: number; side: 'before' | 'after' }[] = []
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (caret.contains(node)) continue
        const side = caret.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING ? 'after' : 'before'
        for (let at = 0; at < (node as Text).length; at += 1) letters.push({ node: node as Text, at, side })
      }
      const isLetter = ({ node, at }: (typeof letters)[number]) => /[\p{L}'’]/u.test(node.data[at] ?? '')
      const before = letters.filter(({ side }) => side === 'before')
      const after = letters.filter(({ side }) => side === 'after')
      let [from, to] = [before.length, 0]
      while (from > 0 && isLetter(before[from - 1]!)) from -= 1
      while (to < after.length && isLetter(after[to]!)) to += 1
      const word = [...before.slice(from), ...after.slice(0, to)]
      const [first, last] = [word[0], word.at(-1)]
      if (!first || !last) return null
      const range = document.createRange()
      range.setStart(first.node, first.at)
      range.setEnd(last.node, last.at + 1)
      return range
    }
  })
}

function watched({ page }: Visitor): Promise<Watched> {
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched)
}

test('threads of other words stay while another writes beside them and elsewhere, and none lies on what is being written', async ({
  browser,
}) => {
  const { owner } = stage
  await review.begin('typing.txt', WORDS)
  await stage.enter(owner, review.story)
  const june = await review.enter(browser, 'editor', 'June Park')
  for (const person of [owner, june]) {
    await expect(count(person)).toHaveText(/^\d+ findings$/, { timeout: 30_000 })
  }
  await caretAt(june, ' away', 'before')
  const before = await threads(owner).count()
  expect(before).toBeGreaterThan(4)
  await watch(owner)

  // In a line with threads, behind them and between them.
  await june.page.keyboard.type(' slowwly', { delay: 120 })
  await expect(owner.text.locator('p').first()).toContainText('looked slowwly away.')
  // Longer than the checker waits: the word is looked at, and its writer's caret still stands in it.
  await owner.page.waitForTimeout(1_500)
  await expect(threads(owner).filter({ hasText: 'slowwly' })).toHaveCount(0)
  await caretAt(june, ' on the', 'before')
  await expect(threads(owner).filter({ hasText: 'slowwly' })).toHaveCount(1)
  await june.page.keyboard.type(' and very grey', { delay: 120 })
  await expect(owner.text).toContainText('morning and very grey on the')

  // In a line of its own, which it opens.
  await caretAt(june, 'He said.', 'after')
  await june.page.keyboard.press('Enter')
  await june.page.keyboard.type('Nobody saw the grey hosue', { delay: 120 })
  await expect(owner.text).toContainText('Nobody saw the grey hosue')
  await owner.page.waitForTimeout(1_500)
  await expect(threads(owner).filter({ hasText: 'hosue' })).toHaveCount(0)
  await june.page.keyboard.type(' come', { delay: 120 })
  await expect(threads(owner).filter({ hasText: 'hosue' })).toHaveCount(1)
  await expect(threads(owner)).toHaveCount(before + 2)

  const { gone, covered, seen } = await watched(owner)
  expect(seen).toBeGreaterThan(40)
  expect({ gone, covered }).toEqual({ gone: [], covered: [] })
})
