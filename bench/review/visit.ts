/** One person's visit to a story in a browser of their own: opens it, types in it, hears others type, scrolls, steps, suggests. */
import type { Browser, CDPSession, Page } from '@playwright/test'
import { pause } from '../servers.ts'
import type { House, Joined } from './house.ts'
import { NAME } from './marked-novel.ts'
import { type Clock, installClock } from './page-clock.ts'

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
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = owner.cookie.split('=')
  await context.addCookies([{ name, value, url: house.url }])
  // The bench's loader names functions by a function of its own, which the page has not.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(installClock)
  const page = await context.newPage()
  page.on('pageerror', (error) => process.stderr.write(`in the page: ${error.message}\n`))
  const joined = await other.join(plan.story)
  try {
    const visitor = new Visitor(page, await context.newCDPSession(page), plan)
    return await visitor.measure(`${house.url}/stories/${plan.story}`, joined)
  } finally {
    joined.leave()
    await context.close()
  }
}

class Visitor {
  readonly #page: Page
  readonly #cdp: CDPSession
  readonly #plan: VisitPlan

  constructor(page: Page, cdp: CDPSession, plan: VisitPlan) {
    this.#page = page
    this.#cdp = cdp
    this.#plan = plan
  }

  async measure(url: string, other: Joined): Promise<Measured> {
    // Processor time, so that others on the machine are not in it.
    await this.#cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const opened = await this.#open(() => this.#page.goto(url))
    const openCpu = await this.#cpu()
    const again = await this.#open(() => this.#page.reload())
    await this.#calm()
    const typed = await this.#type()
    const { keys, painted } = await this.#clock()
    const remoteCpu = await this.#hear(other)
    const { remote } = await this.#clock()
    const screenCpu = await this.#scroll()
    const { longestFrame } = await this.#clock()
    if (this.#plan.marked) await this.#step()
    const { steps } = await this.#clock()
    await this.#cdp.send('HeapProfiler.collectGarbage')
    const { usedSize: heap } = await this.#cdp.send('Runtime.getHeapUsage')
    await this.#page.keyboard.press('Control+Alt+s')
    await this.#page.waitForFunction(() =>
      document.querySelector('.ProseMirror[contenteditable=true]')?.getAttribute('aria-label')?.endsWith('suggesting'),
    )
    await this.#calm()
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
      await this.#calm()
      await this.#forgetLast()
      const [all, script] = [await this.#cpu(), await this.#cpu('ScriptDuration')]
      for (let key = 0; key < keysEach; key += 1) {
        await this.#page.keyboard.press('e')
        await pause(BETWEEN_MS)
      }
      spent.all += (await this.#cpu()) - all
      spent.script += (await this.#cpu('ScriptDuration')) - script
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
      const before = await this.#cpu()
      for (let key = 0; key < keysEach; key += 1) {
        const place = key % 2 === 0 ? line + 1 : (line * 7 + key * 13) % starts.length
        text.insert((starts[place] ?? 0) + 1, 'r')
        await pause(BETWEEN_MS)
      }
      spent += (await this.#cpu()) - before
    }
    return spent / (lines.length * keysEach)
  }

  async #scroll(): Promise<number> {
    const { lines, screens } = this.#plan
    await this.#goTo(lines[0] ?? 1)
    await this.#page.mouse.move(500, 500)
    await this.#set('longestFrame')
    const before = await this.#cpu()
    for (let screen = 0; screen < screens; screen += 1) {
      await this.#page.mouse.wheel(0, 800)
      await pause(200)
    }
    return ((await this.#cpu()) - before) / screens
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
    await this.#page.evaluate((line) => {
      const text = document.querySelector('.ProseMirror')
      text?.children[line - 1]?.scrollIntoView({ block: 'center', behavior: 'instant' })
    }, line)
    await pause(200)
    const box = await this.#page.evaluate((line) => {
      const { left, top, height } = document.querySelector('.ProseMirror')!.children[line - 1]!.getBoundingClientRect()
      return { x: left + 60, y: top + Math.min(height, innerHeight) / 2 }
    }, line)
    await this.#page.mouse.click(box.x, box.y)
    await this.#calm()
  }

  /** Waits until the browser has nothing left to do. */
  async #calm(): Promise<void> {
    for (let busy = true; busy; ) {
      const before = await this.#cpu()
      await pause(300)
      busy = (await this.#cpu()) - before > 40
    }
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

  /** Processor time of the page's main thread so far, milliseconds. */
  async #cpu(part: 'TaskDuration' | 'ScriptDuration' = 'TaskDuration'): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === part)?.value ?? 0)
  }
}
