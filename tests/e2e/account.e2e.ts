/** Coming back: the ways in that a person sets up on their own page, used from a second browser as a second device. */
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { withAuthenticator } from '../kit/authenticator.ts'
import { openStory, type Visitor, visitor } from '../kit/people.ts'
import { GalleyHouse, type RunningGalley } from '../kit/server-process.ts'

const house = new GalleyHouse()
let galley: RunningGalley
/** Passkeys belong to a name, so the browsers come by it. */
let url = ''
let ruth: Visitor

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  galley = await house.start()
  url = galley.url.replace('127.0.0.1', 'localhost')
  ruth = await visitor(browser)
})

test.afterAll(async () => {
  expect(ruth.faults).toEqual([])
  await ruth.context.close()
  await house.stop()
})

/** Axe on the page as it is, in both themes; at 390 pixels nothing scrolls sideways. */
async function standsUp(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ target }) => target)}`)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  const { width = 1440, height = 900 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width, height })
}

async function signIn({ page }: Visitor, login: string, password: string): Promise<void> {
  await page.getByLabel('Name to sign in with').fill(login)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function device(browser: Browser, path: string): Promise<Visitor> {
  const made = await visitor(browser)
  await made.page.goto(url + path)
  return made
}

const part = (page: Page, name: string) => page.getByRole('region', { name })

test('the owner’s page sets a password on the way in', async () => {
  const { page } = ruth
  await page.goto(galley.ownerLink?.replace('127.0.0.1', 'localhost') ?? '')
  await page.getByLabel('Your name').fill('Ruth Adeyemi')
  await page.getByRole('radio', { name: 'Password' }).check()
  await page.getByLabel('Name to sign in with').fill('ruth')
  await page.getByLabel('New password', { exact: true }).fill('too short')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('alert')).toContainText('1 more')

  await page.getByLabel('New password', { exact: true }).fill('four words not together')
  await standsUp(page, 'owner’s page')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()
})

test('a second device comes in by the password, back to where it was, and is ended from the first', async ({
  browser,
}) => {
  const phone = await device(browser, '/')
  await phone.page.getByRole('link', { name: 'Sign in' }).click()
  await signIn(phone, 'Ruth', 'a wrong password')
  await expect(phone.page.getByRole('alert')).toBeVisible()
  await expect(phone.page.getByLabel('Password', { exact: true })).toBeFocused()
  await standsUp(phone.page, 'sign-in page')
  await signIn(phone, 'Ruth', 'four words not together')
  await expect(phone.page.getByRole('heading', { name: 'Stories' })).toBeVisible()

  const { page } = ruth
  await page.getByRole('button', { name: /You: Ruth/ }).click()
  await page.getByRole('menuitem', { name: 'Your page' }).click()
  const devices = part(page, 'Devices')
  await expect(devices.getByRole('listitem')).toHaveCount(2)
  await expect(devices.getByRole('listitem').first()).toContainText('This browser')
  await standsUp(page, 'own page')
  await devices.getByRole('button', { name: /^End Chrome/ }).click()
  await expect(devices.getByRole('listitem')).toHaveCount(1)
  await expect(devices.getByRole('heading', { name: 'Devices' })).toBeFocused()

  await expect(phone.page.getByRole('heading', { name: 'You were signed out here' })).toBeVisible()
  await signIn(phone, 'ruth', 'four words not together')
  await expect(phone.page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  expect(phone.faults).toEqual([])
  await phone.context.close()
})

test('changing the password asks for the present one and signs the other devices out', async ({ browser }) => {
  const phone = await device(browser, '/sign-in?to=/you')
  await signIn(phone, 'ruth', 'four words not together')
  await expect(part(phone.page, 'Devices')).toBeVisible()

  const { page } = ruth
  await page.reload()
  await part(page, 'Coming back').getByRole('button', { name: 'Change… password' }).click()
  await expect(page.getByLabel('Present password', { exact: true })).toBeFocused()
  await standsUp(page, 'password dialog')
  await page.getByLabel('Present password', { exact: true }).fill('not the present one')
  await page.getByLabel('New password', { exact: true }).fill('another four words here')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Present password', { exact: true }).fill('four words not together')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Change… password' })).toBeFocused()
  await expect(phone.page.getByRole('heading', { name: 'You were signed out here' })).toBeVisible()
  await phone.context.close()
})

test('ended while in a story: the story stays on the screen, signing in leads back into it, and what is typed is saved', async ({
  browser,
}) => {
  const phone = await device(browser, '/sign-in')
  await signIn(phone, 'ruth', 'another four words here')
  await openStory(phone, /To Die For/)
  await expect(phone.saved).toContainText('Saved')
  const address = phone.page.url()

  const { page } = ruth
  await page.reload()
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(part(page, 'Devices').getByRole('listitem')).toHaveCount(1)

  await expect(phone.page.getByRole('alert')).toContainText('signed out')
  await expect(phone.text).toBeVisible()
  await phone.page.getByRole('button', { name: 'Sign in' }).click()
  await signIn(phone, 'ruth', 'another four words here')
  await expect(phone.text.locator('p').first()).toBeVisible()
  expect(phone.page.url()).toBe(address)
  await phone.text.locator('p').first().click()
  await phone.page.keyboard.type('Back again. ')
  await expect(phone.saved).toContainText('Saved')
  await expect(phone.text).toContainText('Back again.')
  expect(phone.faults).toEqual([])
  await phone.context.close()
})

test('a passkey is added, lets one in, is refused once it is removed', async ({ browser }) => {
  const phone = await device(browser, '/sign-in?to=/you')
  const { session, id } = await withAuthenticator(phone.page)
  // The authenticator would answer the quiet offer before the button can be pressed.
  await phone.page.evaluate(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
  })
  await signIn(phone, 'ruth', 'another four words here')
  const back = part(phone.page, 'Coming back')
  await back.getByRole('button', { name: 'Add a passkey…' }).click()
  await phone.page.getByLabel('Name of the passkey').fill('Phone')
  await phone.page.getByRole('button', { name: 'Go on' }).click()
  await expect(back.getByRole('button', { name: 'Remove the passkey Phone' })).toBeVisible()
  expect((await session.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials).toHaveLength(1)

  await phone.page.getByRole('button', { name: /You: Ruth/ }).click()
  await phone.page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(phone.page.getByRole('dialog')).toContainText('You come back by signing in')
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await phone.page.getByRole('link', { name: 'Sign in' }).click()
  await phone.page.getByRole('button', { name: 'With a passkey' }).click()
  await expect(phone.page.getByRole('heading', { name: 'Stories' })).toBeVisible()

  const { page } = ruth
  await page.reload()
  await expect(part(page, 'Coming back')).toContainText(/last used/)
  await page.getByRole('button', { name: 'Remove the passkey Phone' }).click()
  await expect(page.getByRole('button', { name: 'Remove the passkey Phone' })).toHaveCount(0)
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(phone.page.getByRole('heading', { name: 'You were signed out here' })).toBeVisible()
  await phone.page.getByRole('button', { name: 'With a passkey' }).click()
  await expect(phone.page.getByRole('alert')).toBeVisible()
  await phone.context.close()
})

test('the last way back is removed only after asking; then the page and the question at signing out say so', async () => {
  const { page } = ruth
  await page.reload()
  await page.getByRole('button', { name: 'Remove password' }).click()
  await expect(page.getByRole('dialog')).toContainText('only way back')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Remove password' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove password' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(part(page, 'Coming back')).toContainText('Nothing lets you come back yet')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('sign out')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('no password and no passkey')
  await page.getByRole('button', { name: 'Cancel' }).click()
})

test('a token is shown once, works within its bounds, and ends with its revocation', async ({ playwright }) => {
  const { page } = ruth
  await page.getByRole('button', { name: 'Make a token…' }).click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('nightly copy')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const token = await page.getByRole('textbox', { name: 'The token' }).inputValue()
  await expect(page.getByLabel('Example')).toHaveText(`curl -H "Authorization: Bearer ${token}" "${url}/api/stories"`)
  await standsUp(page, 'token dialog')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(part(page, 'Access tokens').getByRole('listitem')).toContainText('Reader at most, all stories')
  expect(await page.content()).not.toContain(token)

  const program = await playwright.request.newContext({ extraHTTPHeaders: { authorization: `Bearer ${token}` } })
  const listed = await program.get(`${url}/api/stories`)
  expect(listed.status()).toBe(200)
  const { stories } = (await listed.json()) as { stories: { id: string }[] }
  const [first] = stories
  expect((await program.get(`${url}/api/stories/${first?.id}/export?format=txt`)).status()).toBe(200)
  expect((await program.patch(`${url}/api/stories/${first?.id}`, { data: { title: 'Taken' } })).status()).toBe(403)
  expect((await program.get(`${url}/api/account`)).status()).toBe(403)

  await page.getByRole('button', { name: 'Revoke the token nightly copy' }).click()
  await expect(part(page, 'Access tokens').getByRole('listitem')).toHaveCount(0)
  expect((await program.get(`${url}/api/stories`)).status()).toBe(401)
  await program.dispose()
})

test('at a number there are no passkeys: the page says where there are', async ({ browser }) => {
  const made = await visitor(browser)
  await made.page.goto(`${galley.url}/sign-in`)
  await expect(made.page.getByText(/Open Galley as http:\/\/localhost:\d+ to use one/)).toBeVisible()
  await expect(made.page.getByRole('button', { name: 'With a passkey' })).toHaveCount(0)
  await made.context.close()
})

test('every part of one’s page is in the palette, and leads to its heading', async () => {
  const { page } = ruth
  await page.goto(url)
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  for (const [words, heading] of [
    ['your devices', 'Devices'],
    ['your access tokens', 'Access tokens'],
    ['your password and', 'Coming back'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(words)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: heading })).toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('set a password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Name to sign in with')
  await page.keyboard.press('Escape')
})

test('an owner whose passkey is not made is in all the same, sets a password, and is offered a later passkey by itself', async ({
  browser,
}) => {
  const other = new GalleyHouse()
  const started = await other.start({ stories: other.folder })
  const idris = await visitor(browser)
  const { page } = idris
  const { session, id } = await withAuthenticator(page)
  await session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
  await page.goto(started.ownerLink?.replace('127.0.0.1', 'localhost') ?? '')
  await page.getByLabel('Your name').fill('Idris Kemal')
  await expect(page.getByRole('radio', { name: /Passkey/ })).toBeChecked()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Nothing has changed')
  await page.getByRole('radio', { name: 'Password' }).check()
  await page.getByLabel('Name to sign in with').fill('idris')
  await page.getByLabel('New password', { exact: true }).fill('four words not together')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  await page.getByRole('button', { name: /You: Idris/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('dialog')).toContainText('You come back by signing in')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true })
  await page.goto(`${started.url.replace('127.0.0.1', 'localhost')}/you`)
  await page.getByRole('button', { name: 'Add a passkey…' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('button', { name: /^Remove the passkey/ })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  expect(idris.faults).toEqual([])
  await idris.context.close()
  await other.stop()
})

test('who guesses too often is told how long to wait', async ({ browser }) => {
  const guesser = await device(browser, '/sign-in')
  const alert = guesser.page.getByRole('alert')
  await expect(async () => {
    await signIn(guesser, 'somebody', 'a wrong password')
    await expect(alert).toContainText(/Wait (a|\d+) (second|minute)s?, then try again/, { timeout: 1_000 })
  }).toPass({ intervals: [0] })
  await guesser.context.close()
})
