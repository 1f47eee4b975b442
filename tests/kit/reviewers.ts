/** People who review a story in browsers of their own: how they come in, what they select, note and propose, what was sent to them. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Command, CommandGiven } from '../../shared/review/commands.ts'
import type { Role } from '../../shared/roles.ts'
import type { CommandResult } from '../../shared/wire/review.ts'
import { type Visitor, visitor } from './people.ts'
import type { Stage } from './stage.ts'

export interface Reviewer extends Visitor {
  name: string
  /** The server's answers and the frames that reached this person's page, as text; bytes are read as Latin-1. */
  received: string[]
}

let made = 0

/** Comes into the story by a link for this role, under a name of their own, and has it open. */
export async function reviewer(
  browser: Browser,
  stage: Stage,
  story: string,
  { role, name, width = 1440 }: { role: Role; name: string; width?: number },
): Promise<Reviewer> {
  const person: Reviewer = { ...(await visitor(browser, { width })), name, received: [] }
  const token = (await stage.invite(story, role)).split('/').at(-1)
  const joined = await person.context.request.post(`${stage.galley.url}/api/invites/${token}`, {
    data: { name, swatch: (++made % 8) + 1 },
    headers: { origin: stage.galley.url },
  })
  expect(joined.ok()).toBe(true)
  listen(person.page, person.received)
  await stage.enter(person, story)
  await expect(person.page.locator('story-margin')).toBeAttached()
  return person
}

function listen(page: Page, received: string[]): void {
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      received.push(typeof payload === 'string' ? payload : payload.toString('utf8'))
    }),
  )
  page.on('response', (response) => {
    const { 'content-type': type = '' } = response.headers()
    if (!new URL(response.url()).pathname.startsWith('/api/') || !type.includes('json')) return
    // An answer to a page that is gone has no body any more.
    response.text().then(
      (body) => received.push(body),
      () => received.push(''),
    )
  })
}

export const cards = ({ page }: Visitor): Locator => page.locator('story-margin .cards > .card:not(.composer)')

/** The words that notes are drawn on, of all notes together. */
export const marked = ({ text }: Visitor): Locator => text.locator('mark.note')

/** Drags the pointer over the words, which stand on one line of the screen at least in part. */
export async function selectWords({ page, text }: Visitor, words: string): Promise<void> {
  const place = await text.evaluate((element, words) => {
    const range = rangeOf(element, words)
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
    const rects = [...range.getClientRects()]
    const [first, last] = [rects[0], rects.at(-1)]
    if (!first || !last) throw new Error(`selectWords: "${words}" is not seen`)
    return {
      from: { x: first.left + 0.5, y: first.top + first.height / 2 },
      to: { x: last.right - 0.5, y: last.top + last.height / 2 },
    }

    function rangeOf(within: Element, sought: string): Range {
      const nodes: Text[] = []
      const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text)
      const at = nodes
        .map(({ data }) => data)
        .join('')
        .indexOf(sought)
      if (at < 0) throw new Error(`selectWords: "${sought}" is nowhere`)
      const range = document.createRange()
      let before = 0
      for (const node of nodes) {
        const end = before + node.length
        if (at >= before && at < end) range.setStart(node, at - before)
        if (at + sought.length > before && at + sought.length <= end) range.setEnd(node, at + sought.length - before)
        before = end
      }
      return range
    }
  }, words)
  await page.mouse.move(place.from.x, place.from.y)
  await page.mouse.down()
  await page.mouse.move(place.to.x, place.to.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words)
  // The editor hears of a selection by an event of its own.
  await page.waitForTimeout(60)
}

/** Selects the words and leaves a note with the keyboard. */
export async function noteOn(person: Visitor, words: string, body: string): Promise<void> {
  await selectWords(person, words)
  await person.page.keyboard.press('Control+Alt+m')
  await expect(person.page.locator('note-composer textarea')).toBeFocused()
  await person.page.keyboard.type(body)
  await person.page.keyboard.press('Control+Enter')
  await expect(person.page.locator('note-composer')).toHaveCount(0)
}

/** Sends one command as the page of this person would, but past its page. */
export async function send(person: Visitor, story: string, command: Omit<CommandGiven, 'id'>): Promise<CommandResult> {
  const { origin } = new URL(person.page.url())
  const answer = await person.context.request.post(`${origin}/api/stories/${story}/review`, {
    data: { commands: [{ id: freshId(), ...command }] },
    headers: { origin },
  })
  expect(answer.ok()).toBe(true)
  const { results } = (await answer.json()) as { results: CommandResult[] }
  if (!results[0]) throw new Error('send: no answer')
  return results[0]
}

/** Proposes `put` in place of the words; returns the suggestion's id. The words are selected for it. */
export async function proposeOn(
  person: Visitor,
  story: string,
  { words, put, reason = '' }: { words: string; put: string; reason?: string },
): Promise<string> {
  await selectWords(person, words)
  const selected = await person.page
    .locator('story-editor')
    .evaluate((editor) => (editor as HTMLElementTagNameMap['story-editor']).review.selection())
  expect(selected?.quote.words).toBe(words)
  const suggestion = freshId()
  const change = [{ delete: words.length }, ...(put === '' ? [] : [{ insert: put }])]
  const proposal = { suggestion, anchor: selected?.anchor, base: [{ insert: words }], change, reason }
  const { error } = await send(person, story, { type: 'propose', ...proposal } as Omit<Command, 'id'>)
  expect(error).toBeNull()
  return suggestion
}

export function freshId(): string {
  return `walk-${process.pid}-${++made}-${Date.now().toString(36)}`
}
