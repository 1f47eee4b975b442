/** One person's visit to a story in a browser of their own: opens it, types in it, hears others type, scrolls, steps, suggests. */
import type { Browser, Page } from '@playwright/test'
import { pause } from '../servers.ts'
import type { House, Joined } from './house.ts'
import { NAME } from './marked-novel.ts'
import { MeasuredPage, profileOf } from './measured-page.ts'
import type { Clock } from './page-clock.ts'

export interface Measured {
  openTypable: number
  openNoted: number | null
  openCpu: number
  againTypable: number
  keys: number[]
  painted: number[]
  keyCpu: number
  keyScript: number
  remote: number[]
  remoteCpu: number
  longestFrame: number
  screenCpu: number
  steps: number[]
  /** Bytes. */
  heap: number
  suggested: number[]
  suggestedPainted: number[]
  suggestedCpu: number
  suggestedScript: number
  /** From the press until all are on the server. */
  proposed: number
}

export interface VisitPlan {
  story: string
  /** Lines, from 1, that are gone to and typed in. */
  lines: readonly number[]
  keysEach: number
  screens: number
  steps: number
  marked: boolean
}

/** Between two letters of a quick typist. Milliseconds. */
const BETWEEN_MS = 110

export async function visit(browser: Browser, house: House, plan: VisitPlan): Promise<Measured> {
  const [owner, other] = house.people
  if (!owner || !other) throw new Error('visit: nobody is there')
  const context = await profileOf(browser, house, owner.cookie)
  const joined = await other.join(plan.story)
  try {
    const reader = new NovelVisit(await MeasuredPage.in(context), plan)
    return await reader.measure(`${house.url}/stories/${plan.story}`, joined)
  } finally {
    joined.leave()
    await context.close()
  }
}

class NovelVisit {
  readonly #at: MeasuredPage
  readonly #page: Page
  readonly #plan: VisitPlan

  constructor(at: MeasuredPage, plan: VisitPlan) {
    this.#at = at
    this.#page = at.page
    this.#plan = plan
  }

  async measure(url: string, other: Joined): Promise<Measured> {
    const opened = await this.#open(() => this.#page.goto(url))
    const openCpu = await this.#at.cpu()
    const again = await this.#open(() => this.#page.reload())
    await this.#at.calm()
    const typed = await this.#type()
    const { keys, painted } = await this.#clock()
    const remoteCpu = await this.#hear(other)
    const { remote } = await this.#clock()
    const screenCpu = await this.#scroll()
    const { longestFrame } = await this.#clock()
    if (this.#plan.marked) await this.#step()
    const { steps } = await this.#clock()
    await this.#at.cdp.send('HeapProfiler.collectGarbage')
    const { usedSize: heap } = await this.#at.cdp.send('Runtime.getHeapUsage')
    await this.#page.keyboard.press('Control+Alt+s')
    await this.#page.waitForFunction(() =>
      document.querySelector('.ProseMirror[contenteditable=true]')?.getAttribute('aria-label')?.endsWith('suggesting'),
    )
    await this.#at.calm()
    await this.#set('keys', 'painted')
    const typedSuggesting = await this.#type()
    const { keys: suggested, painted: suggestedPainted } = await this.#clock()
    return {
      openTypable: opened.openTypable ?? Number.NaN,
      openNoted: opened.openNoted,
      openCpu,
      againTypable: again.openTypable ?? Number.NaN,
      keys,
      painted,
      keyCpu: typed.all,
      keyScript: typed.script,
      remote,
      remoteCpu,
      longestFrame,
      screenCpu,
      steps,
      heap,
      suggested,
      suggestedPainted,
      suggestedCpu: typedSuggesting.all,
      suggestedScript: typedSuggesting.script,
      proposed: await this.#propose(),
    }
  }

  async #open(go: () => Promise<unknown>): Promise<Clock> {
    await go()
    const { marked } = this.#plan
    await this.#page.waitForFunction((marked) => {
      const { clock } = window as unknown as { clock: Clock }
      return clock.openTypable !== null && (!marked || clock.openNoted !== null)
    }, marked)
    return this.#clock()
  }

  /** Letters in the middle of some lines. Answers the main thread's time for each, and that of our own script. */
  async #type(): Promise<{ all: number; script: number }> {
    const { lines, keysEach } = this.#plan
    const spent = { all: 0, script: 0 }
    for (const line of lines) {
      await this.#goTo(line)
      // The first letter makes what the others find made.
      await this.#page.keyboard.press('e')
      await this.#at.calm()
      await this.#forgetLast()
      const [all, script] = [await this.#at.cpu(), await this.#at.cpu('ScriptDuration')]
      for (let key = 0; key < keysEach; key += 1) {
        await this.#page.keyboard.press('e')
        await pause(BETWEEN_MS)
      }
      spent.all += (await this.#at.cpu()) - all
      spent.script += (await this.#at.cpu('ScriptDuration')) - script
    }
    const keys = lines.length * keysEach
    return { all: spent.all / keys, script: spent.script / keys }
  }

  /** Letters of another person, half of them within sight. */
  async #hear({ text }: Joined): Promise<number> {
    const { lines, keysEach } = this.#plan
    const starts = [...text.toString().matchAll(/\n/g)].map(({ index }) => index)
    let spent = 0
    for (const line of lines) {
      await this.#goTo(line)
      const before = await this.#at.cpu()
      for (let key = 0; key < keysEach; key += 1) {
        const place = key % 2 === 0 ? line + 1 : (line * 7 + key * 13) % starts.length
        text.insert((starts[place] ?? 0) + 1, 'r')
        await pause(BETWEEN_MS)
      }
      spent += (await this.#at.cpu()) - before
    }
    return spent / (lines.length * keysEach)
  }

  async #scroll(): Promise<number> {
    const { lines, screens } = this.#plan
    await this.#goTo(lines[0] ?? 1)
    await this.#page.mouse.move(500, 500)
    await this.#set('longestFrame')
    const before = await this.#at.cpu()
    for (let screen = 0; screen < screens; screen += 1) {
      await this.#page.mouse.wheel(0, 800)
      await pause(200)
    }
    return ((await this.#at.cpu()) - before) / screens
  }

  async #step(): Promise<void> {
    await this.#goTo(this.#plan.lines[0] ?? 1)
    for (let step = 0; step < this.#plan.steps; step += 1) {
      await this.#page.keyboard.press('F2')
      await pause(400)
    }
  }

  /** Find and replace as suggestions: a thousand at once. Milliseconds. */
  async #propose(): Promise<number> {
    const page = this.#page
    await this.#goTo(this.#plan.lines[0] ?? 1)
    await page.keyboard.press('Control+h')
    await page.getByRole('textbox', { name: 'Find' }).fill(NAME)
    await page.getByRole('textbox', { name: 'Replace with' }).fill('Marlow')
    await page.getByRole('button', { name: /^Propose [\d,]+$/ }).waitFor()
    // Waited for in the page: to look for roles among so many elements takes the page's own time.
    return page.evaluate(async () => {
      const buttons = [...document.querySelectorAll<HTMLElement>('find-panel button')]
      const button = buttons.find(({ textContent }) => textContent?.trim().startsWith('Propose '))
      const start = performance.now()
      button?.click()
      const told = () => document.querySelector('#toast-place')?.textContent?.includes('Proposed')
      while (!told()) await new Promise((resolve) => setTimeout(resolve, 10))
      return performance.now() - start
    })
  }

  /** Sets the caret into the middle of the line by a click on it, as a person does. */
  async #goTo(line: number): Promise<void> {
    await this.#at.centre(line)
    await pause(200)
    const box = await this.#page.evaluate((line) => {
      const { left, top, height } = document.querySelector('.ProseMirror')!.children[line - 1]!.getBoundingClientRect()
      return { x: left + 60, y: top + Math.min(height, innerHeight) / 2 }
    }, line)
    await this.#page.mouse.click(box.x, box.y)
    await this.#at.calm()
  }

  #clock(): Promise<Clock> {
    return this.#page.evaluate(() => (window as unknown as { clock: Clock }).clock)
  }

  #set(...names: ('keys' | 'painted' | 'longestFrame')[]): Promise<void> {
    return this.#page.evaluate((names) => {
      const { clock } = window as unknown as { clock: Clock }
      for (const name of names) Object.assign(clock, { [name]: name === 'longestFrame' ? 0 : [] })
    }, names)
  }

  #forgetLast(): Promise<void> {
    return this.#page.evaluate(() => {
      const { clock } = window as unknown as { clock: Clock }
      clock.keys.pop()
      clock.painted.pop()
    })
  }
}
