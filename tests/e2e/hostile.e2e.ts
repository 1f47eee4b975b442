/** Words that try to be code, links that are used up, and a reader who tries to write: each comes to nothing, in the open. */
import { expect, type Page, test } from '@playwright/test'
import { caretAt, invite, join, linesOf, type Visitor, visitor } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

const ATTACKS = [
  '<script>document.title = "stolen"; alert(1)</script>',
  '<img src=x onerror="alert(2)">',
  '"><svg onload=alert(3)>',
  '<a href="javascript:alert(4)">x</a>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the attack.
  '${alert(5)} {{constructor.constructor("alert(6)")()}}',
  '</title><style>body{display:none}</style>',
]
const NAME = '<img src=x onerror=alert(7)>'

let stage: Stage
let page: Page
const dialogs: string[] = []

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, NAME)
  page = stage.owner.page
  watchDialogs(page)
})

test.afterAll(async () => {
  await stage.close()
  expect(dialogs).toEqual([])
})

function watchDialogs(where: Page): void {
  where.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
}

async function guest(browser: Parameters<typeof visitor>[0], link: string, name: string): Promise<Visitor> {
  const person = await visitor(browser)
  watchDialogs(person.page)
  await join(person, link, name)
  return person
}

test('markup in the text is text: on the page, in the outline, in find, in the export and in another’s browser', async ({
  browser,
}) => {
  const id = await stage.write('attack.txt', `${ATTACKS.join('\n\n')}\n`)
  expect(await linesOf(stage.owner)).toEqual(ATTACKS)
  await stage.owner.text.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Alt+1')
  await expect(page.locator('.outline .entry').first()).toContainText(ATTACKS[0] ?? '')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(ATTACKS[1] ?? '')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('<img')
  await expect(page.getByRole('list', { name: 'Matches' })).toContainText('<img src=x onerror="alert(2)">')
  await page.keyboard.press('Escape')
  const june = await guest(browser, await stage.invite(id, 'editor'), 'June Park')
  expect((await linesOf(june)).at(-1)).toBe(`${ATTACKS.at(-1)}${ATTACKS[1]}`)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('dialog', { name: /^Export/ }).locator('ins')).toContainText(
    '<img src=x onerror="alert(2)">',
  )
  expect((await stage.exported(id)).toString()).toBe(`${ATTACKS.join('\n\n')}${ATTACKS[1]}\n`)
  await page.keyboard.press('Escape')
  expect(await page.locator('.sheet :is(script, img, svg, a, style)').count()).toBe(0)
  expect(june.faults).toEqual([])
  await june.context.close()
})

test('markup in a title and in the names of files and people is shown as it was written', async ({ browser }) => {
  const title = ATTACKS[1] ?? ''
  const id = await stage.story('<b onmouseover=alert(8)>.txt', 'Innocent\n\nWords.\n')
  const renamed = await stage.owner.context.request.patch(`${stage.galley.url}/api/stories/${id}`, {
    data: { title },
    headers: { origin: stage.galley.url },
  })
  expect(renamed.ok()).toBe(true)
  await page.goto(stage.galley.url)
  const row = page.locator('.stories > li').filter({ hasText: '<b onmouseover=alert(8)>.txt' })
  await expect(row.locator('h2')).toHaveText(title)
  await expect(page.getByRole('button', { name: `You: ${NAME}` })).toBeVisible()
  const link = await stage.invite(id, 'editor')
  const door = await visitor(browser)
  watchDialogs(door.page)
  await door.page.goto(link)
  await expect(door.page.getByRole('heading', { name: `${NAME} asks you to edit ${title}` })).toBeVisible()
  await join(door, link, '"><script>alert(9)</script>')
  await expect(door.page.locator('.story-bar h1')).toHaveText(title)
  await expect(door.page).toHaveTitle(`${title} · Galley`)
  await stage.enter(stage.owner, id)
  await expect(page.locator('.outline .person')).toContainText('"><script>alert(9)</script>')
  await door.text.locator('p').last().click()
  await expect(stage.owner.text.locator('.caret')).toHaveAttribute('data-name', '"><script>alert(9)</script>')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog', { name: `Share ${title}` })).toContainText('"><script>alert(9)</script>')
  await page.keyboard.press('Escape')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page
    .getByRole('dialog', { name: /^Export/ })
    .getByRole('link', { name: 'Download' })
    .click()
  expect((await download).suggestedFilename()).not.toMatch(/[/\\]/)
  await page.keyboard.press('Escape')
  expect(door.faults).toEqual([])
  await door.context.close()
})

test('a pasted page brings its words and none of its powers', async () => {
  const id = await stage.write('paste.txt', 'Before.\n')
  await caretAt(stage.owner, 'Before.', 'after')
  await stage.owner.text.evaluate((element) => {
    const clipboardData = new DataTransfer()
    const html = `<p>Fine <a href="javascript:alert(10)">link</a><img src="http://192.0.2.1/x.png"></p>
      <script>alert(11)</script><iframe src="http://192.0.2.1/"></iframe><form action="/"><input value="v"></form>
      <svg><script>alert(12)</script></svg><p contenteditable="false" data-pm-slice="0 0 []">Last.</p>`
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(stage.owner.text).toContainText('Last.')
  expect((await stage.exported(id)).toString()).toBe('Before.Fine link\n\nLast.\n')
  expect(
    await stage.owner.text.locator('a, iframe, form, input, svg, script, img, [contenteditable="false"]').count(),
  ).toBe(0)
})

test('an owner’s link and a revoked invite open nothing, and say why', async ({ browser }) => {
  await stage.write('closed.txt', 'Closed\n\nNobody.\n')
  const link = await invite(stage.owner, 'Editor')
  await page.getByRole('button', { name: 'Share' }).click()
  const share = page.getByRole('dialog', { name: /^Share/ })
  await share.getByRole('button', { name: 'Revoke the link for Editor' }).click()
  await expect(share.getByRole('button', { name: /^Revoke/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  const late = await visitor(browser)
  for (const address of [link, `${link.slice(0, -1)}x`, `${stage.galley.url}/join/..%2f..%2fowner`]) {
    await late.page.goto(address)
    await expect(late.page.getByRole('heading', { name: /no longer opens|Nothing is kept/ })).toBeVisible()
  }
  await late.page.goto(stage.galley.ownerLink ?? '')
  await late.page.getByLabel('Your name').fill('Mallory')
  await late.page.keyboard.press('Enter')
  await expect(late.page.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
  await late.page.goto(page.url())
  await expect(late.page.locator('.ProseMirror')).toHaveCount(0)
  await expect(late.page.getByText('Nobody.')).toHaveCount(0)
  expect(late.faults).toEqual([])
  await late.context.close()
})

test('a link revoked while its page is open lets nobody in', async ({ browser }) => {
  const id = await stage.write('race.txt', 'Race\n\nTo the door.\n')
  const link = await stage.invite(id, 'editor')
  const late = await visitor(browser)
  await late.page.goto(link)
  await late.page.getByLabel('Your name').fill('Mallory')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Revoke the link for Editor' }).click()
  await expect(page.getByRole('button', { name: /^Revoke/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await late.page.keyboard.press('Enter')
  await expect(late.page.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
  await late.context.close()
})

test('a reader finds no way to write: not by keys, paste, cut, drop, undo, the palette or the editor itself', async ({
  browser,
}) => {
  const source = 'Read me\n\nDo not change me.\n'
  const id = await stage.write('read.txt', source)
  const bo = await guest(browser, await stage.invite(id, 'reader'), 'Bo Lindqvist')
  const reader = bo.page
  await expect(bo.text).toHaveAttribute('contenteditable', 'false')
  await expect(reader.getByRole('radio', { name: 'Edit' })).toHaveCount(0)
  for (const name of ['Format', 'Share']) await expect(reader.getByRole('button', { name })).toHaveCount(0)
  await bo.text.locator('p').last().click()
  await reader.keyboard.type('No')
  for (const key of [
    'Enter',
    'Backspace',
    'Delete',
    'Control+b',
    'Control+Alt+1',
    'Control+Alt+Enter',
    'Control+Alt+e',
  ]) {
    await reader.keyboard.press(key)
  }
  for (const key of ['Control+a', 'Control+x', 'Control+v', 'Control+z', 'Control+y']) await reader.keyboard.press(key)
  await bo.text.evaluate((element) => {
    for (const kind of ['paste', 'cut'] as const) {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Pasted.')
      element.dispatchEvent(new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true }))
    }
    for (const kind of ['dragover', 'drop']) {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/plain', 'Dropped.')
      const { x, y } = element.getBoundingClientRect()
      const place = { clientX: x + 20, clientY: y + 20 }
      element.lastElementChild?.dispatchEvent(
        new DragEvent(kind, { dataTransfer, ...place, bubbles: true, cancelable: true }),
      )
    }
    for (const inputType of ['insertText', 'historyUndo', 'historyRedo', 'formatBold', 'deleteContentBackward']) {
      element.dispatchEvent(new InputEvent('beforeinput', { inputType, data: 'x', bubbles: true, cancelable: true }))
    }
  })
  await reader.keyboard.press('Control+k')
  await reader.keyboard.type('bold')
  await expect(reader.getByRole('option', { name: 'Bold' })).toHaveCount(0)
  await reader.keyboard.press('Escape')
  await reader.keyboard.press('Control+h')
  await expect(reader.getByRole('search')).toBeVisible()
  await expect(reader.getByRole('textbox', { name: 'Replace with' })).toHaveCount(0)
  await expect(reader.getByRole('button', { name: 'Replace…' })).toHaveCount(0)
  await reader.keyboard.press('Escape')
  expect(await linesOf(bo)).toEqual(['Read me', 'Do not change me.'])

  const headers = { origin: stage.galley.url }
  const story = `${stage.galley.url}/api/stories/${id}`
  const { request } = bo.context
  expect((await request.patch(story, { data: { title: 'Mine' }, headers })).status()).toBe(403)
  expect((await request.delete(story, { headers })).status()).toBe(403)
  expect((await request.post(`${story}/write`, { headers })).status()).toBe(403)
  expect((await request.post(`${story}/invites`, { data: { role: 'editor' }, headers })).status()).toBe(403)
  // A page that was tampered with: the text is made editable by hand, and typed into.
  await bo.text.evaluate((element) => element.setAttribute('contenteditable', 'true'))
  await caretAt(bo, 'Do not', 'before')
  await reader.keyboard.type('Tampered ')
  await page.reload()
  await expect(stage.owner.text).toContainText('Do not change me.')
  expect((await stage.exported(id)).toString()).toBe(source)
  expect(bo.faults).toEqual([])
  await bo.context.close()
})
