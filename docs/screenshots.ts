/**
 * Makes the README's pictures: `npm run build`, then `npm run screenshots`. Three people review the third story of
 * seeds/, on a server of their own that is gone afterwards.
 */
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { becomeOwner, caretAt, invite, join as joinStory, openStory, type Visitor, visitor } from '../tests/kit/people.ts'
import { GalleyHouse } from '../tests/kit/server-process.ts'

const folder = import.meta.dirname
const house = new GalleyHouse()
const galley = await house.start()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})

const ruth = await visitor(browser)
const june = await visitor(browser)
const tomas = await visitor(browser)
await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
await openStory(ruth, /Sakura narrowed her eyes/)
await joinStory(june, await invite(ruth, 'Commenter'), 'June Park')
await joinStory(tomas, await invite(ruth, 'Proofreader'), 'Tomás Weil')
await select(tomas, 'knew already')
await tomas.page.keyboard.type('had known all along')
await tomas.page.waitForTimeout(900)
await select(june, 'the receiver of the gift')
await june.page.keyboard.press('Control+Alt+m')
await june.page.getByRole('textbox', { name: /note/i }).last().fill('Is it the same gift as in the first scene?')
await june.page.keyboard.press('Control+Enter')
await caretAt(ruth, 'the receiver of the gift', 'before')
await ruth.page.waitForTimeout(1500)

for (const scheme of ['light', 'dark'] as const) {
  await ruth.page.emulateMedia({ colorScheme: scheme })
  await ruth.page.evaluate(() => scrollTo(0, 0))
  await ruth.page.waitForTimeout(400)
  await ruth.page.screenshot({ path: join(folder, `story-${scheme}.png`) })
}
await ruth.page.emulateMedia({ colorScheme: 'light' })
await ruth.page.getByRole('button', { name: /^\d+ findings$/ }).click()
await ruth.text.locator('.find').nth(2).click()
await ruth.page.waitForTimeout(800)
await ruth.page.screenshot({ path: join(folder, 'checks-light.png') })
await ruth.page.keyboard.press('Escape')
await ruth.page.getByRole('tab', { name: 'Notes' }).click()
await tomas.page.emulateMedia({ colorScheme: 'light' })
await caretAt(tomas, 'had known', 'after')
await tomas.page.waitForTimeout(400)
await tomas.page.screenshot({ path: join(folder, 'suggest-light.png') })
await ruth.page.emulateMedia({ colorScheme: 'light' })
await ruth.page.setViewportSize({ width: 390, height: 844 })
await ruth.page.waitForTimeout(400)
await ruth.page.screenshot({ path: join(folder, 'story-phone.png') })
await ruth.page.setViewportSize({ width: 1440, height: 900 })
await ruth.page.goto(galley.url)
await ruth.page.getByRole('heading', { name: 'Stories' }).waitFor()
for (const scheme of ['light', 'dark'] as const) {
  await ruth.page.emulateMedia({ colorScheme: scheme })
  await ruth.page.waitForTimeout(600)
  await ruth.page.screenshot({ path: join(folder, `library-${scheme}.png`) })
}

await browser.close()
await house.stop()

/** Selects words of one line with the mouse, as a person does. */
async function select({ page, text }: Visitor, words: string): Promise<void> {
  const [from, to] = await text.evaluate((element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(words)
      if (at < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0]!, rects.at(-1)!]
      return [
        { x: first.left + 1, y: first.top + first.height / 2 },
        { x: last.right - 1, y: last.top + last.height / 2 },
      ]
    }
    throw new Error(`"${words}" is nowhere`)
  }, words)
  if (!from || !to) return
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await page.waitForTimeout(300)
}
