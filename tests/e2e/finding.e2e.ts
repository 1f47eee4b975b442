/** Finding and replacing as a person does, by keys: what is found, what would change, and that it is one step to take back. */
import { expect, type Page, test } from '@playwright/test'
import { linesOf } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

const WORDS = 'Tea\n\nThe tea was cold. Steam, teas and TEA.\n\nA team of 12 drank $1 tea-cups.\n'

let stage: Stage
let page: Page

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
  page = stage.owner.page
})

test.afterAll(async () => {
  await stage.close()
})

const panel = () => page.getByRole('search', { name: 'Find in the story' })
const result = () => panel().locator('#find-result')
const exported = async (id: string) => (await stage.exported(id)).toString()

/** Opens the panel by its key from inside the text and types the words. */
async function find(words: string, key = 'Control+f'): Promise<void> {
  await stage.owner.text.click()
  await page.keyboard.press('Control+Home')
  await expect(page.locator('.strip')).toContainText('Line 1 of')
  await page.keyboard.press(key)
  await expect(panel().getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.type(words)
}

test('case, whole words and patterns each find exactly what they say, and Enter goes round', async () => {
  await stage.write('tea.txt', WORDS)
  await find('tea')
  await expect(result()).toHaveText('1 of 7')
  await expect(stage.owner.text.locator('.lookup')).toHaveCount(7)
  await panel().getByRole('button', { name: 'Match case' }).press('Enter')
  await expect(result()).toHaveText('1 of 5')
  await panel().getByRole('button', { name: 'Whole words' }).press('Space')
  await expect(result()).toHaveText('1 of 2')
  await panel().getByRole('button', { name: 'Match case' }).press('Space')
  await expect(result()).toHaveText('1 of 4')
  await panel().getByRole('textbox', { name: 'Find' }).focus()
  for (const place of ['2 of 4', '3 of 4', '4 of 4', '1 of 4']) {
    await page.keyboard.press('Enter')
    await expect(result()).toHaveText(place)
  }
  await page.keyboard.press('Shift+Enter')
  await expect(result()).toHaveText('4 of 4')
  await panel().getByRole('button', { name: 'Whole words' }).press('Space')
  await panel().getByRole('button', { name: 'Regular expression' }).press('Space')
  await panel().getByRole('textbox', { name: 'Find' }).fill('\\b[Tt]ea(s|m)?\\b')
  await expect(result()).toHaveText(/of 6$/)
  await panel().getByRole('textbox', { name: 'Find' }).fill('tea(')
  await expect(result()).toContainText('Not a pattern')
  await expect(panel().getByRole('textbox', { name: 'Find' })).toHaveAttribute('aria-invalid', 'true')
  await panel().getByRole('textbox', { name: 'Find' }).fill('coffee')
  await expect(result()).toHaveText('Not found')
})

test('a preview shows each replacement; what is unticked stays; all of it is one step of undo', async () => {
  const id = await stage.write('tea.txt', WORDS)
  await find('tea', 'Control+h')
  await panel().getByRole('button', { name: 'Match case' }).press('Space')
  await panel().getByRole('textbox', { name: 'Replace with' }).fill('$1 chai')
  const rows = panel().getByRole('list', { name: 'Matches' }).getByRole('listitem')
  await expect(rows).toHaveCount(5)
  await expect(rows.first().locator('del')).toHaveText('tea')
  await expect(rows.first().locator('ins')).toHaveText('$1 chai')
  await rows.nth(1).getByRole('checkbox').press('Space')
  await rows.nth(3).getByRole('checkbox').press('Space')
  await expect(rows.nth(1).locator('ins')).toHaveCount(0)
  await panel().getByRole('button', { name: 'Replace 3' }).press('Enter')
  const replaced = 'Tea\n\nThe $1 chai was cold. Steam, $1 chais and TEA.\n\nA team of 12 drank $1 $1 chai-cups.\n'
  expect(await exported(id)).toBe(replaced)
  await expect(page.getByRole('region', { name: 'Message' })).toContainText('Replaced 3 matches.')
  await page.getByRole('button', { name: 'Close find' }).press('Enter')
  await expect(stage.owner.text).toBeFocused()
  await page.keyboard.press('Control+z')
  expect(await exported(id)).toBe(WORDS)
  await page.keyboard.press('Control+Shift+z')
  expect(await exported(id)).toBe(replaced)
})

test('a pattern’s groups are put into the replacement, and one match at a time can be replaced by Enter', async () => {
  const id = await stage.write('names.txt', 'Park, June\n\nAdeyemi, Ruth\n\nLindqvist, Bo\n')
  await find('^(\\w+), (\\w+)$', 'Control+h')
  await panel().getByRole('button', { name: 'Regular expression' }).press('Space')
  await panel().getByRole('textbox', { name: 'Replace with' }).fill('$2 $1')
  await expect(result()).toHaveText('1 of 3')
  await panel().getByRole('textbox', { name: 'Replace with' }).press('Enter')
  await expect(result()).toHaveText(/of 2$/)
  expect(await exported(id)).toBe('June Park\n\nAdeyemi, Ruth\n\nLindqvist, Bo\n')
  await panel().getByRole('button', { name: 'Replace all 2' }).press('Enter')
  expect(await exported(id)).toBe('June Park\n\nRuth Adeyemi\n\nBo Lindqvist\n')
  await page.getByRole('region', { name: 'Message' }).getByRole('button', { name: 'Undo' }).press('Enter')
  expect(await exported(id)).toBe('June Park\n\nAdeyemi, Ruth\n\nLindqvist, Bo\n')
})

test('a pattern that would run for ever says so, and the page lives: one can type, and search for something else', async () => {
  await stage.write('long.txt', `${'a'.repeat(5000)}!\n\nShort.\n`)
  await find('(a+)+$')
  await panel().getByRole('button', { name: 'Regular expression' }).press('Space')
  await expect(result()).toContainText('This pattern takes too long here.')
  await panel().getByRole('textbox', { name: 'Find' }).press('Escape')
  await expect(stage.owner.text).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Still alive.')
  expect((await linesOf(stage.owner)).at(-1)).toBe('Short. Still alive.')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Sh.rt')
  await panel().getByRole('button', { name: 'Regular expression' }).press('Space')
  await expect(result()).toHaveText('1 of 1')
})

test('what others type while one searches is found too', async ({ browser }) => {
  const id = await stage.write('both.txt', 'One gull.\n')
  const other = await browser.newContext({ storageState: await stage.owner.context.storageState() })
  const second = await other.newPage()
  await second.goto(`${stage.galley.url}/stories/${id}`)
  await find('gull')
  await expect(result()).toHaveText('1 of 1')
  await second.locator('.ProseMirror p').first().click()
  await second.keyboard.press('End')
  await second.keyboard.type(' Two gulls.')
  await expect(result()).toHaveText('1 of 2')
  await expect(panel().getByRole('textbox', { name: 'Find' })).toBeFocused()
  await other.close()
})

test('Ctrl F searches for the selected words; pressed again in the panel it is left to the browser', async () => {
  await stage.write('tea.txt', WORDS)
  await stage.owner.text.locator('p').nth(1).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.evaluate(() => {
    const listen = (event: KeyboardEvent) => {
      document.body.dataset.taken = String(event.defaultPrevented)
    }
    addEventListener('keydown', (event) => setTimeout(() => listen(event)))
  })
  const body = page.locator('body')
  await page.keyboard.press('Control+f')
  await expect(body).toHaveAttribute('data-taken', 'true')
  await expect(panel().getByRole('textbox', { name: 'Find' })).toHaveValue('The')
  await page.keyboard.press('Control+f')
  await expect(body).toHaveAttribute('data-taken', 'false')
})
