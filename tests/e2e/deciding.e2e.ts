/** Deciding as an editor does it, on a page of its own: cards, keys, a stale one, a batch, the record, what is new. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { build, type PreviewServer, preview } from 'vite'

let server: PreviewServer
let address = ''
let faults: string[] = []

test.beforeAll(async () => {
  const root = resolve(import.meta.dirname, 'pages/deciding')
  const outDir = mkdtempSync(join(tmpdir(), 'deciding-'))
  const options = { configFile: false, root, logLevel: 'error' } as const
  await build({ ...options, build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 } })
  server = await preview({ ...options, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  address = server.resolvedUrls?.local[0] ?? ''
})

test.afterAll(async () => {
  await server.close()
})

test.beforeEach(async ({ page }) => {
  faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(address)
  await expect(page.locator('suggestion-card')).toHaveCount(5)
})

test.afterEach(() => {
  expect(faults).toEqual([])
})

const card = (page: Page, id: string) => page.locator(`#note-card-${id}`)
const eventTypes = (page: Page) =>
  page.evaluate(() => (window as unknown as { events: { type: string }[] }).events.map(({ type }) => type))

test('a card shows the change, why, who, and what it overlaps; nothing for axe to find', async ({ page }) => {
  await expect(card(page, 'suggest-a').locator('del')).toHaveText('various different')
  await expect(card(page, 'suggest-a')).toContainText('Wordy')
  await expect(card(page, 'suggest-b')).toContainText('Overlaps 1')
  await expect(card(page, 'suggest-d')).toContainText('Stale')
  await expect(card(page, 'suggest-e')).toContainText('Open a new line')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
})

test('A accepts and goes on, Z takes it back, and both are said', async ({ page }) => {
  await page.keyboard.press('F9')
  await expect(card(page, 'suggest-a')).toBeFocused()
  await page.keyboard.press('a')
  await expect(card(page, 'suggest-b')).toBeFocused()
  await expect(page.locator('#live-region')).toContainText('Accepted. Next suggestion, 1 of 4, line 22')
  await page.keyboard.press('z')
  await expect.poll(() => eventTypes(page)).toContain('undecide')
  await expect(card(page, 'suggest-a').getByRole('button', { name: 'Accept: delete' })).toBeVisible()
})

test('accepting with other words and a reason', async ({ page }) => {
  await card(page, 'suggest-b').click()
  await card(page, 'suggest-b').getByRole('button', { name: 'Amend…' }).click()
  await page.getByLabel('Words that should stand').fill('counting in silence')
  await page.getByLabel('Why, if you like to say').fill('His lips are frozen')
  await page.getByRole('button', { name: 'Accept these words' }).click()
  await page.getByRole('button', { name: 'Record' }).click()
  const row = page.getByRole('row', { name: /silence/ })
  await expect(row).toContainText('Accepted with other words.')
  await expect(row).toContainText('His lips are frozen')
})

test('a stale one asks what should stand, the present words first, and the button names the choice', async ({
  page,
}) => {
  await card(page, 'suggest-d').click()
  const stale = card(page, 'suggest-d')
  await expect(stale.getByRole('radio', { name: 'Now' })).toBeChecked()
  await expect(stale.getByRole('button', { name: 'Keep the words as they are' })).toBeVisible()
  await stale.getByRole('radio', { name: /Proposed/ }).check()
  await stale.getByRole('button', { name: 'Put the proposed words' }).click()
  await expect.poll(async () => (await eventTypes(page)).slice(-3)).toEqual(['propose', 'decide', 'decide'])
})

test('a batch is one event; what was dropped stays, what is stale is listed', async ({ page }) => {
  await page.getByRole('button', { name: 'Decide all' }).click()
  const bar = page.getByRole('region', { name: 'Decide several suggestions' })
  await bar.getByRole('button', { name: 'Next of these' }).click()
  await bar.getByRole('button', { name: 'Drop this one' }).click()
  await expect(bar).toContainText('4 ticked, 1 dropped')
  await bar.getByRole('button', { name: 'Accept 4' }).click()
  await expect(bar).toContainText('1 suggestion is stale')
  await expect(page.getByRole('region', { name: 'Message' })).toContainText('Accepted 3 suggestions. 1 is stale')
  expect((await eventTypes(page)).filter((type) => type === 'decide')).toHaveLength(1)
  await page.getByRole('region', { name: 'Message' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => eventTypes(page)).toContain('undecide')
})

test('an editor tags a suggestion on its card; the filter shows those of the tag, and all shown are decided', async ({
  page,
}) => {
  const choose = async (id: string, now: string, tag: string) => {
    await card(page, id).locator('header b').click()
    await card(page, id).getByRole('button', { name: now }).click()
    await page.getByRole('menuitemcheckbox', { name: tag }).click()
  }
  await choose('suggest-a', 'Tag this suggestion', 'Style')
  await expect(page.locator('#live-region')).toContainText('Tagged Style')
  await expect(card(page, 'suggest-a').getByRole('button', { name: 'Tag: Style' })).toBeFocused()
  await choose('suggest-b', 'Tag this suggestion', 'Grammar')
  await choose('suggest-b', 'Tag: Grammar', 'Style')
  await choose('suggest-c', 'Tag this suggestion', 'Grammar')
  await expect(card(page, 'suggest-a').locator('.kind.label')).toHaveText('Style')
  await page.getByRole('button', { name: 'Filter and search' }).click()
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('Style')
  // The one in hand stays, and is neither counted nor decided with the others.
  await expect(page.locator('suggestion-card')).toHaveCount(3)
  await expect(page.locator('.margin-head .count')).toHaveText('2')
  await page.getByRole('button', { name: 'Decide all' }).click()
  const bar = page.getByRole('region', { name: 'Decide several suggestions' })
  await bar.getByRole('button', { name: 'Accept 2' }).click()
  await expect(bar).toHaveCount(0)
  await expect(page.locator('suggestion-card')).toHaveCount(1)
  await page.getByRole('button', { name: 'Record' }).click()
  const record = page.getByRole('dialog', { name: 'Correction record' })
  await record.getByRole('combobox', { name: 'Tag' }).selectOption('Style')
  await expect(record.locator('.entries tbody tr:not(.day)')).toHaveCount(2)
  await expect(record.locator('.entries tbody tr:not(.day)').first()).toContainText('one of 2')
  await record.getByText('Counts by person and tag').click()
  await expect(record.getByRole('row', { name: 'Style 2 0' })).toBeVisible()
})

test('what is new leads to its words and is put away by "All seen"', async ({ page }) => {
  await page.getByRole('button', { name: /3 new since/ }).click()
  const list = page.getByRole('dialog', { name: 'Since you left' })
  await expect(list.getByRole('heading', { name: 'New suggestions' })).toBeVisible()
  await list.getByRole('button', { name: /Tomás/ }).first().click()
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: /3 new since/ }).click()
  await list.getByRole('button', { name: 'All seen' }).click()
  await expect(page.getByRole('button', { name: /new since/ })).toHaveCount(0)
})

test('who may only propose sees no decisions, and may withdraw what is theirs', async ({ page }) => {
  await page.goto(`${address}?role=proofreader`)
  await card(page, 'suggest-a').click()
  await expect(page.getByRole('button', { name: /Accept/ })).toHaveCount(0)
  await expect(card(page, 'suggest-a').getByRole('button', { name: /Tag/ })).toHaveCount(0)
  await card(page, 'suggest-c').click()
  await expect(card(page, 'suggest-c').getByRole('button', { name: 'Tag this suggestion' })).toBeVisible()
  await card(page, 'suggest-c').getByRole('button', { name: 'Withdraw' }).click()
  await expect(card(page, 'suggest-c')).toHaveCount(0)
})

test('the author of a suggestion says why, and says it otherwise; the change stays', async ({ page }) => {
  await page.goto(`${address}?role=proofreader`)
  const own = card(page, 'suggest-c')
  await own.click()
  const change = await own.locator('del, ins').allTextContents()
  await own.getByRole('button', { name: /Say why|Change reason/ }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('House style')
  await page.keyboard.press('Enter')
  await expect(own.locator('.why')).toHaveText('House style')
  await expect(own).toBeFocused()
  await own.getByRole('button', { name: 'Change reason' }).click()
  await page.keyboard.type(' and meaning')
  await page.keyboard.press('Escape')
  await expect(own.locator('.why')).toHaveText('House style')
  expect(await own.locator('del, ins').allTextContents()).toEqual(change)
  expect((await eventTypes(page)).filter((type) => type === 'revise')).toHaveLength(1)
  await card(page, 'suggest-a').click()
  await expect(card(page, 'suggest-a').getByRole('button', { name: /Say why|Change reason/ })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in what opens, ${colorScheme}`, async ({ page }) => {
    const findsNothing = async (where: string) => {
      await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))))
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    }
    await page.emulateMedia({ colorScheme })
    await card(page, 'suggest-d').click()
    await page.getByRole('button', { name: 'Decide all' }).click()
    await findsNothing('stale card and batch')
    await page.getByRole('button', { name: 'Reject 5' }).click()
    await page.getByRole('button', { name: 'Record' }).click()
    await findsNothing('record')
  })
}
