/** A person's page as a measurement sees it: in a browser profile of their own, with its clock, its processor time and its rest. */
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { pause } from '../servers.ts'
import type { House } from './house.ts'
import { installClock } from './page-clock.ts'

/** A profile of who has this cookie ("name=value") in the house; faults of its pages are said on standard error. */
export async function profileOf(
  browser: Browser,
  { url }: Pick<House, 'url'>,
  cookie: string,
  options: { serviceWorkers?: 'allow' | 'block' } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  // The bench's loader names functions by a function of its own, which the page has not.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(installClock)
  context.on('page', (page) => page.on('pageerror', (error) => process.stderr.write(`in the page: ${error.message}\n`)))
  return context
}

export class MeasuredPage {
  readonly page: Page
  readonly cdp: CDPSession

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page
    this.cdp = cdp
  }

  /** A new page of the profile. Its processor time is counted, so that others on the machine are not in it. */
  static async in(context: BrowserContext): Promise<MeasuredPage> {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new MeasuredPage(page, cdp)
  }

  /** Processor time of the page's main thread so far, milliseconds. */
  async cpu(part: 'TaskDuration' | 'ScriptDuration' = 'TaskDuration'): Promise<number> {
    const { metrics } = await this.cdp.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === part)?.value ?? 0)
  }

  /** Waits until the browser has nothing left to do. */
  async calm(): Promise<void> {
    for (let busy = true; busy; ) {
      const before = await this.cpu()
      await pause(300)
      busy = (await this.cpu()) - before > 40
    }
  }

  /** Scrolls a line of the text, from 1, into the middle. */
  async centre(line: number): Promise<void> {
    await this.page.evaluate((line) => {
      const text = document.querySelector('.ProseMirror')
      text?.children[line - 1]?.scrollIntoView({ block: 'center', behavior: 'instant' })
    }, line)
  }
}
