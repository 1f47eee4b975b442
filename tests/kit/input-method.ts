/** An input method at work on a page, as far as Chromium can be driven to have one. */
import type { Page } from '@playwright/test'

/** What stands in the composed word one after the other; the last of it is what is put in. */
export async function composeIn(page: Page, ...states: string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  for (const text of states) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await page.waitForTimeout(40)
  }
  await cdp.send('Input.insertText', { text: states.at(-1) ?? '' })
  await cdp.detach()
  // A little longer than the editor waits after a composition.
  await page.waitForTimeout(120)
}
