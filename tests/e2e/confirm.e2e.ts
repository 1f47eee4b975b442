/** Asked again: what a browser that was left open may no longer do by itself, and how one goes on, by each way there is. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { CONFIRM_AGE } from '../../server/auth/confirm.ts'
import { withAuthenticator } from '../kit/authenticator.ts'
import { type OpenidProviderUnderTest, startOpenidProvider } from '../kit/openid-provider.ts'
import { type Visitor, visitor } from '../kit/people.ts'
import { type ServerUnderTest, startUnderTest } from '../kit/server-under-test.ts'

const PASSWORD = 'four words not together'
const NEXT = 'another four words here'

let provider: OpenidProviderUnderTest
let galley: ServerUnderTest
/** Passkeys belong to a name, so the browser comes by it. */
let url = ''
let ruth: Visitor

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  provider = await startOpenidProvider()
  galley = await startUnderTest({ openid: provider.settings })
  url = galley.url.replace('127.0.0.1', 'localhost')
  provider.admit(`${url}/api/sign-in/provider/return`)
  ruth = await visitor(browser)
})

test.afterAll(async () => {
  expect(ruth.faults).toEqual([])
  await ruth.context.close()
  await galley.close()
  await provider.close()
  expect(galley.faults).toEqual([])
  expect(provider.faults).toEqual([])
})

/** As if every session had been confirmed ten minutes ago. */
async function leftOpen(): Promise<void> {
  const { people } = galley.storage
  for (const { hash } of await people.tickets({ kind: 'session' })) {
    await people.confirmSession(hash, Date.now() - CONFIRM_AGE)
  }
}

async function accessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([])
    const shots = process.env.SHOTS
    if (shots) await page.screenshot({ path: `${shots}/confirm-${++taken}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  const { width = 1440, height = 900 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/confirm-${taken}-phone.png` })
  await page.setViewportSize({ width, height })
}
let taken = 0

const asked = (page: Page) => page.getByRole('dialog', { name: 'Show that it is you' })
const ownPassword = (page: Page) => asked(page).getByLabel('Password', { exact: true })
const part = (page: Page, name: string) => page.getByRole('region', { name })

async function answerAs(page: Page, subject: string): Promise<void> {
  await page.getByLabel('Subject').fill(subject)
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('who has no way back yet is not asked: there is nothing to show', async () => {
  const { page } = ruth
  await page.goto(`${url}/owner/${galley.ownerToken}`)
  await page.getByLabel('Your name').fill('Ruth Adeyemi')
  await page.getByRole('radio', { name: 'Only this browser' }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  await leftOpen()
  await page.goto(`${url}/you`)
  await page.getByRole('button', { name: 'Set… password' }).click()
  await page.getByLabel('Name to sign in with').fill('ruth')
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(part(page, 'Coming back')).toContainText('You sign in as ruth')
})

test('a token is made only after the password; a wrong one is told in place, Esc leaves all as it was', async () => {
  const { page } = ruth
  const make = page.getByRole('button', { name: 'Make a token…' })
  await make.click()
  await expect(ownPassword(page)).toBeFocused()
  await accessible(page)
  await page.keyboard.type('a wrong password')
  await page.keyboard.press('Enter')
  await expect(asked(page)).toContainText('That is not your password.')
  await expect(ownPassword(page)).toBeFocused()
  await expect(ownPassword(page)).toHaveValue('')
  await accessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(make).toBeFocused()

  await page.keyboard.press('Enter')
  await ownPassword(page).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(asked(page)).toHaveCount(0)
  await page.getByRole('textbox', { name: /^Name/ }).fill('nightly copy')
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByRole('textbox', { name: 'The token' })).toHaveValue(/^gly_/)
  await page.getByRole('button', { name: 'Done' }).click()
})

test('for ten minutes nothing is asked again; what takes rights away never asks', async () => {
  const { page } = ruth
  await page.getByRole('button', { name: 'Make a token…' }).click()
  await expect(page.getByRole('dialog', { name: 'Make an access token' })).toBeVisible()
  await page.keyboard.press('Escape')
  await leftOpen()
  await page.getByRole('button', { name: 'Revoke the token nightly copy' }).click()
  await expect(part(page, 'Access tokens').getByRole('listitem')).toHaveCount(0)
})

test('the password that was just shown is not asked for again when it is changed', async () => {
  const { page } = ruth
  await page.getByRole('button', { name: 'Change… password' }).click()
  await ownPassword(page).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Change your password' })).toBeVisible()
  await expect(page.getByLabel('Present password', { exact: true })).toHaveCount(0)
  await page.getByLabel('New password', { exact: true }).fill(NEXT)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Change… password' })).toBeFocused()
})

test('ten minutes that end while one types cost nothing of it: one is asked then, and the token is made', async () => {
  const { page } = ruth
  await page.getByRole('button', { name: 'Make a token…' }).click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('slow hands')
  await leftOpen()
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(ownPassword(page)).toBeFocused()
  await accessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('slow hands')
  await page.getByRole('button', { name: 'Make the token' }).click()
  await ownPassword(page).fill(NEXT)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'The token' })).toHaveValue(/^gly_/)
  await expect(page.getByRole('dialog', { name: 'The token “slow hands”' })).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
})

test('a passkey shows it as well: the password is removed by itself afterwards', async () => {
  const { page } = ruth
  const { session, id: authenticatorId } = await withAuthenticator(page)
  await page.getByRole('button', { name: 'Add a passkey…' }).click()
  await page.getByLabel('Name of the passkey').fill('Laptop')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('button', { name: 'Remove the passkey Laptop' })).toBeVisible()

  await leftOpen()
  await page.getByRole('button', { name: 'Remove password' }).click()
  await accessible(page)
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await asked(page).getByRole('button', { name: 'With a passkey' }).click()
  await expect(asked(page).getByRole('alert')).toContainText('Nothing has changed')
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await asked(page).getByRole('button', { name: 'With a passkey' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(part(page, 'Coming back')).toContainText('None is set.')
  await expect(page.getByRole('heading', { name: 'Coming back' })).toBeFocused()
})

test('the provider shows it as well: after the way there and back the passkey is removed by itself', async () => {
  const { page } = ruth
  await page.getByRole('button', { name: 'Link… Test house' }).click()
  await answerAs(page, 'ruth')
  await expect(page.getByRole('button', { name: 'Unlink Test house' })).toBeVisible()

  await leftOpen()
  await page.getByRole('button', { name: 'Remove the passkey Laptop' }).click()
  await expect(asked(page).getByRole('button', { name: 'With a passkey' })).toBeFocused()
  await accessible(page)
  await asked(page).getByRole('button', { name: 'With Test house' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('alert')).toContainText('did not let you in')
  await expect(page.getByRole('button', { name: 'Remove the passkey Laptop' })).toBeVisible()

  await page.getByRole('button', { name: 'Remove the passkey Laptop' }).click()
  await asked(page).getByRole('button', { name: 'With Test house' }).click()
  await answerAs(page, 'ruth')
  await expect(page.getByText('The passkey no longer works here.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove the passkey Laptop' })).toHaveCount(0)
  await expect(page).toHaveURL(`${url}/you`)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Make a token…' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('where the provider is the only way the dialog offers it alone, and the token’s dialog opens afterwards', async () => {
  const { page } = ruth
  await leftOpen()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('make an access token')
  await page.keyboard.press('Enter')
  await expect(asked(page).getByRole('button', { name: 'With Test house' })).toBeFocused()
  await accessible(page)
  await page.keyboard.press('Enter')
  await answerAs(page, 'ruth')
  await expect(page.getByRole('dialog', { name: 'Make an access token' })).toBeVisible()
  await page.keyboard.press('Escape')
})
