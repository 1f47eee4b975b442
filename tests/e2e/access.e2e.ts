/** The story page for everybody: what axe finds in each of its parts, light and dark, and widths down to 320. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { becomeOwner, openStory, type Visitor, visitor } from '../kit/people.ts'
import { GalleyHouse } from '../kit/server-process.ts'

const house = new GalleyHouse()
let ruth: Visitor

test.beforeAll(async ({ browser }) => {
  const galley = await house.start()
  ruth = await visitor(browser)
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await openStory(ruth, 'To Die For.')
})

test.afterAll(async () => {
  expect(ruth.faults).toEqual([])
  await ruth.context.close()
  await house.stop()
})

async function findsNothing(): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page: ruth.page }).analyze()
  expect(passes.length).toBeGreaterThan(10)
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} story page, its panels, dialogs and menus`, async () => {
    const { page } = ruth
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await findsNothing()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: /command/i })).toBeFocused()
    await findsNothing()
    await page.keyboard.press('Escape')
    for (const name of ['Share', 'Export']) {
      await page.getByRole('button', { name }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await findsNothing()
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Story menu' }).click()
    await findsNothing()
    await page.keyboard.press('Escape')
    await ruth.text.click()
    await page.keyboard.press('Control+h')
    await page.keyboard.type('Sakura')
    await expect(ruth.text.locator('.lookup').first()).toBeVisible()
    await findsNothing()
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Read' }).click()
    await findsNothing()
    await page.getByRole('radio', { name: 'Edit' }).click()
  })
}

test('nothing scrolls sideways on a narrow page', async () => {
  const { page } = ruth
  for (const width of [900, 390, 320]) {
    await page.setViewportSize({ width, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await findsNothing()
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('F6 goes round the parts of the page, and Escape leads from find back to the text', async () => {
  const { page, text } = ruth
  const part = () =>
    page.evaluate(() => document.activeElement?.closest('header, nav, main, aside, footer')?.tagName ?? '')
  await text.click()
  await page.keyboard.press('F6')
  expect(await part()).toBe('FOOTER')
  for (const name of ['MAIN', 'NAV', 'HEADER']) {
    await page.keyboard.press('Shift+F6')
    expect(await part()).toBe(name)
  }
  await text.click()
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
})
