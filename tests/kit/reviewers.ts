/** People who review a story in browsers of their own: how they come in, what they select, note and propose, what was sent to them. */
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Command } from '../../shared/review/commands.ts'
import type { ReviewEvent } from '../../shared/review/events.ts'
import type { Role } from '../../shared/roles.ts'
import type { CommandResult } from '../../shared/wire/review.ts'
import { untilDone, type Visitor, visitor } from './people.ts'
import { Stage } from './stage.ts'

export interface Reviewer extends Visitor {
  name: string
  /** The server's answers and the frames that reached this person's page, as text; bytes are read as Latin-1. */
  received: string[]
}

let made = 0

/** One server for a file of tests, one story for each test, and who is in it. */
export class Review {
  readonly stage = new Stage()
  /** Of the test that runs. */
  story = ''
  #inside: Reviewer[] = []

  /** A new story from this file. */
  async begin(name: string, text: string): Promise<void> {
    this.story = await this.stage.story(name, text)
  }

  /** Comes in by a link for this role, as somebody new, and has the story open. */
  async enter(browser: Browser, role: Role, name: string, width = 1440): Promise<Reviewer> {
    const { stage, story } = this
    const person: Reviewer = { ...(await visitor(browser, { width })), name, received: [] }
    this.#inside.push(person)
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

  /** All go; fails when somebody's page had an uncaught error, broke its content policy or called another host. */
  async end(): Promise<void> {
    const faults = this.#inside.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))
    await Promise.all(this.#inside.map(({ context }) => context.close()))
    this.#inside = []
    expect(faults).toEqual([])
  }

  /** The story's events as the server answers this person. */
  async events({ context }: Reviewer): Promise<ReviewEvent[]> {
    const answer = await context.request.get(`${this.stage.galley.url}/api/stories/${this.story}/review`)
    return ((await answer.json()) as { events: ReviewEvent[] }).events
  }

  /** Sends one command as this person, past their page. */
  async send({ context }: Reviewer, command: Record<string, unknown> & { type: Command['type'] }) {
    const { url } = this.stage.galley
    const answer = await context.request.post(`${url}/api/stories/${this.story}/review`, {
      data: { commands: [{ id: freshId(), ...command }] },
      headers: { origin: url },
    })
    expect(answer.ok()).toBe(true)
    return ((await answer.json()) as { results: CommandResult[] }).results[0]
  }

  async bytes(): Promise<string> {
    return (await this.stage.bytes(this.story)).toString()
  }
}

/** Loads the page anew, until the text and its margin are there. */
export async function reload({ page, text }: Visitor): Promise<void> {
  await page.reload()
  await expect(text.locator('p').first()).toBeVisible()
  await expect(page.locator('story-margin')).toBeAttached()
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
  const look = () =>
    text.evaluate((element, words) => {
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
  let again = false
  await untilDone(
    async () => {
      const { from, to } = await look()
      // A press on what was selected before would drag it, and two quick ones take a whole word.
      if (again) {
        await page.mouse.click(from.x, from.y)
        await page.waitForTimeout(600)
      }
      again = true
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 4 })
      await page.mouse.up()
    },
    async () => (await page.evaluate(() => getSelection()?.toString())) === words,
  )
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

/** Writes over the words in suggesting mode. */
export async function proposeOn(person: Visitor, words: string, put: string): Promise<void> {
  await selectWords(person, words)
  await person.page.keyboard.type(put)
}

export function freshId(): string {
  return `walk-${process.pid}-${++made}-${Date.now().toString(36)}`
}

/** Axe's serious findings on the page as it is now: none. Colours are judged when they stand still, and none begins to fade meanwhile. */
export async function findsNothing(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  await page.emulateMedia({ reducedMotion: null })
  const told = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  expect(told).toEqual([])
}
