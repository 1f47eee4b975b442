/** Small things of the margin on a real page: words in hand, what is pointed at, counts, messages on a phone, keys. */
import { expect, test } from '@playwright/test'
import { caretAt } from '../kit/people.ts'
import { cards, noteOn, proposeOn, Review, selectWords } from '../kit/reviewers.ts'

const WORDS = 'The mud shone in the low light.\n\nA gray sea, and a gray sky above it.\n\nNobody came that day.\n'

const review = new Review()
const { stage } = review

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Ruth Adeyemi')
})

test.beforeEach(async () => {
  await review.begin('margin-work.txt', WORDS)
  await stage.enter(stage.owner, review.story)
})

test.afterEach(async () => {
  await review.end()
})

test.afterAll(async () => {
  await stage.close()
})

test('the words of a new note stay marked while it is written, wherever they move, until it is left', async ({
  browser,
}) => {
  const june = await review.enter(browser, 'commenter', 'June Park')
  const inHand = june.text.locator('.in-hand')
  await selectWords(june, 'gray sea')
  await june.page.keyboard.press('Control+Alt+m')
  await expect(june.page.locator('note-composer textarea')).toBeFocused()
  await expect(inHand).toHaveText('gray sea')
  await caretAt(stage.owner, 'A gray', 'before')
  await stage.owner.page.keyboard.type('Far out: ')
  await expect(june.text).toContainText('Far out: A gray sea')
  await expect(inHand).toHaveText('gray sea')
  await june.page.keyboard.type('Which sea?')
  await june.page.keyboard.press('Escape')
  await expect(inHand).toHaveCount(0)
  await june.page.getByRole('button', { name: 'Go on with your note' }).click()
  await expect(inHand).toHaveText('gray sea')
  await june.page.keyboard.press('Control+Enter')
  await expect(inHand).toHaveCount(0)
  await expect(june.text.locator('mark.note')).toHaveText('gray sea')
})

test('pointing at a card deepens the wash of its words', async () => {
  const { owner } = stage
  await noteOn(owner, 'mud shone', 'Lovely')
  await noteOn(owner, 'Nobody came', 'Who?')
  const mark = owner.text.locator('mark.note').filter({ hasText: 'mud shone' })
  await expect(mark).not.toHaveClass(/hovered/)
  await cards(owner).filter({ hasText: 'Lovely' }).hover()
  await expect(mark).toHaveClass(/hovered/)
  await owner.page.mouse.move(4, 4)
  await expect(mark).not.toHaveClass(/hovered/)
})

test('what was just decided is still to be seen, and not counted any more', async ({ browser }) => {
  const editor = await review.enter(browser, 'editor', 'June Park')
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  await proposeOn(tomas, 'mud', 'silt')
  await selectWords(tomas, 'Nobody')
  await tomas.page.keyboard.type('No one')
  await expect(cards(editor)).toHaveCount(2)
  const strip = editor.page.getByTitle('Notes and suggestions: filter and search')
  await expect(strip).toContainText('0 notes, 2 suggestions')
  await expect(editor.page.locator('.margin-head .count')).toHaveText('2')
  // However slow the machine: its card stays for eight seconds of this clock.
  await editor.page.clock.setFixedTime(new Date())
  await cards(editor)
    .filter({ hasText: 'silt' })
    .getByRole('button', { name: /^Accept/ })
    .click()
  await expect(cards(editor).filter({ hasText: 'Accepted' })).toBeVisible()
  await expect(strip).toContainText('0 notes, 1 suggestion')
  await expect(editor.page.locator('.margin-head .count')).toHaveText('1')
  await expect(cards(editor).filter({ hasText: 'Accepted' })).toBeVisible()
})

test('a note that was refused for want of a role is sent again when the role has come back', async ({ browser }) => {
  const june = await review.enter(browser, 'commenter', 'June Park')
  const role = async (name: string) => {
    const { page } = stage.owner
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('combobox', { name: /June Park/ }).selectOption({ label: name })
    await expect(page.getByRole('region', { name: 'Message' })).toContainText(`a ${name.toLowerCase()} now`)
    await page.getByRole('button', { name: 'Done' }).click()
  }
  await selectWords(june, 'gray sea')
  await june.page.keyboard.press('Control+Alt+m')
  await june.page.keyboard.type('Which sea?')
  await role('Reader')
  await expect(june.page.locator('.note-here')).toHaveCount(0)
  await june.page.getByRole('textbox', { name: 'Your note' }).press('Control+Enter')
  const notSent = june.page.getByRole('region', { name: 'Not sent' })
  await expect(notSent).toContainText('Which sea?')
  await expect(notSent.getByRole('button', { name: 'Send again' })).toHaveCount(0)
  await role('Commenter')
  await notSent.getByRole('button', { name: 'Send again' }).click()
  await expect(notSent).toHaveCount(0)
  await expect(cards(stage.owner).filter({ hasText: 'Which sea?' })).toHaveCount(1)
})

test('other words are proposed from a note, with its tag and what it says; what is the author’s alone stays theirs', async ({
  browser,
}) => {
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  const editor = await review.enter(browser, 'editor', 'June Park')
  const suggest = async (note: string, words: string) => {
    const card = cards(tomas)
      .filter({ has: tomas.page.locator('note-card') })
      .filter({ hasText: note })
    await card.locator('header').click()
    await card.getByRole('button', { name: 'Propose…' }).click()
    await expect(card.getByRole('textbox', { name: 'Words that should stand instead' })).toBeFocused()
    await tomas.page.keyboard.type(words)
    await tomas.page.keyboard.press('Control+Enter')
    return card
  }
  await selectWords(editor, 'low light')
  await editor.page.keyboard.press('Control+Alt+m')
  await editor.page.getByRole('button', { name: 'Tag', exact: true }).click()
  await editor.page.getByRole('button', { name: 'Style', exact: true }).click()
  await editor.page.keyboard.type('Twice in this chapter')
  await editor.page.keyboard.press('Control+Enter')
  const card = await suggest('Twice in this chapter', 'last light')
  await expect(card).toBeFocused()
  // He suggests: it stands in his text as his own, and in the editor's as a proposal.
  await expect(tomas.text.locator('ins.mine')).toHaveText('last')
  const proposed = cards(editor).filter({ has: editor.page.locator('suggestion-card') })
  await expect(proposed.locator('del')).toHaveText('low')
  await expect(proposed).toContainText('Twice in this chapter')
  await expect(proposed.locator('.kind.label')).toHaveText('Style')
  expect((await stage.bytes(review.story)).toString()).toBe(WORDS)
  await suggest('Twice in this chapter', 'dying light')
  await expect(tomas.page.getByRole('region', { name: 'Message' })).toContainText(
    'A suggestion of yours touches these words',
  )
  await tomas.page.keyboard.press('Escape')
  await selectWords(tomas, 'Nobody')
  await tomas.page.keyboard.press('Control+Alt+m')
  await tomas.page.getByRole('checkbox', { name: 'Only for me' }).check()
  await tomas.page.getByRole('textbox', { name: 'Your note' }).fill('Sounds wrong to me')
  await tomas.page.keyboard.press('Control+Enter')
  await suggest('Sounds wrong to me', 'No one')
  await expect(proposed.filter({ hasText: 'No one' })).toHaveCount(1)
  expect(editor.received.join('\n')).not.toContain('Sounds wrong')
  await proposed
    .filter({ hasText: 'No one' })
    .getByRole('button', { name: /^Accept/ })
    .click()
  await expect(tomas.text).toContainText('No one came that day.')
})

test('on a phone a message covers no button at the foot of a dialog', async ({ browser }) => {
  const june = await review.enter(browser, 'commenter', 'June Park')
  const { page } = stage.owner
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('combobox', { name: /June Park/ }).selectOption({ label: 'Proofreader' })
  const message = page.getByRole('region', { name: 'Message' })
  await expect(message).toContainText('June Park is a proofreader now.')
  await page.setViewportSize({ width: 390, height: 844 })
  await message.hover()
  // Fails where something else would take the press.
  await page.getByRole('button', { name: 'Done' }).click({ trial: true, timeout: 3_000 })
  await page.getByRole('button', { name: 'Close', exact: true }).click({ trial: true, timeout: 3_000 })
  const box = await message.boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(june.text).toBeVisible()
})

test('the keys of cards and of the margin stand among the keys', async () => {
  const { page } = stage.owner
  await page.locator('story-margin').getByRole('button', { name: 'Filter and search' }).focus()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys.getByRole('heading', { name: 'On a card in the margin' })).toBeVisible()
  await expect(keys).toContainText('Accept a suggestion and go on')
  await expect(keys).toContainText('Ctrl Alt M')
  await page.keyboard.press('Escape')
})
