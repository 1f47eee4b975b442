/**
 * Words and style of a story, decided together: names that wait for a yes, decisions that turn into suggestions, the sheet as
 * a file. What one decides, the others' threads follow without a reload.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { card, openChecks, threads } from '../kit/checked-page.ts'
import type { Visitor } from '../kit/people.ts'
import { findsNothing, Review, type Reviewer } from '../kit/reviewers.ts'

const seed = (name: string) => readFileSync(resolve(import.meta.dirname, '../../seeds', name), 'utf8')
/** Three newcomers whose names nearly are those of others. */
const NEWCOMERS =
  'He saw how Kakaishi and Tsukihara came in behind Kakkashi.\n\n' +
  'For a while Kakaishi, Tsukihara and Kakkashi said nothing at all.\n'

const review = new Review()
const { stage } = review
let ruth: Reviewer
let june: Reviewer

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Idris Kane')
})

test.afterAll(async () => {
  await stage.close()
})

test.afterEach(async () => {
  await review.end()
})

const panel = ({ page }: Visitor) => page.getByRole('region', { name: 'Checks' })
const message = ({ page }: Visitor) => page.getByRole('region', { name: 'Message' })
const row = (person: Visitor, what: string): Locator =>
  person.page
    .locator('.sheet-rows > div')
    .filter({ has: person.page.locator('dt', { hasText: new RegExp(`^${what}$`) }) })

async function openStyle(person: Visitor): Promise<void> {
  await openChecks(person)
  await panel(person).getByRole('tab', { name: 'Style' }).click()
  await expect(row(person, 'Dash')).toBeVisible()
}

/** From the card of its first thread. */
async function askFor(person: Visitor, word: string): Promise<void> {
  await threads(person, new RegExp(`^${word}$`))
    .first()
    .click()
  await card(person)
    .getByRole('button', { name: /^Add word/ })
    .click()
  await expect(message(person)).toContainText(`“${word}” waits for an editor`)
}

test('names that a proofreader asks for clear everybody’s threads once an editor allows them', async ({ browser }) => {
  await review.begin('sensei.txt', seed('000_2f6a5e787794db23.txt') + NEWCOMERS)
  ruth = await review.enter(browser, 'editor', 'Ruth Adeyemi')
  june = await review.enter(browser, 'proofreader', 'June Park')
  const newcomers = /^(Kakaishi|Kakkashi)$/
  for (const person of [ruth, june]) {
    await openChecks(person)
    await person.text.locator('p').last().scrollIntoViewIfNeeded()
    await expect(threads(person, newcomers)).toHaveCount(4)
  }
  // How many are on no list is said once; looked through, it is not said again.
  const names = panel(june).getByRole('button', { name: /^Names in the text…/ })
  await expect(names).toHaveText(/…\d+$/)
  await names.click()
  const dialog = june.page.getByRole('dialog', { name: 'Names in the text' })
  await expect(dialog.getByRole('listitem').filter({ hasText: /^\s*Kakashi/ })).toContainText('51 times')
  await findsNothing(june.page, 'names')
  await dialog.getByRole('button', { name: 'None' }).click()
  await expect(dialog.getByRole('button', { name: 'Propose 0 words' })).toHaveAttribute('aria-disabled', 'true')
  // What is nearly a name that stands everywhere is a slip until somebody says otherwise of one.
  await expect(dialog.getByRole('checkbox', { name: /Kakaishi|Kakkashi/ })).toHaveCount(0)
  await dialog.getByRole('checkbox', { name: 'Tsukihara' }).press('Space')
  await dialog.getByRole('combobox', { name: 'What Tsukihara is' }).selectOption('place')
  await dialog.getByRole('button', { name: 'Propose 1 word' }).press('Enter')
  await expect(message(june)).toContainText('1 word waits for an editor.')
  for (const name of ['Kakaishi', 'Kakkashi']) await askFor(june, name)
  await expect(names).toHaveText('Names in the text…')
  await expect(threads(june, newcomers)).toHaveCount(4)
  await panel(june).getByRole('button', { name: 'Take back Kakkashi' }).click()

  const waiting = panel(ruth).getByRole('region', { name: 'Words waiting for approval' })
  await expect(waiting.getByRole('listitem')).toHaveCount(2)
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Tsukihara' })).toContainText(
    'a place, 2 times, June asks',
  )
  await findsNothing(ruth.page, 'words waiting')
  await waiting.getByRole('button', { name: 'Allow Kakaishi' }).press('Enter')
  await expect(waiting.getByRole('button', { name: 'Allow Tsukihara' })).toBeFocused()
  await expect(threads(june, /^Kakaishi$/)).toHaveCount(0)
  await expect(threads(june, newcomers)).toHaveCount(2)
  await waiting.getByRole('button', { name: 'Refuse Tsukihara' }).press('Enter')
  await expect(waiting).toHaveCount(0)
  await expect(panel(ruth).getByRole('button', { name: 'Names in the text…' })).toBeFocused()

  // All at once, then off the list again: the threads come back.
  await askFor(june, 'Kakkashi')
  await waiting.getByRole('button', { name: 'Allow Kakkashi' }).click()
  for (const person of [ruth, june]) await expect(threads(person, newcomers)).toHaveCount(0)
  await panel(ruth).getByRole('button', { name: 'Word list 2' }).click()
  const words = ruth.page.getByRole('dialog', { name: 'Words of this story' })
  await words.getByRole('searchbox').fill('kakk')
  await expect(words.getByRole('listitem')).toHaveCount(1)
  await findsNothing(ruth.page, 'word list')
  await words.getByRole('button', { name: 'Remove Kakkashi' }).click()
  await words.getByRole('button', { name: 'Done' }).click()
  await expect(threads(june, /^Kakkashi$/)).toHaveCount(2)
})

test('a decision made offline goes out later, and its deviations become suggestions, but for two', async ({
  browser,
}) => {
  const before = seed('001_7bfad517695e0641.txt')
  await review.begin('dots.txt', before)
  ruth = await review.enter(browser, 'editor', 'Ruth Adeyemi')
  june = await review.enter(browser, 'proofreader', 'June Park')
  await openStyle(ruth)
  await openStyle(june)
  // What nobody has decided says what the story does; who may not decide only reads it.
  await expect(row(ruth, 'Ellipsis')).toContainText('As the story writes it, 36 of 37 times')
  await expect(row(june, 'Ellipsis')).toContainText('one sign …')
  await expect(row(june, 'Ellipsis').getByRole('button', { name: /Decide|Change/ })).toHaveCount(0)
  await ruth.context.setOffline(true)
  await row(ruth, 'Ellipsis').getByRole('button', { name: 'Change: Ellipsis' }).click()
  const decision = ruth.page.getByRole('dialog', { name: 'A decision about style' })
  await decision.getByRole('combobox', { name: 'Ellipsis' }).selectOption('...')
  await findsNothing(ruth.page, 'decision')
  await decision.getByRole('button', { name: 'Decide' }).click()
  await expect(row(ruth, 'Ellipsis').getByRole('button', { name: '36 differ' })).toBeVisible()
  await expect(row(june, 'Ellipsis')).toContainText('one sign …')
  await ruth.context.setOffline(false)
  await expect(row(june, 'Ellipsis')).toContainText('three dots ...')
  await expect(row(june, 'Ellipsis')).toContainText('Ruth')
  await findsNothing(june.page, 'style')

  await row(june, 'Ellipsis').getByRole('button', { name: '36 differ' }).click()
  const batch = june.page.locator('fix-batch')
  await expect(batch.getByRole('checkbox')).toHaveCount(36)
  await batch.getByRole('checkbox').nth(0).press('Space')
  await batch.getByRole('checkbox').nth(5).press('Space')
  await batch.getByRole('button', { name: 'Propose 34' }).click()
  await expect(batch).toHaveCount(0)
  await expect(row(june, 'Ellipsis').getByRole('button', { name: '2 differ' })).toBeVisible()
  expect(await review.bytes()).toBe(before)

  await panel(ruth).getByRole('button', { name: 'Close checks' }).click()
  await ruth.page.keyboard.press('Control+k')
  await ruth.page.keyboard.type('Decide all suggestions')
  await ruth.page.keyboard.press('Enter')
  await ruth.page.locator('suggestion-batch').getByRole('button', { name: 'Accept 34' }).click()
  let number = 0
  const after = before.replaceAll('…', (sign) => ([0, 5].includes(number++) ? sign : '...'))
  await expect.poll(() => review.bytes()).toBe(after)
  await openChecks(ruth)
  await panel(ruth).getByRole('tab', { name: 'Style' }).click()
  await expect(row(ruth, 'Ellipsis').getByRole('button', { name: '2 differ' })).toBeVisible()
})

test('the sheet goes out as a file and comes in as it was; what a file would change is shown first', async ({
  browser,
}) => {
  await review.begin('gray.txt', 'Hanne saw a grey sky.\n\n“Gray,” Tolliver said.\n\nA gray gull -- no, two.\n')
  ruth = await review.enter(browser, 'editor', 'Ruth Adeyemi')
  await openStyle(ruth)
  const { page } = ruth
  const decision = page.getByRole('dialog', { name: /decision/ })
  await panel(ruth).getByRole('button', { name: 'Add a decision' }).click()
  await decision.getByRole('textbox', { name: 'Write' }).fill('grey')
  await decision.getByRole('textbox', { name: 'and not' }).fill('gray')
  await decision.getByRole('button', { name: 'Decide' }).press('Enter')
  await expect(row(ruth, 'grey, gray')).toContainText('Hanne saw a grey sky.')
  await expect(row(ruth, 'grey, gray').getByRole('button', { name: '2 differ' })).toBeVisible()
  await panel(ruth).getByRole('button', { name: 'People' }).click()
  await panel(ruth).getByRole('button', { name: 'Add a decision' }).click()
  await decision.getByRole('textbox', { name: 'Name' }).fill('Tolliver')
  await decision.getByRole('textbox', { name: 'Also right' }).fill('Tolly, Old Toll')
  await decision.getByRole('button', { name: 'Decide' }).click()
  await expect(row(ruth, 'also Tolly, Old Toll')).toBeVisible()
  await panel(ruth).getByRole('button', { name: 'Decisions' }).click()
  await row(ruth, 'Dash').getByRole('button', { name: 'Decide so: Dash' }).press('Enter')
  await expect(row(ruth, 'Dash')).toContainText('Ruth')
  await expect(row(ruth, 'Dash').getByRole('button', { name: 'Change: Dash' })).toBeFocused()

  const file = () => panel(ruth).getByRole('button', { name: 'The style sheet as a file' })
  const kept: Record<string, string> = {}
  for (const [form, ending] of [
    ['Markdown', 'md'],
    ['JSON', 'json'],
  ] as const) {
    await file().click()
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: `Download as ${form}` }).click()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(new RegExp(`style sheet\\.${ending}$`))
    kept[form] = readFileSync(await download.path(), 'utf8')
  }
  expect(kept.Markdown).toContain('- grey (not: gray)\n  > Hanne saw a grey sky.')
  await file().click()
  await page.getByRole('menuitem', { name: 'Import a style sheet…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a style sheet' })
  const given = dialog.getByRole('textbox')
  for (const words of Object.values(kept)) {
    await given.fill(words)
    await expect(dialog.locator('[role=status]:not(#live-region)')).toContainText(
      'Nothing would change: all 3 decisions are the same already.',
    )
  }
  await dialog.getByLabel('File', { exact: true }).setInputFiles({
    name: 'sheet.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(`${kept.Markdown}- whatever\n\n## Style\n\n- Dash: em dash, closed up\n- Ellipsis: …\n`),
  })
  await expect(dialog.locator('[role=status]:not(#live-region)')).toContainText(
    '1 decision would be new, 1 would change, 2 are the same already.',
  )
  await expect(dialog.getByRole('region', { name: 'Not understood' })).toContainText('- whatever')
  await findsNothing(page, 'import')
  await dialog.getByRole('checkbox', { name: /Ellipsis/ }).press('Space')
  await dialog.getByRole('button', { name: 'Take over 1 decision' }).click()
  await expect(row(ruth, 'Dash')).toContainText('word—word')
  await expect(row(ruth, 'Ellipsis')).toContainText('not decided')

  // Taken back, the story's habit is shown again.
  await row(ruth, 'Dash').getByRole('button', { name: 'Change: Dash' }).click()
  await decision.getByRole('button', { name: 'Take it back' }).click()
  await expect(row(ruth, 'Dash').getByRole('button', { name: 'Decide so: Dash' })).toBeVisible()
})
