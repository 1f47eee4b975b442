/** The style sheet and the words of a story for who only reads it: seen, kept as a file, followed live; no checker is loaded for it. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { findsNothing, Review } from '../kit/reviewers.ts'

const review = new Review()
const { stage } = review

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Ruth Adeyemi')
})

test.afterEach(async () => {
  await review.end()
})

test.afterAll(async () => {
  await stage.close()
})

for (const role of ['reader', 'commenter'] as const) {
  test(`a ${role} reads what is decided and follows it, without the checker`, async ({ browser }) => {
    await review.begin(`sheet-${role}.txt`, 'Teh gray sky over Tolliver.\n')
    const ask = async (command: Parameters<typeof review.send>[1]) =>
      expect((await review.send({ ...stage.owner, name: 'Ruth', received: [] }, command))?.error).toBeNull()
    await ask({ type: 'decide-style', decision: { part: 'dash', value: 'em' }, example: 'It was late—too late.' })
    await ask({
      type: 'decide-style',
      decision: { part: 'name', name: 'Tolliver', aliases: ['Tolly'], kind: 'person' },
      example: '',
    })
    await ask({ type: 'allow-words', words: [{ word: 'Skerrow', kind: 'place' }] })
    const june = await review.enter(browser, role, 'June Park')
    const loaded: string[] = []
    june.page.on('request', (request) => loaded.push(request.url()))
    const { page } = june
    const panel = page.getByRole('region', { name: 'Style sheet' })
    await page.getByRole('button', { name: 'Style sheet', exact: true }).press('Enter')
    await expect(panel).toBeFocused()
    await expect(panel.locator('dl')).toContainText('word—word')
    await expect(panel.locator('dl')).toContainText('It was late—too late.')
    await expect(panel.locator('dl')).toContainText('Ruth')
    await expect(panel.getByRole('button', { name: /Change|Add a decision|Decide/ })).toHaveCount(0)
    await findsNothing(page, 'the sheet')

    await ask({
      type: 'decide-style',
      decision: { part: 'spelling', preferred: 'grey', variants: ['gray'] },
      example: '',
    })
    await expect(panel.locator('dl')).toContainText('grey')
    await panel.getByRole('button', { name: 'People' }).press('Enter')
    await expect(panel.locator('dl')).toContainText('also Tolly')

    await panel.getByRole('button', { name: 'The style sheet as a file' }).press('Enter')
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Download as JSON' }).press('Enter')
    const kept = JSON.parse(readFileSync(await (await saved).path(), 'utf8')) as { styleSheet: object[] }
    expect(kept.styleSheet).toHaveLength(3)
    expect(Object.keys(kept.styleSheet[0] ?? {})).toEqual(['decision', 'example'])

    await panel.getByRole('button', { name: /^Words/ }).press('Enter')
    const words = page.getByRole('dialog', { name: 'Words of this story' })
    await expect(words.getByRole('listitem')).toContainText('Skerrow')
    await expect(words.getByRole('textbox', { name: 'New word' })).toHaveCount(0)
    await findsNothing(page, 'the words')
    await page.keyboard.press('Escape')
    await panel.press('Escape')
    await expect(panel).toHaveCount(0)

    await page.keyboard.press('Control+k')
    await page.keyboard.type('words of this')
    await page.keyboard.press('Enter')
    await expect(words).toBeVisible()
    await expect(june.text.locator('.find')).toHaveCount(0)
    expect(loaded.filter((url) => /\.dic$|checking-worker|second-opinion/.test(url))).toEqual([])
  })
}

test('who may propose from now on has the checker in its place, and loses it again', async ({ browser }) => {
  await review.begin('promoted.txt', 'Teh sky over the the mill.\n')
  const june = await review.enter(browser, 'reader', 'June Park')
  const sheet = june.page.getByRole('button', { name: 'Style sheet', exact: true })
  await expect(sheet).toBeVisible()
  const account = (await (await june.context.request.get(`${stage.galley.url}/api/session`)).json()) as {
    person: { id: string }
  }
  const give = async (role: string) => {
    const answer = await stage.owner.context.request.put(
      `${stage.galley.url}/api/stories/${review.story}/people/${account.person.id}`,
      { data: { role }, headers: { origin: stage.galley.url } },
    )
    expect(answer.ok()).toBe(true)
  }
  await give('proofreader')
  await expect(june.page.locator('checks-count')).toHaveText(/findings?$/, { timeout: 30_000 })
  await expect(sheet).toHaveCount(0)
  await give('commenter')
  await expect(sheet).toBeVisible()
  await expect(june.text.locator('.find')).toHaveCount(0)
})
