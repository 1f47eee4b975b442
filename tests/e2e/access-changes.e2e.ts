/**
 * What a person sees whose rights change while the story is open, or while they are away: at once, by whom and when,
 * and none of their words lost without a word.
 */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, test } from '@playwright/test'
import type { Role } from '../../shared/roles.ts'
import { caretAt, join, linesOf, type Visitor, visitor } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

const WORDS = 'Low Water\n\nThe mud shone.\n\nShe waited by the boat.\n\nNobody came.\n'

let stage: Stage
let june: Visitor
let story: string

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Idris Bello')
})

test.afterAll(async () => {
  await stage.close()
})

test.beforeEach(async ({ browser }) => {
  story = await stage.story('low-water.txt', WORDS)
  june = await visitor(browser)
  await join(june, await stage.invite(story, 'editor'), 'June Park')
  await expect(june.saved).toContainText('Saved')
})

test.afterEach(async () => {
  expect(june.faults).toEqual([])
  await june.context.close()
})

/** The account of somebody who is in the story. */
async function idOf(name: string): Promise<string> {
  const answer = await stage.owner.context.request.get(`${stage.galley.url}/api/stories/${story}/people`)
  const { people } = (await answer.json()) as { people: { id: string; name: string }[] }
  return people.find((person) => person.name === name)?.id ?? ''
}

async function make(role: Role): Promise<void> {
  const path = `${stage.galley.url}/api/stories/${story}/people/${await idOf('June Park')}`
  const made = await stage.owner.context.request.put(path, { data: { role }, headers: { origin: stage.galley.url } })
  expect(made.status()).toBe(204)
}

async function remove(): Promise<void> {
  const path = `${stage.galley.url}/api/stories/${story}/people/${await idOf('June Park')}`
  const made = await stage.owner.context.request.delete(path, { headers: { origin: stage.galley.url } })
  expect(made.status()).toBe(204)
}

/** What axe finds on the page of June. */
async function findsNothing(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: june.page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
}

const callout = ({ page }: Visitor): Locator => page.locator('access-callout').getByRole('alert')
const bytes = async () => (await stage.bytes(story)).toString()

async function downloaded(button: Locator): Promise<{ name: string; text: string }> {
  const download = june.page.waitForEvent('download')
  await button.click()
  const file = await download
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

/** Loses the network for as long as `act` takes. */
async function offline(act: () => Promise<void>): Promise<void> {
  await june.context.setOffline(true)
  await expect(june.saved).toContainText('Offline, kept here', { timeout: 20_000 })
  await act()
  await expect(june.saved).toContainText('Offline, kept here')
}

test('an editor made a reader while typing: typing does nothing more, it says by whom and when, and what was saved stays', async () => {
  await caretAt(june, 'The mud shone', 'before')
  await june.page.keyboard.type('Far out, ')
  await expect(june.saved).toContainText('Saved')
  await make('reader')
  await expect(callout(june)).toContainText(/Idris Bello made you a reader at \d\d:\d\d\./)
  await june.page.keyboard.type('never ')
  await expect(june.text).toHaveAttribute('contenteditable', 'false')
  await expect(june.page.getByRole('radiogroup', { name: 'What typing does' })).toHaveCount(0)
  expect(await linesOf(june)).toContain('Far out, The mud shone.')
  expect(await bytes()).toContain('Far out, The mud shone.')
  await expect(june.saved).toContainText('Saved')
  await june.page.getByRole('button', { name: 'Put this away' }).click()
  await expect(callout(june)).toHaveCount(0)
})

test('edits made offline, meanwhile a reader: nothing is sent, the text is the server’s, and the words are handed out until discarded', async () => {
  await offline(async () => {
    await caretAt(june, 'She waited', 'before')
    await june.page.keyboard.type('All night ')
    await june.page.keyboard.press('Control+End')
    await june.page.keyboard.press('Enter')
    await june.page.keyboard.type('Then the tide turned.')
  })
  await make('reader')
  await june.context.setOffline(false)

  await expect(callout(june)).toContainText('While you were away you were made a reader.', { timeout: 20_000 })
  await expect(callout(june)).toContainText('6 words of yours are not saved')
  await expect
    .poll(() => linesOf(june))
    .toEqual(['Low Water', 'The mud shone.', 'She waited by the boat.', 'Nobody came.'])
  await expect(june.saved).toContainText('6 words not saved')
  await expect(june.text).toHaveAttribute('contenteditable', 'false')
  expect(await bytes()).toBe(WORDS)

  const { name, text } = await downloaded(callout(june).getByRole('button', { name: 'Download my words' }))
  expect(name).toBe('Low Water, unsaved words.txt')
  expect(text).toContain('Low Water\n')
  expect(text).toContain('Line 3: {++All night ++}She waited by the boat.')
  expect(text).toContain('Line 5: {++¶Then the tide turned.++}')
  await june.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await callout(june).getByRole('button', { name: 'Copy my words' }).click()
  await expect(june.page.getByText('on the clipboard').first()).toBeVisible()
  expect(await june.page.evaluate(() => navigator.clipboard.readText())).toBe('All night\n\nThen the tide turned.')

  // Put away, reloaded, and the right given back: still here, and still not sent.
  await june.page.getByRole('button', { name: 'Put this away' }).click()
  await make('editor')
  await expect(june.text).toHaveAttribute('contenteditable', 'true')
  await june.page.reload()
  await expect(june.text).toContainText('The mud shone.')
  await expect(june.saved).toContainText('Saved')
  expect(await bytes()).toBe(WORDS)
  await june.page.getByRole('button', { name: 'Story menu' }).click()
  await june.page.getByRole('menuitem', { name: 'Words kept aside…' }).click()
  const dialog = june.page.getByRole('dialog', { name: 'Words kept aside' })
  await expect(dialog).toContainText('Low Water')
  await expect(dialog).toContainText('Then the tide turned.')
  await findsNothing()
  expect((await downloaded(dialog.getByRole('button', { name: 'Download' }))).text).toBe(text)
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await june.page.getByRole('dialog', { name: 'Discard 6 words?' }).getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toHaveCount(0)
  await june.page.reload()
  await expect(june.text).toContainText('The mud shone.')
  await june.page.getByRole('button', { name: 'Story menu' }).click()
  await expect(june.page.getByRole('menuitem', { name: 'Download' })).toBeVisible()
  await expect(june.page.getByRole('menuitem', { name: 'Words kept aside…' })).toHaveCount(0)
})

/** From the call on, what June's page sends waits until the function it answers is called. */
async function holdSending(): Promise<{ hold: () => void; release: () => void }> {
  let held: (string | Buffer)[] | null = null
  let send: (message: string | Buffer) => void = () => undefined
  await june.page.routeWebSocket(/\/rooms\//, (socket) => {
    const server = socket.connectToServer()
    send = (message) => server.send(message)
    socket.onMessage((message) => {
      if (held) held.push(message)
      else send(message)
    })
  })
  await june.page.reload()
  await expect(june.saved).toContainText('Saved')
  return {
    hold: () => {
      held = []
    },
    release: () => {
      const late = held ?? []
      held = null
      for (const message of late) send(message)
    },
  }
}

test('what is on its way when the role changes is refused, handed out, and not in the text any more', async () => {
  const { hold, release } = await holdSending()
  await caretAt(june, 'The mud shone', 'after')
  await june.page.keyboard.type(' like tin')
  await expect(june.saved).toContainText('Saved')
  hold()
  await june.page.keyboard.type(' and stank')
  await make('reader')
  await expect(callout(june)).toContainText(/Idris Bello made you a reader at \d\d:\d\d\./)
  await june.page.keyboard.type(' of fish')
  release()
  await expect(callout(june)).toContainText('2 words of yours are not saved.')
  await expect(june.saved).toContainText('2 words not saved')
  await expect.poll(() => linesOf(june)).toContain('The mud shone like tin.')
  expect(await bytes()).toContain('The mud shone like tin.\n')
  const { text } = await downloaded(callout(june).getByRole('button', { name: 'Download my words' }))
  expect(text).toMatch(/Idris Bello made you a reader at \d\d:\d\d\./)
  expect(text).toContain('Line 2: The mud shone like tin{++ and stank++}.')
  await expect(june.page.locator('.strip')).toContainText('Line 2 of 4')
  await findsNothing()
  // Still live.
  await stage.enter(stage.owner, story)
  await caretAt(stage.owner, 'Nobody came', 'before')
  await stage.owner.page.keyboard.type('Perhaps. ')
  await expect(june.text).toContainText('Perhaps. Nobody came.')
  await callout(june).getByRole('button', { name: 'Discard' }).click()
  await june.page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(callout(june)).toHaveCount(0)
  await expect(june.saved).toContainText('Saved')
})

test('two tabs of one person both say it, and both show the server’s text, also after a reload', async () => {
  const tab = await june.context.newPage()
  await tab.goto(june.page.url())
  await expect(tab.locator('save-mark')).toContainText('Saved')
  await offline(async () => {
    await caretAt(june, 'Nobody came', 'before')
    await june.page.keyboard.type('Still, ')
    await expect(tab.locator('.ProseMirror')).toContainText('Still, Nobody came.')
  })
  await make('reader')
  await june.context.setOffline(false)
  for (const page of [june.page, tab]) {
    await expect(page.locator('access-callout').getByRole('alert')).toContainText('made a reader', { timeout: 20_000 })
    await expect(page.locator('.ProseMirror')).not.toContainText('Still')
    await expect(page.locator('.ProseMirror')).toContainText('Nobody came.')
  }
  expect(await bytes()).toBe(WORDS)
  await tab.reload()
  await expect(tab.locator('.ProseMirror')).toContainText('Nobody came.')
  await expect(tab.locator('.ProseMirror')).not.toContainText('Still')
  await tab.close()
})

test('a reader made an editor, then a maintainer, writes without a reload, and the page’s controls follow', async () => {
  await make('reader')
  await expect(june.text).toHaveAttribute('contenteditable', 'false')
  await make('editor')
  await expect(
    june.page.getByText(/Idris Bello made you an editor at \d\d:\d\d\. You can write now\./).first(),
  ).toBeVisible()
  await expect(callout(june)).toHaveCount(0)
  await caretAt(june, 'The mud shone', 'before')
  await june.page.keyboard.type('There ')
  await expect(june.saved).toContainText('Saved')
  await expect.poll(bytes).toContain('There The mud shone.')
  await june.page.keyboard.press('Control+h')
  await expect(june.page.getByRole('textbox', { name: /Replace/ })).toBeVisible()
  await june.page.getByRole('button', { name: 'Close find' }).click()

  await expect(june.page.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await make('maintainer')
  await expect(june.page.getByRole('button', { name: 'Share' })).toBeVisible()
  await make('commenter')
  await expect(june.page.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await june.page.getByRole('button', { name: 'Story menu' }).click()
  await expect(june.page.getByRole('menuitem', { name: 'Export…' })).toBeVisible()
  await expect(june.page.getByRole('menuitem', { name: 'Rename…' })).toHaveCount(0)
})

test('somebody who is removed reads on what is there, is told, is seen no more, and finds the story gone after a reload', async () => {
  await stage.enter(stage.owner, story)
  await expect(stage.owner.page.locator('.outline')).toContainText('June Park')
  await remove()
  await expect(callout(june)).toContainText('Idris Bello ended your access to this story')
  await expect(stage.owner.page.locator('.outline')).not.toContainText('June Park')
  await expect(june.text).toHaveAttribute('contenteditable', 'false')
  await expect(june.text).toContainText('She waited by the boat.')
  await june.page.reload()
  await expect(june.page.getByRole('heading', { name: 'This story does not open' })).toBeVisible()
  await expect(june.page.getByRole('heading', { name: 'Your words that were not saved' })).toHaveCount(0)
})

test('somebody who came by the story’s address is told when it is closed', async ({ browser }) => {
  const address = (role: 'reader' | null) =>
    stage.owner.context.request.put(`${stage.galley.url}/api/stories/${story}/link`, {
      data: { role },
      headers: { origin: stage.galley.url },
    })
  expect((await address('reader')).status()).toBe(204)
  const guest = await visitor(browser)
  await guest.page.goto(`${stage.galley.url}/stories/${story}`)
  await guest.page.getByRole('textbox').first().fill('Bo')
  await guest.page.getByRole('button', { name: 'Start reading' }).click()
  await expect(guest.text).toContainText('The mud shone.')
  expect((await address(null)).status()).toBe(204)
  await expect(callout(guest)).toContainText('Idris Bello ended your access to this story')
  await expect(guest.text).toContainText('The mud shone.')
  expect(guest.faults).toEqual([])
  await guest.context.close()
})

test('edits made offline, meanwhile removed: told on coming back, with the words, and they are offered after a reload too', async () => {
  await offline(async () => {
    await caretAt(june, 'Nobody came', 'before')
    await june.page.keyboard.type('Still, ')
  })
  await remove()
  await june.context.setOffline(false)
  await expect(callout(june)).toContainText('1 word of yours is not saved', { timeout: 20_000 })
  expect((await downloaded(callout(june).getByRole('button', { name: 'Download my words' }))).text).toContain(
    'Line 4: {++Still, ++}Nobody came.',
  )
  await june.page.reload()
  await expect(june.page.getByRole('heading', { name: 'This story does not open' })).toBeVisible()
  await expect(june.page.locator('aside-list')).toContainText('Still,')
  await expect(june.text).toHaveCount(0)

  // Let in again: the words are not sent behind anybody's back.
  const back = await june.context.newPage()
  await back.goto(await stage.invite(story, 'editor'))
  await back.locator('form button.primary').click()
  await expect(back.locator('.ProseMirror')).toContainText('Nobody came.')
  await expect(back.locator('save-mark')).toContainText('Saved')
  expect(await bytes()).toBe(WORDS)
})

test('a story deleted while words wait here is not shown any more; the words are', async () => {
  await offline(async () => {
    await caretAt(june, 'Nobody came', 'before')
    await june.page.keyboard.type('Still, ')
  })
  const gone = await stage.owner.context.request.delete(`${stage.galley.url}/api/stories/${story}`, {
    headers: { origin: stage.galley.url },
  })
  expect(gone.status()).toBe(204)
  await june.context.setOffline(false)
  await expect(callout(june)).toContainText('1 word of yours is not saved', { timeout: 20_000 })
  await june.page.reload()
  await expect(june.page.locator('aside-list')).toContainText('Still,')
  await june.page.locator('aside-list').getByRole('button', { name: 'Discard' }).click()
  await june.page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(june.page.locator('aside-list li')).toHaveCount(0)
})

test('a session that is ended elsewhere ends the writing here, says so, and keeps the words for the return', async () => {
  const session = (await june.context.cookies()).find(({ name }) => name.includes('session'))
  await offline(async () => {
    await caretAt(june, 'Nobody came', 'before')
    await june.page.keyboard.type('Still, ')
  })
  await june.context.clearCookies()
  await june.context.setOffline(false)
  await expect(callout(june)).toContainText('1 word of yours is not saved', { timeout: 20_000 })
  await expect(callout(june)).toContainText('sent when you sign in again')
  await june.page.reload()
  await expect(june.page.locator('aside-list')).toContainText('Still,')
  await june.context.addCookies(session ? [session] : [])
  await june.page.reload()
  await expect(june.saved).toContainText('Saved')
  await expect.poll(bytes).toContain('Still, Nobody came.')
})

test('a session that ends while one is inside stops the typing and says so; the text stays to be read', async () => {
  await caretAt(june, 'Nobody came', 'before')
  await june.page.keyboard.type('Still, ')
  await expect(june.saved).toContainText('Saved')
  const out = await june.context.request.delete(`${stage.galley.url}/api/session`, {
    headers: { origin: stage.galley.url },
  })
  expect(out.ok()).toBe(true)
  await expect(callout(june)).toContainText(/signed out/i)
  await expect(june.text).toHaveAttribute('contenteditable', 'false')
  await expect(june.text).toContainText('Still, Nobody came.')
})

test('the library of the same person follows', async () => {
  const library = await june.context.newPage()
  await library.goto(stage.galley.url)
  await expect(library.getByRole('link', { name: /Low Water/ }).first()).toBeVisible()
  await expect(library.getByText('To read')).toHaveCount(0)
  await make('reader')
  await expect(library.getByText('To read').first()).toBeVisible()
  await remove()
  await expect(library.getByRole('link', { name: /Low Water/ })).toHaveCount(0)
})
