/**
 * Makes the README's pictures: `npm run build`, then `npm run screenshots`. Two people stand in the third story of
 * seeds/, on a server of their own that is gone afterwards.
 */
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { becomeOwner, caretAt, invite, join as joinStory, openStory, visitor } from '../tests/kit/people.ts'
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
await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
await openStory(ruth, /Sakura narrowed her eyes/)
await joinStory(june, await invite(ruth, 'Editor'), 'June Park')
await caretAt(ruth, 'the receiver of the gift', 'before')
await caretAt(june, 'she knew already', 'after')
await june.page.keyboard.press('Control+Shift+ArrowRight')
await june.page.waitForTimeout(400)

for (const scheme of ['light', 'dark'] as const) {
  await ruth.page.emulateMedia({ colorScheme: scheme })
  await ruth.page.evaluate(() => scrollTo(0, 0))
  await ruth.page.waitForTimeout(400)
  await ruth.page.screenshot({ path: join(folder, `story-${scheme}.png`) })
}
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
