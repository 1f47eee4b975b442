/** Notes and suggestions on the words of the open story, as a person meets them; the review is handed to the editor as the page does. */
import { expect, type Page, test } from '@playwright/test'
import { caretAt, linesOf } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

let stage: Stage
let page: Page

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
  page = stage.owner.page
  await stage.owner.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

test.afterAll(async () => {
  await stage.close()
})

interface Thread {
  id: string
  /** The words it is about; a point behind them when `behind`. */
  words: string
  behind?: boolean
  kind?: string
  resolved?: boolean
  moved?: string
  /** Makes it a suggestion. */
  change?: unknown[]
  by?: string
}

/** Opens these threads in the editor; what it reports as moved is kept on the window. */
async function show(threads: Thread[], look: Record<string, unknown> = {}): Promise<void> {
  // The page shows the story's own review first, and that of the test must come after it.
  await expect(page.locator('story-margin')).toBeAttached()
  await page.evaluate(
    ({ threads, look }) => {
      const editor = document.querySelector('story-editor')!
      const text = (editor.handle as unknown as { text: { toString(): string } }).text.toString()
      const people: Record<string, { name: string; swatch: number }> = {
        june: { name: 'June Park', swatch: 2 },
        tomas: { name: 'Tomás Weil', swatch: 3 },
      }
      const made = threads.map(({ words, behind, change, by = 'june', ...over }) => {
        const at = text.indexOf(words)
        const place = behind ? { from: at + words.length, to: at + words.length } : { from: at, to: at + words.length }
        const common = {
          by,
          at: '',
          touched: 1,
          replies: [],
          reactions: {},
          moved: null,
          ...editor.review.anchored(place),
        }
        const base = behind ? [] : [{ insert: words }]
        const suggestion = { ...common, quote: null, rev: 1, base, change, reason: '', status: 'open', decided: null }
        const note = {
          ...common,
          kind: 'comment',
          body: '',
          private: false,
          label: null,
          deleted: false,
          mustFix: false,
        }
        return change
          ? { ...suggestion, ...over }
          : { ...note, ...over, resolved: over.resolved ? { by, at: '' } : null }
      })
      const known = window as unknown as { moves: unknown[] }
      known.moves = []
      editor.review.onMove = (moved) => known.moves.push(`${moved.how} ${moved.thread} ${moved.quote.words}`)
      editor.review.set({
        person: (id) => people[id],
        suggestions: 'marked',
        only: null,
        hidden: new Set(look.hide ? ['suggestion'] : []),
        ...look,
      })
      // What the page tells of its own review comes when it likes; here only the test's is shown.
      const { review } = editor
      review.show = () => {}
      Object.getPrototypeOf(review).show.call(review, {
        seq: 1,
        notes: new Map(made.filter((one) => 'kind' in one).map((one) => [one.id, one])),
        suggestions: new Map(made.filter((one) => 'base' in one).map((one) => [one.id, one])),
        labels: new Map(),
        edits: [],
        seen: new Map(),
      })
    },
    { threads, look },
  )
}

const drawn = (id: string) => stage.owner.text.locator(`[data-thread="${id}"]`)
const active = () => page.evaluate(() => document.querySelector('story-editor')!.review.active.value)
const placed = () =>
  page.evaluate(() =>
    document
      .querySelector('story-editor')!
      .review.placed.value.map(({ id, state, line, words }) => `${id} ${state} ${line} ${words}`),
  )
const moves = () => page.evaluate(() => (window as unknown as { moves: string[] }).moves)

const STORY = 'The mud shone like the inside of a shell.\n\nIt was not a long letter.\n\nSalt for the ledger.\n'

test('notes wash their words, nested ones too, and each names its card and its author', async () => {
  await stage.write('washes.txt', STORY)
  await show([
    { id: 'note-outer', words: 'mud shone like the inside' },
    { id: 'note-inner', words: 'shone like', kind: 'question' },
    { id: 'note-done', words: 'letter', resolved: true },
    { id: 'note-moved', words: 'ledger', kind: 'tag', moved: 'paste' },
  ])
  await expect(drawn('note-outer').first()).toHaveAttribute('aria-details', 'note-card-note-outer')
  await expect(drawn('note-inner')).toHaveText('shone like')
  await expect(drawn('note-inner')).toHaveAttribute('aria-description', 'question by June Park')
  expect((await drawn('note-outer').allTextContents()).join('')).toBe('mud shone like the inside')
  await expect(drawn('note-inner')).toHaveCSS('padding-bottom', '3px')
  await expect(drawn('note-done')).toHaveCSS('background-image', 'none')
  await expect(drawn('note-moved')).toHaveCSS('border-bottom-style', 'dashed')
  expect(await placed()).toEqual([
    'note-outer exact 1 mud shone like the inside',
    'note-inner exact 1 shone like',
    'note-done exact 2 letter',
    'note-moved exact 3 ledger',
  ])
})

test('a mark goes along with what is typed before, in and beside it, through a split and a join', async () => {
  await stage.write('along.txt', STORY)
  await show([{ id: 'note-along', words: 'shone like' }])
  await caretAt(stage.owner, 'shone', 'before')
  await page.keyboard.type('still ')
  await expect(drawn('note-along')).toHaveText('shone like')
  await caretAt(stage.owner, 'shone', 'after')
  await page.keyboard.type(' dully')
  await expect(drawn('note-along')).toHaveText('shone dully like')
  await page.keyboard.press('Enter')
  await expect(drawn('note-along')).toHaveCount(2)
  await expect.poll(placed).toEqual(['note-along changed 1 shone dully\n like'])
  await page.keyboard.press('Backspace')
  await expect(drawn('note-along')).toHaveText(['shone dully like'])
})

test('a suggestion strikes what would go and sets beside it what would come; the text itself is untouched', async () => {
  const id = await stage.write('struck.txt', STORY)
  await show([
    { id: 'change-one', words: 'long', change: [{ delete: 4 }, { insert: 'short' }] },
    { id: 'split-here', words: 'mud', behind: true, change: [{ insert: '\n' }] },
    { id: 'bold-here', words: 'Salt', change: [{ retain: 4, attributes: { bold: true } }] },
    { id: 'join-here', words: '\nSalt', change: [{ delete: 1 }, { retain: 4 }] },
  ])
  await expect(stage.owner.text.locator('del[data-thread="change-one"]')).toHaveText('long')
  await expect(stage.owner.text.locator('ins[data-thread="change-one"]')).toHaveText('short')
  await expect(stage.owner.text.locator('ins.break')).toHaveAttribute('aria-description', 'split proposed by June Park')
  await expect(stage.owner.text.locator('del.break')).toHaveAttribute('aria-description', 'join proposed by June Park')
  await expect(drawn('bold-here')).toHaveAttribute('title', 'bold')
  await expect(linesOf(stage.owner)).resolves.toEqual(STORY.trim().split('\n\n'))
  // Writing right before and behind what is proposed goes into the text.
  await caretAt(stage.owner, 'not a ', 'after')
  await page.keyboard.type('very ')
  await expect(stage.owner.text.locator('del[data-thread="change-one"]')).toHaveText('long')
  expect((await stage.exported(id)).toString()).toContain('It was not a very long letter.')
})

test('proposals on the same words strike them once and are told apart by initials; one whose words changed is boxed', async () => {
  await stage.write('over.txt', STORY)
  await show([
    { id: 'change-june', words: 'not a long', change: [{ delete: 10 }, { insert: 'a short' }] },
    { id: 'change-tomas', words: 'long', by: 'tomas', change: [{ delete: 4 }, { insert: 'brief' }] },
    { id: 'change-stale', words: 'ledger', change: [{ delete: 6 }, { insert: 'book' }] },
  ])
  await expect(stage.owner.text.locator('.by')).toHaveCount(2)
  expect(
    await stage.owner.text.locator('.by').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.initials)),
  ).toEqual(expect.arrayContaining(['JP', 'TW']))
  await caretAt(stage.owner, 'led', 'after')
  await page.keyboard.type('d')
  await expect(stage.owner.text.locator('.stale[data-thread="change-stale"]')).toHaveText('leddger')
  await expect(stage.owner.text.locator('ins[data-thread="change-stale"]')).toHaveCount(0)
})

test('the text can be seen as it stands and as if all was accepted', async () => {
  await stage.write('views.txt', STORY)
  const change = { id: 'change-view', words: 'long', change: [{ delete: 4 }, { insert: 'short' }] }
  await show([change], { suggestions: 'accepted' })
  await expect(drawn('change-view').filter({ hasText: 'long' })).toBeHidden()
  await expect(drawn('change-view').filter({ hasText: 'short' })).toHaveCSS('text-decoration-line', 'none')
  await show([change], { suggestions: 'plain' })
  await expect(drawn('change-view')).toHaveCount(0)
  await show([change], { hide: true })
  await expect(drawn('change-view')).toHaveCount(0)
  await show([change])
  await expect(drawn('change-view')).toHaveCount(2)
})

test('a click opens the topmost thread, another the one below, and the caret is where one clicked', async () => {
  await stage.write('clicks.txt', STORY)
  await show([
    { id: 'note-outer', words: 'mud shone like the inside' },
    { id: 'note-inner', words: 'shone like', kind: 'question' },
    { id: 'change-in', words: 'like', change: [{ delete: 4 }, { insert: 'as' }] },
  ])
  await expect(drawn('change-in')).not.toHaveCount(0)
  const order: (string | null)[] = []
  for (let time = 0; time < 4; time += 1) {
    await caretAt(stage.owner, 'like', 'before')
    order.push(await active())
    await page.waitForTimeout(600)
  }
  expect(order).toEqual(['change-in', 'note-inner', 'note-outer', 'change-in'])
  await page.keyboard.type('just ')
  expect(await active()).toBe('change-in')
  await caretAt(stage.owner, 'Salt', 'after')
  await expect.poll(active).toBeNull()
})

test('words that are cut and pasted elsewhere are reported with their new place', async () => {
  await stage.write('cut.txt', STORY)
  await show([{ id: 'note-cut', words: 'shone' }])
  await expect(drawn('note-cut')).toHaveText('shone')
  await caretAt(stage.owner, 'mud ', 'before')
  for (let letter = 0; letter < 'mud shone'.length; letter += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+x')
  await expect.poll(placed).toEqual(['note-cut orphan 0 '])
  await expect(drawn('note-cut')).toHaveCount(0)
  await caretAt(stage.owner, 'the ledger', 'after')
  await page.keyboard.press('Control+v')
  await expect.poll(moves).toEqual(['paste note-cut shone'])
})

test('undo of one’s own deletion reports where the words are again', async () => {
  await stage.write('undone.txt', STORY)
  await show([{ id: 'note-undone', words: 'letter' }])
  await expect(drawn('note-undone')).toHaveText('letter')
  await caretAt(stage.owner, 'letter', 'before')
  await page.keyboard.press('Control+Delete')
  await expect.poll(placed).toEqual(['note-undone orphan 0 '])
  await page.keyboard.press('Control+z')
  await expect.poll(moves).toEqual(['undo note-undone letter'])
})

test('a new note is about the word at the caret or the selection; a thread far below is found and shown', async () => {
  const lines = Array.from({ length: 300 }, (_, line) => `Line ${line} of the story.`)
  await stage.write('long.txt', `${lines.join('\n\n')}\n`)
  const about = () =>
    page.evaluate(() => document.querySelector('story-editor')!.review.selection()?.quote.words ?? null)
  await caretAt(stage.owner, 'Line 3 of the sto', 'after')
  await expect.poll(about).toBe('story')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(about).toBe('o')
  await show(lines.map((words, line) => ({ id: `note-${line}`, words })))
  const offers = await page.evaluate(() =>
    document.querySelector('story-editor')!.review.offers({ words: 'Line 42 of', before: '', after: '' }),
  )
  expect(offers.map(({ line, words, quote }) => [line, words, quote.after.slice(0, 10)])).toEqual([
    [43, 'Line 42 of', ' the story'],
  ])
  await expect(drawn('note-3')).toHaveText('Line 3 of the story.')
  await expect(drawn('note-290')).toHaveCount(0)
  await page.evaluate(() => document.querySelector('story-editor')!.review.reveal('note-290'))
  await expect(drawn('note-290')).toBeInViewport()
  await expect(drawn('note-290')).toHaveClass(/active/)
  const off = await page.evaluate(() => {
    const mark = document.querySelector('[data-thread="note-290"]')!
    const top = document.querySelector('story-editor')!.review.topOf('note-290')!
    return Math.abs(mark.closest('.sheet')!.getBoundingClientRect().top + top - mark.getBoundingClientRect().top)
  })
  expect(off).toBeLessThan(6)
})
