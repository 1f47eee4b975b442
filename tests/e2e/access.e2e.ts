/** What axe finds on every page and dialog, in light and dark (nothing), and what a phone can do. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Visitor, visitor } from '../kit/people.ts'
import { GalleyHouse } from '../kit/server-process.ts'
import { Stage } from '../kit/stage.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WORDS = `The Lamp\n\n${'She lit it, and the room came back around her. '.repeat(12)}\n\n“Who?”\n\n\nMorning.\n`

let stage: Stage
let page: Page
let story: string

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
  page = stage.owner.page
  story = await stage.story('lamp.txt', WORDS)
})

test.afterAll(async () => {
  await stage.close()
})

async function findsNothing(where: string, on = page): Promise<void> {
  // Colours are judged when they stand still.
  await on.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  const { violations, passes } = await new AxeBuilder({ page: on }).withTags(TAGS).analyze()
  expect(passes.length, where).toBeGreaterThan(8)
  const told = violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  expect(told).toEqual([])
}

async function scrollsSideways(on: Page): Promise<number> {
  return on.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

test('axe finds nothing at the doors: a new Galley, its owner’s link, a stranger, an invite, a dead link', async ({
  browser,
}) => {
  const house = new GalleyHouse()
  const galley = await house.start({ stories: house.folder })
  const guest = await visitor(browser)
  await guest.page.goto(galley.url)
  await expect(guest.page.getByRole('heading', { name: 'This Galley has no owner yet' })).toBeVisible()
  await findsNothing('welcome', guest.page)
  await guest.page.goto(galley.ownerLink ?? '')
  await expect(guest.page.getByRole('heading', { name: 'This Galley is yours' })).toBeVisible()
  await findsNothing('owner door', guest.page)
  await guest.page.goto(stage.galley.url)
  await expect(guest.page.getByRole('heading', { name: 'You need a link to come in' })).toBeVisible()
  await findsNothing('stranger', guest.page)
  const link = await stage.invite(story, 'editor')
  await guest.page.goto(link)
  await expect(guest.page.getByLabel('Your name')).toBeVisible()
  await findsNothing('join', guest.page)
  await guest.page.goto(`${link.slice(0, -2)}zz`)
  await expect(guest.page.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
  await findsNothing('dead link', guest.page)
  await guest.page.goto(`${stage.galley.url}/nowhere`)
  await expect(guest.page.getByRole('heading', { name: /Nothing is kept/ })).toBeVisible()
  await findsNothing('nowhere', guest.page)
  expect(guest.faults).toEqual([])
  await guest.context.close()
  await house.stop()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the library and the intake, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(stage.galley.url)
    await expect(page.locator('.stories > li').first()).toBeVisible()
    await findsNothing('library')
    await page.getByRole('button', { name: 'More for The Lamp' }).click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await findsNothing('row menu')
    await page.keyboard.press('Escape')
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer })
    await page
      .locator('[type="file"]')
      .setInputFiles([file('one.txt', Buffer.from('One.\n\nTwo.\n')), file('bad.txt', Buffer.from([0, 1, 2, 0, 200]))])
    await expect(page.getByText('Not taken in')).toBeVisible()
    await page.locator('.intake-files summary').first().click()
    await findsNothing('intake')
    await page.getByRole('button', { name: 'Cancel' }).click()
  })

  test(`axe finds nothing on the story page, its palette and its dialogs, ${scheme}`, async ({ browser }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await stage.enter(stage.owner, story)
    const other = await visitor(browser)
    await other.page.goto(await stage.invite(story, 'editor'))
    await other.page.getByLabel('Your name').fill('June Park')
    await other.page.keyboard.press('Enter')
    await other.text.locator('p').nth(1).click()
    await expect(stage.owner.text.locator('.caret')).toHaveCount(1)
    await stage.owner.text.locator('p').last().click()
    await page.keyboard.press('Control+Alt+2')
    await findsNothing('story')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option').first()).toBeVisible()
    await findsNothing('palette')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    await expect(page.getByLabel('Invite link')).toBeVisible()
    await findsNothing('share')
    await page.keyboard.press('Escape')
    await stage.owner.text.locator('p').nth(1).click()
    await page.keyboard.type('So ')
    await expect(stage.owner.saved).toContainText('Saved')
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(
      page
        .getByRole('dialog', { name: /^Export/ })
        .locator('ins')
        .first(),
    ).toBeVisible()
    await findsNothing('export')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+h')
    await page.keyboard.type('she')
    await expect(page.getByRole('list', { name: 'Matches' }).getByRole('listitem').first()).toBeVisible()
    await findsNothing('find and replace')
    await page.getByRole('button', { name: 'Close find' }).click()
    await page.getByRole('button', { name: 'Format' }).click()
    await findsNothing('format menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Alt+r')
    await findsNothing('read mode')
    await page.keyboard.press('Control+Alt+e')
    await other.context.close()
  })
}

test.describe('a phone, 390 pixels wide', () => {
  let phone: Visitor

  test.beforeAll(async ({ browser }) => {
    phone = await visitor(browser, { width: 390 })
    await phone.page.goto(await stage.invite(story, 'editor'))
    expect(await scrollsSideways(phone.page)).toBeLessThanOrEqual(0)
    await phone.page.getByLabel('Your name').fill('Pia Phone')
    await phone.page.keyboard.press('Enter')
    await expect(phone.text).toBeVisible()
  })

  test.afterAll(async () => {
    expect(phone.faults).toEqual([])
    await phone.context.close()
  })

  test('the story is read, typed into and searched without scrolling sideways', async () => {
    await expect(phone.saved).toBeVisible()
    expect(await scrollsSideways(phone.page)).toBeLessThanOrEqual(0)
    await phone.text.locator('p').last().click()
    await phone.page.keyboard.press('End')
    await phone.page.keyboard.type(' From the phone, with a_very_long_word_that_has_no_place_to_break_'.repeat(3))
    await expect(phone.text).toContainText('From the phone')
    expect(await scrollsSideways(phone.page)).toBeLessThanOrEqual(0)
    await expect(phone.saved).toContainText('Saved')
    await phone.page.getByRole('button', { name: 'Find', exact: true }).click()
    await phone.page.keyboard.type('room')
    await expect(phone.page.locator('#find-result')).toHaveText(/of 12$/)
    expect(await scrollsSideways(phone.page)).toBeLessThanOrEqual(0)
    await phone.page.keyboard.press('Escape')
    await phone.page.getByRole('button', { name: 'Outline' }).click()
    await expect(phone.page.locator('nav.outline')).toBeInViewport()
    expect(await scrollsSideways(phone.page)).toBeLessThanOrEqual(0)
    await findsNothing('phone story', phone.page)
  })

  test('the library, its menu and the palette fit', async () => {
    await phone.page.goto(stage.galley.url)
    await expect(phone.page.locator('.stories > li').first()).toBeVisible()
    expect(await scrollsSideways(phone.page)).toBeLessThanOrEqual(0)
    await phone.page.getByRole('button', { name: 'Commands (Ctrl K)' }).click()
    await expect(phone.page.getByRole('option').first()).toBeInViewport()
    expect(await scrollsSideways(phone.page)).toBeLessThanOrEqual(0)
    await phone.page.keyboard.press('Escape')
    await findsNothing('phone library', phone.page)
  })
})
