/** The margin at work, on a page of its own: notes written, answered, resolved, searched, stepped through, lost, refused. */
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { createServer, type ViteDevServer } from 'vite'

let server: ViteDevServer
let address = ''
let faults: string[] = []

test.beforeAll(async () => {
  const root = resolve(import.meta.dirname, '../..')
  server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    cacheDir: resolve(root, 'test-results/margin-cache'),
    server: { host: '127.0.0.1', port: 0, hmr: false, fs: { strict: false } },
  })
  await server.listen()
  address = `${server.resolvedUrls?.local[0]}tests/e2e/pages/margin.html`
})

test.afterAll(() => server.close())

test.afterEach(() => {
  expect(faults).toEqual([])
})

async function open(page: Page, search = ''): Promise<void> {
  faults = []
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(`${address}${search}`)
  await page.waitForFunction(() => 'stage' in window)
}

async function selectIn(page: Page, line: number): Promise<void> {
  await page.locator('.story-text').focus()
  await page
    .locator('.story-text p')
    .nth(line - 1)
    .evaluate((paragraph) => {
      const range = document.createRange()
      range.setStart(paragraph.firstChild as Text, 8)
      range.setEnd(paragraph.firstChild as Text, 21)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
}

const cards = (page: Page) => page.locator('.cards > .card')

/** Cards stand in order and do not touch. */
async function standApart(page: Page): Promise<void> {
  await expect(async () => {
    const boxes = await cards(page).evaluateAll((all) =>
      all.map((card) => card.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    )
    boxes.forEach(({ top }, index) => {
      if (index > 0) expect(top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) + 5)
    })
  }).toPass()
}

test('a note is written on selected words with the keyboard alone, and stands beside them', async ({ page }) => {
  await open(page)
  await selectIn(page, 10)
  await expect(page.getByRole('button', { name: /Note on the selected words/ })).toBeVisible()
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('Is it the *same* shine, @june')
  await page.keyboard.press('Enter')
  await page.keyboard.type('?')
  await page.keyboard.press('Control+Enter')
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page).locator('em')).toHaveText('same')
  await expect(cards(page).locator('.mention')).toHaveText('@June Park')
  // It glides to its place.
  await expect(async () => {
    const card = await cards(page).boundingBox()
    const line = await page.locator('.story-text p').nth(9).boundingBox()
    expect(Math.abs((card?.y ?? 0) - (line?.y ?? 0))).toBeLessThan(12)
  }).toPass()
  await expect(page.locator('.story-text')).toBeFocused()
})

test('what was begun is kept over Esc and a reload', async ({ page }) => {
  await open(page)
  await selectIn(page, 2)
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('Not done yet')
  await page.keyboard.press('Escape')
  await expect(page.locator('note-composer')).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: 'Go on with your note' }).click()
  await expect(page.locator('note-composer textarea')).toHaveValue('Not done yet')
  await expect(page.locator('note-composer .quote')).toContainText('The mud shone')
})

test('a note is answered, changed with its history, resolved and opened again by keys on its card', async ({
  page,
}) => {
  await open(page)
  await page.evaluate(() => {
    window.stage.note(2, 'First')
    window.stage.note(4, 'Second', { kind: 'question' })
  })
  await cards(page).first().click()
  await cards(page).first().focus()
  await page.keyboard.press('r')
  await page.keyboard.type('On purpose.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.replies li')).toContainText('On purpose.')
  await expect(page.locator('.reply textarea')).toHaveValue('')
  await cards(page).first().focus()
  await page.keyboard.press('x')
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page).first()).toBeFocused()
  await expect(cards(page).first()).toContainText('Second')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cards(page)).toHaveCount(2)
})

test('Z on a card takes back what was resolved last, and a deleted note is made anew as it was', async ({ page }) => {
  await open(page)
  await selectIn(page, 3)
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('Mine')
  await page.keyboard.press('Control+Enter')
  await page.evaluate(() => {
    window.stage.note(6, 'Second')
    window.stage.note(9, 'Third')
  })
  await cards(page).nth(1).focus()
  await page.keyboard.press('x')
  await expect(cards(page)).toHaveCount(2)
  await expect(cards(page).nth(1)).toBeFocused()
  await page.keyboard.press('z')
  await expect(cards(page)).toHaveCount(3)
  await expect(cards(page).nth(1)).toContainText('Second')
  await cards(page).first().click()
  await page.getByRole('button', { name: 'More about this note' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(cards(page)).toHaveCount(2)
  await expect(cards(page).first()).toBeFocused()
  await page.keyboard.press('z')
  await expect(cards(page)).toHaveCount(3)
  await expect(cards(page).first()).toContainText('Mine')
  await page.keyboard.press('z')
  await expect(cards(page)).toHaveCount(3)
})

test('its author makes a comment a question, and then a tag once one is chosen', async ({ page }) => {
  await open(page)
  await selectIn(page, 3)
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('Is it?')
  await page.keyboard.press('Control+Enter')
  await cards(page).first().focus()
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Question' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(cards(page).first().locator('.kind')).toHaveText('Question')
  await cards(page).first().focus()
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  const save = page.getByRole('button', { name: 'Save' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  const label = page.getByRole('group', { name: 'Tag', exact: true }).getByRole('button').first()
  const name = (await label.textContent()) ?? ''
  await label.click()
  await save.click()
  await expect(cards(page).first().locator('.kind')).toHaveText(name)
  await expect(cards(page).first()).toContainText('Is it?')
})

test('many notes on one line stand apart, in the order of the text', async ({ page }) => {
  await open(page)
  await page.evaluate(() => {
    for (const line of [1, 1, 1, 2, 2, 9, 3, 3]) window.stage.note(line, `On line ${line}`)
  })
  await expect(cards(page)).toHaveCount(8)
  expect(await cards(page).locator('.said').allTextContents()).toEqual(
    [1, 1, 1, 2, 2, 3, 3, 9].map((line) => `On line ${line}`),
  )
  await standApart(page)
  await cards(page).nth(4).click()
  await standApart(page)
})

test('of 2,000 notes those near the view are on the page', async ({ page }) => {
  await open(page, '?lines=1000')
  await page.evaluate(() => {
    for (let index = 0; index < 2000; index++) window.stage.note((index % 1000) + 1, `Note ${index}`)
  })
  await expect(page.locator('.margin-head .count')).toHaveText('2000')
  expect(await cards(page).count()).toBeLessThan(300)
  await page.locator('.story-text p').nth(899).scrollIntoViewIfNeeded()
  await expect(page.locator('.card', { hasText: 'Note 899' })).toBeVisible()
  await standApart(page)
})

test('after a tag is chosen the keyboard is in the field, and goes on there', async ({ page }) => {
  await open(page)
  await selectIn(page, 3)
  await page.keyboard.press('Control+Alt+m')
  const composer = page.locator('note-composer')
  await composer.getByRole('button', { name: 'Tag', exact: true }).click()
  await composer.getByRole('button', { name: 'Pacing' }).click()
  await page.keyboard.type('Slow')
  await expect(composer.getByRole('textbox')).toHaveValue('Slow')
})

test('F2 goes from card to card, stops at the end and says so; Escape leads to the words', async ({ page }) => {
  await open(page)
  await page.evaluate(() => {
    window.stage.note(2, 'First')
    window.stage.note(4, 'Second')
  })
  await page.locator('.story-text').focus()
  const said = page.locator('#live-region')
  await page.keyboard.press('F2')
  await expect(said).toContainText('1 of 2. Comment by June Park, line 2: First.')
  await expect(cards(page).first()).toBeFocused()
  await page.keyboard.press('F2')
  await expect(said).toContainText('2 of 2. Comment by June Park, line 4: Second.')
  await page.keyboard.press('F2')
  await expect(said).toContainText('Last note.')
  await page.keyboard.press('F4')
  await expect(said).toContainText('No tags here.')
  await expect(cards(page).nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.story-text')).toBeFocused()
})

test('the filter shows what it names, and the search finds words of notes', async ({ page }) => {
  await open(page)
  await page.evaluate(() => {
    window.stage.note(1, 'Shell or pearl')
    window.stage.note(2, 'Ask @Ruth Adeyemi', { mustFix: true })
    window.stage.note(3, '', { kind: 'tag', label: 'pacing' })
  })
  await page.getByRole('button', { name: 'Filter and search' }).click()
  await page.getByRole('button', { name: 'Naming me' }).click()
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page)).toContainText('Must fix')
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('Pacing')
  await expect(cards(page)).toContainText('Pacing')
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByLabel('Search notes').fill('PEARL')
  await expect(cards(page)).toHaveCount(1)
})

test('a note that lost its words waits in the tray and is put back by hand', async ({ page }) => {
  await open(page)
  await page.evaluate(() => window.stage.lose(window.stage.note(2, 'Where did it go')))
  await expect(cards(page)).toHaveCount(0)
  await expect(page.locator('.tray')).toContainText('the mud shone')
  await selectIn(page, 5)
  await page.getByRole('button', { name: 'Put on the selected words' }).click()
  await expect(page.locator('.toast')).toHaveCount(0)
})

test('a note that lost its words is offered places that are like them, and stands there at a press', async ({
  page,
}) => {
  await open(page)
  await page.evaluate(() => window.stage.lose(window.stage.note(2, 'Where did it go')))
  const offers = page.locator('put-back').getByRole('button')
  await expect(offers).toHaveText(['Put back on “the mud shone” (line 7)', 'Put back on “the mud shone” (line 12)'])
  await offers.nth(1).click()
  await expect(cards(page)).toHaveCount(1)
  await expect(page.locator('.tray')).toHaveCount(0)
  await expect(cards(page).first()).toHaveAttribute('aria-label', /line 12/)
  await expect(cards(page).first()).toHaveClass(/active/)
})

test('a reader is offered no places for a note that lost its words', async ({ page }) => {
  await open(page, '?role=reader')
  await page.evaluate(() => window.stage.lose(window.stage.note(2, 'Where did it go')))
  await expect(page.locator('.tray')).toContainText('the mud shone')
  await expect(page.locator('put-back')).toHaveCount(0)
})

test('what waits says so, and what was refused keeps its words with the reason', async ({ page }) => {
  await open(page)
  await page.evaluate(() => {
    window.stage.mode.offline = true
  })
  await selectIn(page, 2)
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('From the train')
  await page.keyboard.press('Control+Enter')
  await expect(cards(page)).toContainText('kept here')
  await page.evaluate(() => {
    window.stage.mode.refuse = 'The story was deleted.'
  })
  await selectIn(page, 4)
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('Too late')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Not sent' })).toContainText('Too late')
  await expect(page.getByRole('region', { name: 'Not sent' })).toContainText('The story was deleted.')
  const notSent = page.getByRole('region', { name: 'Not sent' })
  await notSent.getByRole('button', { name: 'Send again' }).click()
  await expect(notSent).toHaveCount(0)
  await expect(cards(page)).toHaveCount(2)
  await selectIn(page, 6)
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('Later still')
  await page.keyboard.press('Control+Enter')
  await notSent.getByRole('button', { name: 'Discard' }).click()
  await expect(notSent).toHaveCount(0)
})

test('an address with a note opens it', async ({ page }) => {
  await open(page, '#note=note-000002')
  await page.evaluate(() => {
    window.stage.note(2, 'First')
    window.stage.note(30, 'Second')
  })
  await expect(page.locator('.card.active')).toContainText('Second')
  await expect(page.locator('.card.active')).toBeInViewport()
})

test('a reader sees notes and can neither write nor answer', async ({ page }) => {
  await open(page, '?role=reader')
  await page.evaluate(() => window.stage.note(2, 'First'))
  await cards(page).click()
  await expect(page.locator('.card.active')).toBeVisible()
  await expect(page.locator('textarea')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Resolve|Note on/ })).toHaveCount(0)
})

for (const width of [1440, 1100, 800, 390]) {
  test(`at ${width} pixels nothing is wider than the window and axe finds nothing serious`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await open(page)
    await page.evaluate(() => {
      window.stage.note(
        2,
        'A **long** thought about https://example.org/a/very/long/address/that/does/not/end and more',
        { mustFix: true },
      )
      window.stage.note(2, 'Another', { kind: 'question' })
      window.stage.note(6, 'Third', { kind: 'praise' })
    })
    if (width > 1024) await cards(page).first().locator('header').click()
    else if (width > 720) await page.locator('.pip').first().click()
    else await page.evaluate(() => document.querySelector('story-margin')?.go('note-000001', true))
    await expect(page.locator('.card.active')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    await page.screenshot({ path: `test-results/margin-${width}.png` })
  })
}
