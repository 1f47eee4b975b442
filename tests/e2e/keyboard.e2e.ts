/** Galley without a mouse: the palette, the outline, following, reading, and the way round every page by keys alone. */
import { expect, type Page, test } from '@playwright/test'
import { join, type Visitor, visitor } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

const CHAPTERS = ['First', 'Second', 'Third'].flatMap((name) => [
  `${name} chapter`,
  ...Array.from({ length: 40 }, (_, index) => `${name} paragraph ${index + 1} goes on for a while, as they do.`),
])

let stage: Stage
let page: Page

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
  page = stage.owner.page
  await stage.story('harbour.txt', 'The Harbour Master\n\nHe counted boats.\n')
})

test.afterAll(async () => {
  await stage.close()
})

const strip = () => page.locator('.strip')
const text = () => stage.owner.text

/** A long story with three headings, made by keys, with the keyboard in its first line. */
async function longStory(): Promise<string> {
  const id = await stage.write('long.txt', `${CHAPTERS.join('\n\n')}\n`)
  await command('Start of the story')
  for (const line of [1, 42, 83]) {
    await command(String(line))
    await expect(strip()).toContainText(`Line ${line} of 123`)
    await page.keyboard.press('Control+Alt+1')
  }
  await expect(text().locator('h1')).toHaveCount(3)
  await command('1')
  return id
}

/** Runs the first command that fits these words. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Type a command/ })).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('option', { selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden()
}

/** Accessible name or words of what has the keyboard. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim().replace(/\s+/g, ' ')
  })
}

test('the palette runs a command, goes to a line and a share of the story, and opens another story by its title', async () => {
  await longStory()
  await command('100')
  await expect(strip()).toContainText('Line 100 of 123')
  await expect(text()).toBeFocused()
  await expect(text().locator('> *').nth(99)).toBeInViewport()
  await command('50%')
  await expect(strip()).toContainText('Line 62 of 123')
  await command('9999')
  await expect(strip()).toContainText('Line 123 of 123')
  await command('line numb')
  await expect(page.locator('.sheet')).toHaveClass(/numbered/)
  await command('line numb')
  await expect(page.locator('.sheet')).not.toHaveClass(/numbered/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('xyzzy')
  await expect(page.getByText('Nothing fits “xyzzy”.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(text()).toBeFocused()
  await command('harbour mas')
  await expect(text()).toContainText('He counted boats.')
})

test('the arrows choose in the palette, and say so to assistive technology', async () => {
  await longStory()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^Type a command/ })
  await page.keyboard.type('theme')
  const chosen = page.getByRole('option', { selected: true })
  const first = await chosen.textContent()
  await page.keyboard.press('ArrowDown')
  expect(await chosen.textContent()).not.toBe(first)
  await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? 'none')
  await page.keyboard.press('ArrowUp')
  expect(await chosen.textContent()).toBe(first)
  await page.keyboard.press('Escape')
})

test('the outline jumps to a heading and marks where one is', async () => {
  await longStory()
  const entries = page.locator('.outline .entry')
  await expect(entries).toHaveCount(3)
  await entries.nth(2).focus()
  await page.keyboard.press('Enter')
  await expect(strip()).toContainText('Line 83 of 123')
  await expect(text()).toBeFocused()
  await expect(text().locator('h1').nth(2)).toBeInViewport()
  await expect(entries.nth(2)).toHaveAttribute('aria-current', 'location')
  await page.keyboard.press('Control+Alt+o')
  await expect(page.locator('nav.outline')).toBeHidden()
  await page.keyboard.press('Control+Alt+o')
  await expect(page.locator('nav.outline')).toBeVisible()
})

test('one follows somebody from the palette, until one moves in the text oneself', async ({ browser }) => {
  const id = await longStory()
  const june: Visitor = await visitor(browser)
  await join(june, await stage.invite(id, 'editor'), 'June Park')
  await expect(page.locator('.outline .person')).toContainText('June Park')
  await command('@june')
  await expect(strip()).toContainText('Following June Park')
  await june.text.click()
  await june.page.keyboard.press('Control+End')
  await june.page.keyboard.type(' The end.')
  await expect(text().locator('> *').last()).toBeInViewport()
  await expect(strip()).toContainText('Following June Park')
  await text().focus()
  await page.keyboard.press('ArrowUp')
  await expect(strip()).not.toContainText('Following')
  await command('1')
  await june.page.keyboard.type(' Truly.')
  await expect(text()).toContainText('Truly.')
  await expect(text().locator('h1').first()).toBeInViewport()
  expect(june.faults).toEqual([])
  await june.context.close()
})

test('reading is an article that cannot be typed into, and editing comes back with the keyboard', async () => {
  const id = await stage.write('read.txt', 'Quiet\n\nNothing moved.\n')
  await expect(text()).toHaveRole('textbox')
  await page.keyboard.press('Control+Alt+r')
  await expect(text()).toHaveRole('article')
  await expect(text()).toHaveAttribute('contenteditable', 'false')
  await expect(page.getByRole('radio', { name: 'Read' })).toBeChecked()
  await text().focus()
  await page.keyboard.type('No')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Control+Alt+e')
  await expect(text()).toHaveRole('textbox')
  await text().locator('p').last().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Yes')
  expect((await stage.exported(id)).toString()).toBe('Quiet\n\nNothing moved. Yes\n')
  await page.getByRole('radio', { name: 'Edit' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Suggest' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Read' })).toBeFocused()
  await expect(text()).toHaveRole('article')
})

test('the theme is chosen by typing, colours the page at once, and is there after a reload', async () => {
  await stage.write('night.txt', 'Night\n\nIt was.\n')
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
  const light = await ink()
  await command('theme: dark')
  await expect.poll(ink).not.toBe(light)
  const dark = await ink()
  await page.reload()
  await expect(text()).toBeVisible()
  expect(await ink()).toBe(dark)
  await command('theme: light')
  await expect.poll(ink).toBe(light)
  await command('theme: system')
})

/** The part of the story page that has the keyboard. */
function part(): Promise<string> {
  const parts = ['topbar', 'outline', 'type', 'margin', 'strip']
  return page.evaluate((parts) => parts.find((name) => document.activeElement?.closest(`.${name}`)) ?? '', parts)
}

async function round(key: string, presses: number): Promise<string[]> {
  const parts: string[] = []
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press(key)
    parts.push(await part())
  }
  return parts
}

test('F6 goes round the parts of the page, and backwards with Shift', async () => {
  await longStory()
  await expect(page.locator('.outline .entry')).toHaveCount(3)
  await page.locator('.topbar a').first().focus()
  await expect(page.locator('story-margin')).toBeVisible()
  expect(await round('F6', 4)).toEqual(['outline', 'type', 'margin', 'strip'])
  expect(await round('Shift+F6', 4)).toEqual(['margin', 'type', 'outline', 'topbar'])
})

test('F6 leaves out an outline in which nothing stands', async () => {
  await stage.write('plain.txt', 'Plain\n\nNo heading here.\n')
  await expect(page.locator('.outline .entry')).toHaveCount(0)
  await page.locator('.topbar a').first().focus()
  await expect(page.locator('story-margin')).toBeVisible()
  expect(await round('F6', 3)).toEqual(['type', 'margin', 'strip'])
})

test('"?" lists the keys outside the text, and is a letter within it; Ctrl S says how it stands', async () => {
  await stage.write('what.txt', 'What\n\nWho.\n')
  await page.locator('.topbar a').first().focus()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Scene gap; again takes it away')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await text().locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type('?')
  await expect(keys).toBeHidden()
  await expect(text()).toContainText('Who.?')
  await expect(page.locator('save-mark')).toContainText('Saved')
  await page.keyboard.press('Control+s')
  await expect(page.locator('#live-region')).toContainText(/Saved/)
})

test('Tab reaches every control of the story page and shows where one is', async () => {
  await longStory()
  await page.reload()
  await expect(text()).toBeVisible()
  const seen: string[] = []
  const unseen: string[] = []
  for (let press = 0; press < 45; press += 1) {
    await page.keyboard.press('Tab')
    // After the last control the browser's own come, and the page's body stands for them.
    if (await page.evaluate(() => document.activeElement === document.body)) break
    const name = await focused()
    if (seen.includes(name)) break
    seen.push(name)
    const drawn = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at.matches('.ProseMirror')) return true
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    if (!drawn) unseen.push(name)
  }
  for (const name of [
    'Skip to the text',
    'All stories',
    'Story menu',
    'Edit',
    'Format',
    'Find',
    'Export',
    'Commands',
    'Share',
  ]) {
    expect(seen).toContain(name)
  }
  expect(seen.filter((name) => /^\w+ chapter \d/.test(name))).toHaveLength(3)
  expect(seen.some((name) => /, editing$/.test(name))).toBe(true)
  expect(seen.some((name) => /^Line \d/.test(name))).toBe(true)
  expect(unseen).toEqual([])
})

test('every dialog keeps the keyboard inside, closes by Esc and gives it back to what opened it', async () => {
  await stage.write('dialogs.txt', 'Dialogs\n\nMany.\n')
  for (const name of ['Share', 'Export', 'Commands']) {
    const button = page.getByRole('button', { name, exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(
          () => document.activeElement?.closest('dialog') !== null || document.activeElement === document.body,
        ),
      ).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(button).toBeFocused()
  }
})
