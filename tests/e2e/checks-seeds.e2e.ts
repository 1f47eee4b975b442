/**
 * The checker as two people use it, on each story of the seeds: a proofreader suggests some corrections, dismisses one and asks
 * for three names; an editor allows them and decides on style; what differs becomes suggestions, which the editor accepts. What is
 * right at the end is worked out by the command line, from the file and the story's style sheet.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import type { FileFinding } from '../../server/cli/check.ts'
import { card, count, threads } from '../kit/checked-page.ts'
import type { Visitor } from '../kit/people.ts'
import { Review, type Reviewer } from '../kit/reviewers.ts'

const ROOT = resolve(import.meta.dirname, '../..')

interface Walk {
  file: string
  /** Nearly names of the story, each put into it twice. */
  names: readonly [string, string, string]
  /** A line that makes the true name frequent enough to know it. */
  also?: string
  part: string
  value: string
  rule: string
}

const WALKS: readonly Walk[] = [
  {
    file: '000_2f6a5e787794db23.txt',
    names: ['Kakaishi', 'Orochimmaru', 'Kakkashi'],
    part: 'Dash',
    value: 'spaced-en',
    rule: 'dash-form',
  },
  {
    file: '001_7bfad517695e0641.txt',
    names: ['Sasukke', 'Sassuke', 'Saasuke'],
    also: 'He saw Sasuke, and then Sasuke, and again Sasuke, and at last Sasuke.',
    part: 'Ellipsis',
    value: '...',
    rule: 'ellipsis-form',
  },
  {
    file: '002_fd4c9f8caa6ae07a.txt',
    names: ['Sasukke', 'Hinatta', 'Kakkashi'],
    part: 'Speech',
    value: 'single',
    rule: 'quote-kind',
  },
]

const review = new Review()
const { stage } = review

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Idris Kane')
})

test.afterEach(async () => {
  await review.end()
})

test.afterAll(async () => {
  await stage.close()
})

const panel = ({ page }: Visitor): Locator => page.getByRole('region', { name: 'Checks' })
const spoken = ({ page }: Visitor): Locator => page.locator('#live-region')
const message = ({ page }: Visitor): Locator => page.getByRole('region', { name: 'Message' })
const row = ({ page }: Visitor, what: string): Locator =>
  page.locator('.sheet-rows > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${what}$`) }) })

const oneOf = (words: readonly string[]): RegExp => new RegExp(`^(${words.join('|')})$`)

/** What `galley check` finds in these words. */
function found(words: string, sheet?: string): FileFinding[] {
  const [file, style] = [join(stage.house.folder, 'checked.txt'), join(stage.house.folder, 'sheet.md')]
  writeFileSync(file, words)
  if (sheet !== undefined) writeFileSync(style, sheet)
  const args = [join(ROOT, 'dist/server/cli.js'), 'check', file, '--format', 'json']
  const printed = execFileSync(process.execPath, sheet === undefined ? args : [...args, '--sheet', style], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(printed.toString()) as FileFinding[]
}

/** Of the text's lines, from 1. */
function lineAt(words: string, offset: number): number {
  return words.slice(0, offset).split(/(?:\r?\n)+/).length
}

function put(words: string, fixes: readonly FileFinding[]): string {
  return fixes
    .toSorted((one, other) => other.offset - one.offset)
    .reduce(
      (text, { offset, length, replacements: [first = ''] }) =>
        text.slice(0, offset) + first + text.slice(offset + length),
      words,
    )
}

/** The finding that the person's card is about, of those of the file. */
async function told(person: Visitor, words: string, all: readonly FileFinding[]): Promise<FileFinding> {
  await expect(card(person)).toBeFocused()
  await expect(spoken(person)).toHaveText(/Finding \d+ of \d+, line \d+: /)
  const [, line, said] = /Finding \d+ of \d+, line (\d+): (.*)$/s.exec((await spoken(person).textContent()) ?? '') ?? []
  const finding = all.find(({ offset, message }) => lineAt(words, offset) === Number(line) && message === said)
  if (!finding) throw new Error(`The command line does not find this: line ${line}: ${said}`)
  return finding
}

for (const { file, names, also, part, value, rule } of WALKS) {
  test(`${file}: corrections, names and a decision on style go from one to the other and into the file`, async ({
    browser,
  }) => {
    const seed = readFileSync(join(ROOT, 'seeds', file), 'utf8').trimEnd()
    const [one, two, three] = names
    const added = [
      ...(also ? [also] : []),
      `He saw how ${one} and ${two} came in behind ${three}.`,
      `For a while ${one}, ${two} and ${three} said nothing at all.`,
    ]
    const words = `${[seed, ...added].join('\n\n')}\n`
    const all = found(words)
    await review.begin(`walk-${file}`, words)
    const ruth: Reviewer = await review.enter(browser, 'editor', 'Ruth Adeyemi')
    const june: Reviewer = await review.enter(browser, 'proofreader', 'June Park')
    for (const person of [ruth, june]) await expect(count(person)).toHaveText(/^\d+ findings$/, { timeout: 30_000 })
    const before = Number.parseInt((await count(ruth).textContent()) ?? '', 10)

    // Two corrections as suggestions, and one finding that is right as it stands.
    const fixes: FileFinding[] = []
    await june.page.keyboard.press('F8')
    while (fixes.length < 2) {
      const finding = await told(june, words, all)
      const said = (await spoken(june).textContent()) ?? ''
      if (finding.replacements.length > 0) fixes.push(finding)
      await june.page.keyboard.press(finding.replacements.length > 0 ? 'p' : 'F8')
      await expect(spoken(june)).not.toHaveText(said)
    }
    await expect(count(ruth)).toHaveText(`${before - 2} findings`)
    await expect(card(june)).toBeFocused()
    await june.page.keyboard.press('x')
    await expect(message(june)).toContainText('Dismissed, for everybody.')
    await expect(count(ruth)).toHaveText(`${before - 3} findings`)
    expect(await review.bytes()).toBe(words)

    // Three names, which the editor allows.
    for (const person of [ruth, june]) {
      await person.page.keyboard.press('Escape')
      await count(person).press('Enter')
      await person.text.locator('p').last().scrollIntoViewIfNeeded()
      await expect(threads(person, oneOf(names))).toHaveCount(6)
    }
    for (const name of names) {
      await threads(june, oneOf([name]))
        .first()
        .click()
      await card(june)
        .getByRole('button', { name: /^Add word/ })
        .click()
      await expect(message(june)).toContainText(`“${name}” waits for an editor`)
    }
    await expect(threads(june, oneOf(names))).toHaveCount(6)
    await panel(ruth).getByRole('button', { name: 'Allow all' }).press('Enter')
    for (const person of [ruth, june]) await expect(threads(person, oneOf(names))).toHaveCount(0)

    // A decision, and what differs from it.
    await panel(ruth).getByRole('tab', { name: 'Style' }).press('Enter')
    await row(ruth, part)
      .getByRole('button', { name: `Change: ${part}` })
      .press('Enter')
    const decision = ruth.page.getByRole('dialog', { name: 'A decision about style' })
    await decision.getByRole('combobox', { name: part }).selectOption(value)
    await decision.getByRole('button', { name: 'Decide' }).press('Enter')
    await panel(june).getByRole('tab', { name: 'Style' }).press('Enter')
    await expect(row(june, part)).toContainText('Ruth, ')
    const sheet = await ruth.context.request.get(`${stage.galley.url}/api/stories/${review.story}/sheet?format=md`)
    const apart = ({ offset, length }: FileFinding) =>
      fixes.every((fix) => offset + length < fix.offset || offset > fix.offset + fix.length)
    const differing = found(words, await sheet.text()).filter((finding) => finding.rule === rule && apart(finding))
    expect(differing.length).toBeGreaterThan(5)
    await row(june, part)
      .getByRole('button', { name: `${differing.length} differ` })
      .press('Enter')
    const batch = june.page.locator('fix-batch')
    await expect(batch.getByRole('checkbox')).toHaveCount(differing.length)
    await batch.getByRole('button', { name: `Propose ${differing.length}` }).press('Enter')
    await expect(message(june)).toContainText(`Proposed ${differing.length} replacements.`)
    await expect(batch).toHaveCount(0)
    expect(await review.bytes()).toBe(words)

    // The editor accepts all that is suggested; the file has that and nothing else.
    await panel(ruth).press('Escape')
    await ruth.page.keyboard.press('Control+k')
    await ruth.page.keyboard.type('Decide all suggestions')
    await ruth.page.keyboard.press('Enter')
    const open = differing.length + fixes.length
    await ruth.page
      .locator('suggestion-batch')
      .getByRole('button', { name: `Accept ${open}` })
      .press('Enter')
    await expect.poll(() => review.bytes()).toBe(put(words, [...fixes, ...differing]))
    await expect(row(june, part)).toContainText('no deviations')
  })
}
