/** One person's visit to a long story in a browser of their own: opens it, waits until it is read, writes words, some of them wrong. */
import type { Browser, Page } from '@playwright/test'
import type { House } from '../review/house.ts'
import { MeasuredPage, profileOf } from '../review/measured-page.ts'
import type { Clock } from '../review/page-clock.ts'
import { pause } from '../servers.ts'
import { type ChecksClock, installChecksClock } from './checks-clock.ts'
import { startTrace, type TracedTask, tracedTasks } from './traced-tasks.ts'

/** What of the checker is there: nothing, its threads, or its panel beside the text too. */
export type Way = 'off' | 'closed' | 'open'

export interface Held {
  /** Tasks over 50 ms, and the longest of them in milliseconds; 0 = there was none. */
  tasks: number
  longest: number
  /** The processor's time in the task that took most of it. Milliseconds. */
  spent: number
}

export interface ChecksMeasured {
  typable: number
  /** From the checker's first script until threads lie in the text and until all findings stand; null where it is off. */
  threads: number | null
  read: number | null
  before: Held
  reading: Held
  readingCpu: number
  typing: Held
  keys: number[]
  painted: number[]
  keyCpu: number
  /** Without the wait that the checker has by design. */
  underlines: number[]
  /** Bytes on the wire, by address. */
  loaded: ReadonlyMap<string, number>
}

export interface ChecksPlan {
  story: string
  way: Way
  /** Lines of the page, from 1, that are written in; a word in each. */
  words: readonly { line: number; word: string }[]
}

/** Milliseconds that the text rests before the checker reads it (`client/sync/checking`). */
const REST_MS = 250
/** Between two letters of a quick typist, and what one thinks between two words. Milliseconds. */
const BETWEEN_MS = 110
const THINK_MS = 330
/** Right words around the wrong one: the checker reads while they are written. */
const BEFORE = 'and then '
const AFTER = 'came round the '

export async function visitChecks(browser: Browser, house: House, plan: ChecksPlan): Promise<ChecksMeasured> {
  const [owner] = house.people
  if (!owner) throw new Error('visitChecks: nobody is there')
  const context = await profileOf(browser, house, owner.cookie, { serviceWorkers: 'block' })
  await context.addInitScript(installChecksClock)
  // Without its first script nothing of the checker comes, and nothing is said of it.
  if (plan.way === 'off') await context.route(/\/checks-parts-[^/]*\.js$/, (route) => route.abort())
  const loaded = new Map<string, number>()
  context.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize }) => loaded.set(new URL(request.url()).pathname, responseBodySize))
  })
  try {
    const writer = new ChecksVisit(browser, await MeasuredPage.in(context), plan)
    return { ...(await writer.measure(`${house.url}/stories/${plan.story}`)), loaded }
  } finally {
    await context.close()
  }
}

class ChecksVisit {
  readonly #browser: Browser
  readonly #at: MeasuredPage
  readonly #page: Page
  readonly #plan: ChecksPlan

  constructor(browser: Browser, at: MeasuredPage, plan: ChecksPlan) {
    this.#browser = browser
    this.#at = at
    this.#page = at.page
    this.#plan = plan
  }

  async measure(url: string): Promise<Omit<ChecksMeasured, 'loaded'>> {
    const { way } = this.#plan
    await startTrace(this.#browser, this.#page)
    await this.#page.goto(url)
    await this.#page.waitForFunction(() => checksClock.begun !== null)
    const beganCpu = await this.#at.cpu()
    if (way !== 'off') await this.#page.waitForFunction(() => checksClock.read !== null, null, { timeout: 120_000 })
    // The parts of speech come last, and then all is read once more.
    await pause(2_000)
    await this.#at.calm()
    const opened = await this.#checksClock()
    const begun = opened.begun ?? Number.NaN
    const readingCpu = (await this.#at.cpu()) - beganCpu
    const opening = await tracedTasks(this.#browser, this.#page)
    if (way === 'open') {
      await this.#page.locator('checks-count button').click()
      await this.#page.locator('checks-panel .group').first().waitFor()
      await this.#at.calm()
    }
    const since = await this.#page.evaluate(() => performance.now())
    await startTrace(this.#browser, this.#page)
    const keyCpu = await this.#write()
    const typing = await tracedTasks(this.#browser, this.#page)
    const { tasks, underlines } = await this.#checksClock()
    const { keys, painted } = await this.#page.evaluate(() => (window as unknown as { clock: Clock }).clock)
    const after = (time: number | null) => (way === 'off' || time === null ? null : time - begun)
    return {
      typable: opened.typable ?? Number.NaN,
      threads: after(opened.threads),
      read: after(opened.read),
      before: held(tasks, opening, 0, begun),
      reading: held(tasks, opening, begun, since),
      readingCpu,
      typing: held(tasks, typing, since, Number.POSITIVE_INFINITY),
      keys,
      painted,
      keyCpu,
      underlines: underlines.map((took) => took - REST_MS),
    }
  }

  /** A few words in the middle of some lines. Answers the main thread's time for each key, with all that follows. */
  async #write(): Promise<number> {
    let [spent, pressed] = [0, 0]
    for (const { line, word } of this.#plan.words) {
      await this.#goTo(line)
      const before = await this.#at.cpu()
      pressed += await this.#type(BEFORE)
      await this.#page.evaluate((word) => {
        checksClock.awaited = { word, since: null }
      }, word)
      pressed += await this.#type(`${word} `)
      if (this.#plan.way !== 'off') {
        await this.#page.waitForFunction(() => checksClock.awaited === null, null, { timeout: 20_000 })
      }
      await this.#page.evaluate(() => {
        checksClock.awaited = null
      })
      pressed += await this.#type(AFTER)
      await this.#at.calm()
      spent += (await this.#at.cpu()) - before
    }
    return spent / pressed
  }

  async #type(words: string): Promise<number> {
    for (const letter of words) {
      await this.#page.keyboard.press(letter === ' ' ? 'Space' : letter)
      await pause(letter === ' ' ? THINK_MS : BETWEEN_MS)
    }
    return words.length
  }

  /** Sets the caret before a word in the middle of the line by a click, as a person does. */
  async #goTo(line: number): Promise<void> {
    await this.#at.centre(line)
    await pause(300)
    const place = await this.#page.evaluate((line) => {
      const walker = document.createTreeWalker(
        document.querySelector('.ProseMirror')!.children[line - 1]!,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { data } = node as Text
        const blank = /\p{Ll} (?=\p{Ll})/u.exec(data.slice(12))
        if (!blank) continue
        const at = 12 + blank.index + blank[0].length
        const letter = document.createRange()
        letter.setStart(node, at)
        letter.setEnd(node, at + 1)
        const { left, top, height } = letter.getBoundingClientRect()
        return { x: left + 0.5, y: top + height / 2 }
      }
      return null
    }, line)
    if (!place) throw new Error(`goTo: no words in line ${line}`)
    await this.#page.mouse.click(place.x, place.y)
    await this.#at.calm()
  }

  #checksClock(): Promise<ChecksClock> {
    return this.#page.evaluate(() => checksClock)
  }
}

function held(tasks: ChecksClock['tasks'], traced: readonly TracedTask[], from: number, to: number): Held {
  const isWithin = ({ start }: { start: number }) => start >= from && start < to
  const within = tasks.filter(isWithin)
  return {
    tasks: within.length,
    longest: Math.max(0, ...within.map(({ duration }) => duration)),
    spent: traced.filter(isWithin).reduce((most, { spent }) => Math.max(most, spent), 0),
  }
}

declare global {
  /** In the page. */
  var checksClock: ChecksClock
}
