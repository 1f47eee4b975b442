/** People in browsers, for the browser tests: who opens the owner's link, who joins by an invite, what they see. */
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

export interface Visitor {
  context: BrowserContext
  page: Page
  /** The editable text. */
  text: Locator
  /** What the top bar says about saving; nothing while its word fades, as it does for the first moments of a change. */
  saved: Locator
  /** Uncaught errors of the page, breaches of its content policy and calls of other hosts; a test ends with none. */
  faults: string[]
}

/** A new browser profile without a session. */
export async function visitor(browser: Browser, options: { width?: number } = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: options.width ?? 1440, height: 900 } })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text())
  })
  const watch = (address: string) => {
    const { protocol, hostname } = new URL(address)
    if (/^(http|ws)s?:$/.test(protocol) && !/^(127\.0\.0\.1|localhost)$/.test(hostname))
      faults.push(`A call of ${address}`)
  }
  context.on('request', (request) => watch(request.url()))
  page.on('websocket', (socket) => watch(socket.url()))
  return {
    context,
    page,
    faults,
    text: page.locator('.ProseMirror'),
    saved: page.locator('save-mark .saved:not(.fading)'),
  }
}

/** Opens the one-use owner's link and stands in the library. */
export async function becomeOwner({ page }: Visitor, ownerLink: string | null, name: string): Promise<void> {
  await page.goto(ownerLink ?? '')
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()
}

/** From the library into a story, until its text can be typed into. */
export async function openStory({ page, text }: Visitor, title: RegExp | string): Promise<void> {
  await page.getByRole('link', { name: title }).first().click()
  await expect(text.locator('p, h1, h2').first()).toBeVisible()
}

/** Makes an invite link in the share dialog of the open story. */
export async function invite(
  { page }: Visitor,
  role: 'Maintainer' | 'Editor' | 'Proofreader' | 'Commenter' | 'Reader',
): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('combobox', { name: 'Invite by link' }).selectOption({ label: role })
  await page
    .getByRole('button', { name: /Make|link/ })
    .first()
    .click()
  const link = await page.getByLabel('Invite link').inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return link
}

/** Joins by a link under a name and stands in the story. */
export async function join({ page, text }: Visitor, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('textbox').first().fill(name)
  await page.locator('form button.primary').click()
  await expect(text.locator('p, h1, h2').first()).toBeVisible()
}

/** The lines of the text as the person reads them. */
export function linesOf({ text }: Visitor): Promise<string[]> {
  return text.evaluate((element) =>
    [...element.children].map((line) => {
      const copy = line.cloneNode(true) as HTMLElement
      for (const widget of copy.querySelectorAll('.caret, .ProseMirror-widget, br')) widget.remove()
      return copy.textContent ?? ''
    }),
  )
}

/**
 * Does it and sees that it was done; looks and does it again where it was not. Between a look at a place and the press on
 * it a font, a margin or somebody's words may come in and move it, as they may for a person.
 */
export async function untilDone(act: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
  await expect(async () => {
    await act()
    await expect.poll(isDone, { timeout: 2_000 }).toBe(true)
  }).toPass({ timeout: 20_000 })
}

/** Clicks beside the words, before or after them, and sees that the caret stands there. */
export async function caretAt(visitor: Visitor, words: string, where: 'before' | 'after'): Promise<void> {
  const { page, text } = visitor
  const place = () =>
    text.evaluate(
      (element, { words, where }) => {
        // Marks of all kinds may part the words into several nodes.
        for (const line of element.children) {
          const nodes: Text[] = []
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text)
          const at = nodes
            .map(({ data }) => data)
            .join('')
            .indexOf(words)
          if (at < 0) continue
          line.scrollIntoView({ block: 'center', behavior: 'instant' })
          const letter = document.createRange()
          let start = where === 'before' ? at : at + words.length - 1
          for (const node of nodes) {
            if (start >= 0 && start < node.length) {
              letter.setStart(node, start)
              letter.setEnd(node, start + 1)
            }
            start -= node.length
          }
          const { left, right, top, height } = letter.getBoundingClientRect()
          return { x: where === 'before' ? left + 0.5 : right - 0.5, y: top + height / 2 }
        }
        throw new Error(`caretAt: "${words}" is nowhere`)
      },
      { words, where },
    )
  // Read off the whole line: somebody else's caret may part its words into two nodes.
  const besides = () =>
    text.evaluate((element, where) => {
      const { anchorNode, anchorOffset = 0 } = getSelection() ?? {}
      const line = [...element.children].find((child) => anchorNode && child.contains(anchorNode))
      if (!line || !anchorNode) return ''
      const range = document.createRange()
      range.selectNodeContents(line)
      if (where === 'before') range.setStart(anchorNode, anchorOffset)
      else range.setEnd(anchorNode, anchorOffset)
      return range.toString()
    }, where)
  await untilDone(
    async () => {
      const { x, y } = await place()
      await page.mouse.click(x, y)
    },
    async () => (where === 'before' ? (await besides()).startsWith(words) : (await besides()).endsWith(words)),
  )
  // The editor hears of a selection by an event of its own.
  await page.waitForTimeout(60)
}
