/** Brings suggesting-page.ts into a browser page, and works it with real keys, clicks and input methods. */
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import type { Draft } from '../../shared/story/draft.ts'
import { builtPage } from './built-page.ts'
import type { DeskOfPage } from './suggesting-page.ts'

export class SuggestingStage {
  readonly page: Page
  /** Uncaught errors of the page. */
  readonly faults: string[]
  private cdp: CDPSession | null = null

  private constructor(page: Page, faults: string[]) {
    this.page = page
    this.faults = faults
  }

  static async open(browser: Browser): Promise<SuggestingStage> {
    const { script, style } = await builtPage(join(import.meta.dirname, 'suggesting-page.ts'))
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
    await page.setContent(`<!doctype html><html lang="en"><style>${style}</style><body></body></html>`)
    await page.addScriptTag({ content: script, type: 'module' })
    await page.waitForFunction(() => 'desk' in window)
    return new SuggestingStage(page, faults)
  }

  /** A story of these lines, or this draft, open in suggesting mode with the keyboard in it. */
  async start(...lines: string[] | [Draft]): Promise<void> {
    const draft: Draft =
      typeof lines[0] === 'object'
        ? lines[0]
        : { lines: (lines as string[]).map((text) => ({ spans: text === '' ? [] : [{ text }] })) }
    await this.page.evaluate((story) => (window as unknown as { desk: DeskOfPage }).desk.start(story), draft)
  }

  /** Calls the page's desk. */
  async desk<Name extends keyof DeskOfPage>(
    name: Name,
    ...given: Parameters<DeskOfPage[Name]>
  ): Promise<Awaited<ReturnType<DeskOfPage[Name]>>> {
    return (await this.page.evaluate(
      ([method, values]) => {
        const { desk } = window as unknown as { desk: Record<string, (...all: unknown[]) => unknown> }
        return desk[method as string]!(...(values as unknown[]))
      },
      [name, given] as const,
    )) as Awaited<ReturnType<DeskOfPage[Name]>>
  }

  async select(from: number, to = from): Promise<void> {
    await this.desk('select', from, to)
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
    // The browser tells of a moved caret by an event of its own, a little later than any person would act.
    await this.page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** What an input method does for these states of the word it composes; the last one stays uncommitted. */
  async compose(...states: string[]): Promise<void> {
    const cdp = await this.inputMethod()
    for (const text of states) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
  }

  /** Composes anew what stands in the line between two offsets of its text. */
  async recompose(from: number, to: number, text: string): Promise<void> {
    const cdp = await this.inputMethod()
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
      replacementStart: from,
      replacementEnd: to,
    })
  }

  /** Ends the composition with these words; "" cancels it. Waits until the editor has put it in order. */
  async commit(text: string): Promise<void> {
    const cdp = await this.inputMethod()
    if (text === '') await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    else await cdp.send('Input.insertText', { text })
    await this.settled()
  }

  /** A little longer than the editor waits after a composition. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(120)
  }

  async close(): Promise<void> {
    await this.page.close()
  }

  /** Chromium's alone. */
  private async inputMethod(): Promise<CDPSession> {
    this.cdp ??= await this.page.context().newCDPSession(this.page)
    return this.cdp
  }
}
