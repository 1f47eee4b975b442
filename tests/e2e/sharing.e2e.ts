/** Sharing: joining in every role, changing and taking away, links that end, the story's address, the owner's page. */
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { ACTS, may, ROLES, type Role } from '../../shared/roles.ts'
import { type Visitor, visitor } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

// Requests of a page with a service worker may pass by what a test puts in their way.
test.use({ serviceWorkers: 'block' })

const WORDS = 'The Salt Ledger\n\nShe lit it, and the room came back around her.\n\n“Who?”\n'
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let stage: Stage
let page: Page
let story: string
let guests: Visitor[] = []

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
  page = stage.owner.page
})

test.beforeEach(async () => {
  guests = []
  story = await stage.write('salt-ledger.txt', WORDS)
})

test.afterEach(async () => {
  for (const { faults, context } of guests) {
    expect(faults).toEqual([])
    await context.close()
  }
})

test.afterAll(async () => {
  await stage.close()
})

function share(on = page): Locator {
  return on.getByRole('dialog', { name: /^Share/ })
}

async function openShare(on = page): Promise<Locator> {
  await on.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(share(on).locator('.people li').first()).toBeVisible()
  return share(on)
}

/** By the dialog; it stays open. */
async function makeLink(role: Role, uses = ''): Promise<string> {
  const dialog = share()
  await dialog.getByRole('combobox', { name: 'Invite by link' }).selectOption(role)
  if (uses !== '') {
    await dialog.getByRole('button', { name: /^Change how long/ }).click()
    await dialog.getByPlaceholder('any number').fill(uses)
  }
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const field = dialog.getByLabel('Invite link', { exact: true })
  await expect(field).toBeFocused()
  return field.inputValue()
}

async function makeAnother(role: Role): Promise<string> {
  await share().getByRole('button', { name: 'Make another' }).click()
  return makeLink(role)
}

async function newcomer(browser: Browser, options: { width?: number } = {}): Promise<Visitor> {
  const guest = await visitor(browser, options)
  guests.push(guest)
  return guest
}

async function comeIn(guest: Visitor, link: string, name: string): Promise<void> {
  await guest.page.goto(link)
  await guest.page.getByLabel('Your name').fill(name)
  await guest.page.keyboard.press('Enter')
  await expect(guest.text.locator('p').first()).toBeVisible()
}

/** A link without the dialog, somebody who comes in by it, and their name. */
async function inside(browser: Browser, role: Role, name: string): Promise<Visitor> {
  const guest = await newcomer(browser)
  const made = await stage.owner.context.request.post(`${stage.galley.url}/api/stories/${story}/invites`, {
    data: { role },
    headers: { origin: stage.galley.url },
  })
  await comeIn(guest, ((await made.json()) as { url: string }).url, name)
  return guest
}

async function findsNothing(where: string, on = page): Promise<void> {
  await on.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  const { violations } = await new AxeBuilder({ page: on }).withTags(TAGS).analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([])
}

test('a link for each role is made in the dialog, says what it gives, and lets in as that', async ({ browser }) => {
  const dialog = await openShare()
  for (const role of ROLES) {
    const link = await makeLink(role)
    const own = Object.values(ACTS).filter(({ least }) => least === role)
    for (const { does } of own) await expect(dialog.locator('.invite')).toContainText(does)
    const guest = await newcomer(browser)
    await guest.page.goto(link)
    await expect(guest.page.getByRole('heading', { level: 1 })).toContainText('Ruth Adeyemi asks you to')
    await expect(guest.page.locator('main')).toContainText(`You come in as ${role}.`)
    const told = guest.page.locator('.can')
    for (const [act, { does }] of Object.entries(ACTS)) {
      const said = told.locator('li:not(.no)').filter({ hasText: new RegExp(escaped(does), 'i') })
      await expect(said).toHaveCount(may(role, act as keyof typeof ACTS) ? 1 : 0)
    }
    await comeIn(guest, link, `Guest ${role}`)
    const rights = [
      ['Share', 'invite'],
      // Who suggests formats too.
      ['Format', 'propose'],
    ] as const
    for (const [name, act] of rights) {
      await expect(guest.page.getByRole('button', { name, exact: true })).toHaveCount(may(role, act) ? 1 : 0)
    }
  }
  await page.keyboard.press('Escape')
  await openShare()
  for (const role of ROLES) {
    await expect(dialog.getByRole('combobox', { name: `Guest ${role}: role` })).toHaveValue(role)
  }
  await expect(dialog.locator('.people li').filter({ hasText: 'Here now' })).toHaveCount(ROLES.length + 1)
  await expect(dialog.locator('.links li')).toHaveCount(ROLES.length)
  await expect(dialog.locator('.links li').first()).toContainText('used once')
})

test('axe finds nothing in the dialog with a link made, and the table of roles is the one table', async () => {
  const dialog = await openShare()
  await makeLink('proofreader')
  await expect(dialog.locator('.links li')).toHaveCount(1)
  await findsNothing('share')
  await dialog.getByText('What may each role do?').click()
  await expect(dialog.getByRole('row')).toHaveCount(Object.keys(ACTS).length + 1)
  await findsNothing('roles')
})

test('who comes in while the dialog is open stands in its list; somebody known joins without a name', async ({
  browser,
}) => {
  const dialog = await openShare()
  const link = await makeLink('reader')
  const higher = await makeAnother('maintainer')
  const june = await newcomer(browser)
  await comeIn(june, link, 'June Park')
  await expect(dialog.getByRole('combobox', { name: 'June Park: role' })).toHaveValue('reader')
  await june.page.goto(higher)
  await expect(june.page.locator('main')).toContainText('You are here as June Park.')
  await expect(june.page.getByLabel('Your name')).toHaveCount(0)
  await june.page.getByRole('button', { name: 'Open' }).click()
  await expect(june.page.getByRole('button', { name: 'Share', exact: true })).toBeVisible()
})

test('a role changes at once, and Undo in the toast is in reach of the dialog', async ({ browser }) => {
  const june = await inside(browser, 'reader', 'June Park')
  await expect(june.page.getByRole('button', { name: 'Format' })).toHaveCount(0)
  const dialog = await openShare()
  const role = dialog.getByRole('combobox', { name: 'June Park: role' })
  await role.selectOption('editor')
  await expect(page.locator('.toast')).toContainText('June Park is an editor now.')
  await expect(role).toHaveValue('editor')
  await expect(june.page.getByRole('button', { name: 'Format' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(role).toHaveValue('reader')
  await expect(june.page.getByRole('button', { name: 'Format' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()
})

test('what the server refuses is told in sight, also from the foot of a narrow dialog; what holds is shown', async () => {
  const dialog = await openShare()
  await page.setViewportSize({ width: 390, height: 500 })
  const message = 'Somebody else was quicker. Ask again.'
  await page.route('**/link', (route) => route.fulfill({ status: 409, json: { error: { code: 'conflict', message } } }))
  const read = dialog.locator('.by-address label', { hasText: 'read' })
  await dialog.getByText('What may each role do?').click()
  await read.evaluate((label) => label.scrollIntoView({ block: 'start' }))
  await read.click()
  await expect(dialog.locator('.callout', { hasText: message })).toBeInViewport()
  await expect(page.locator('#live-region')).toHaveText(message)
  await expect(dialog.getByRole('radio', { name: 'not come in' })).toBeChecked()
  await page.unroute('**/link')
  await read.click()
  await expect(dialog.getByRole('radio', { name: 'read' })).toBeChecked()
  await expect(dialog.locator('.callout')).toHaveCount(0)
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('somebody is removed only after a question, and is out at once', async ({ browser }) => {
  const june = await inside(browser, 'editor', 'June Park')
  const bo = await inside(browser, 'reader', 'Bo Lindqvist')
  const dialog = await openShare()
  await dialog.getByRole('button', { name: 'Remove June Park' }).click()
  const question = page.getByRole('dialog', { name: /^Remove June Park/ })
  await expect(question).toContainText('What they wrote stays')
  await expect(question).toContainText('An invite link that still works lets them in again.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('button', { name: 'Remove June Park' })).toBeFocused()
  await page.keyboard.press('Enter')
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(dialog.locator('.people')).not.toContainText('June Park')
  await expect(dialog.getByRole('combobox', { name: 'Bo Lindqvist: role' })).toBeFocused()
  await june.page.reload()
  await expect(june.text).toHaveCount(0)
  await expect(bo.text).toBeVisible()
})

test('a maintainer is asked before becoming less, and then has nothing to share', async ({ browser }) => {
  const idris = await inside(browser, 'maintainer', 'Idris')
  const dialog = await openShare(idris.page)
  const own = dialog.getByRole('combobox', { name: 'Idris: role' })
  await own.selectOption('editor')
  const question = idris.page.getByRole('dialog', { name: 'Make yourself an editor?' })
  await expect(question).toContainText(ACTS.invite.does)
  await expect(question).toContainText('Only another maintainer or the owner can give that back')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(own).toHaveValue('maintainer')
  await own.selectOption('editor')
  await question.getByRole('button', { name: 'Become an editor' }).click()
  await expect(dialog).toBeHidden()
  await expect(idris.page.locator('.toast')).toContainText('You are an editor')
  await expect(idris.page.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0)
  await expect(idris.page.getByRole('button', { name: 'Format' })).toBeVisible()
})

test('a link ends by its number of uses, and by being revoked; the door says so', async ({ browser }) => {
  const dialog = await openShare()
  const once = await makeLink('editor', '1')
  await expect(dialog.locator('.invite')).toContainText('for one person')
  await dialog.getByRole('button', { name: 'Make another' }).click()
  await expect(dialog.getByRole('button', { name: 'Make a link' })).toBeFocused()
  const open = await makeLink('reader')
  const june = await newcomer(browser)
  await comeIn(june, once, 'June Park')
  const late = await newcomer(browser)
  await late.page.goto(once)
  await expect(late.page.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
  await expect(late.page.locator('main')).toContainText('after its number of uses')
  await expect(late.page.getByRole('link', { name: 'Sign in instead' })).toBeVisible()
  await page.keyboard.press('Escape')
  await openShare()
  await dialog.getByRole('button', { name: 'Revoke the link for Reader' }).click()
  await expect(dialog.getByRole('button', { name: 'Revoke the link for Reader' })).toHaveCount(0)
  await late.page.goto(open)
  await expect(late.page.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
  await expect(june.text).toBeVisible()
})

test('terms that cannot be are told in the dialog, and nothing is made', async () => {
  const dialog = await openShare()
  await dialog.getByRole('button', { name: /^Change how long/ }).click()
  await expect(dialog.getByLabel('Works for')).toBeFocused()
  await page.keyboard.type('400')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  await expect(dialog.getByRole('alert')).toContainText('1 to 365')
  await expect(dialog.locator('.links')).toHaveCount(0)
})

test('the address opens the story while it is open: a name at the door, then in; closed, all are out', async ({
  browser,
}) => {
  const address = `${stage.galley.url}/stories/${story}`
  const ana = await newcomer(browser, { width: 390 })
  await ana.page.goto(address)
  await expect(ana.page.getByRole('heading', { name: 'You need a link to come in' })).toBeVisible()
  const dialog = await openShare()
  const nobody = dialog.getByRole('radio', { name: 'not come in' })
  await expect(nobody).toBeChecked()
  await dialog.locator('.by-address label', { hasText: 'read' }).click()
  await expect(dialog.getByRole('radio', { name: 'read' })).toBeChecked()
  await expect(dialog.locator('.by-address')).toContainText('without an invitation')
  await ana.page.reload()
  await expect(ana.page.getByRole('heading', { name: 'The Salt Ledger is open to you' })).toBeVisible()
  await expect(ana.page.getByRole('link', { name: 'Sign in instead' })).toHaveAttribute('href', /sign-in\?to=/)
  await findsNothing('visit', ana.page)
  expect(await ana.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await ana.page.getByLabel('Your name').fill('Ana Guest')
  await ana.page.keyboard.press('Enter')
  await expect(ana.text).toContainText('the room came back')
  await expect(ana.page.getByText('Reading', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await openShare()
  await expect(dialog.locator('.people li').filter({ hasText: 'Ana Guest' })).toContainText('By the story’s address')
  await dialog.locator('.by-address label', { hasText: 'not come in' }).click()
  const question = page.getByRole('dialog', { name: /^Close the story’s address/ })
  await expect(question).toContainText('Ana Guest')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('radio', { name: 'read' })).toBeChecked()
  await dialog.locator('.by-address label', { hasText: 'not come in' }).click()
  await question.getByRole('button', { name: 'Close it' }).click()
  await expect(nobody).toBeChecked()
  await expect(dialog.locator('.people')).not.toContainText('Ana Guest')
  await ana.page.reload()
  await expect(ana.text).toHaveCount(0)
})

test('whoever came by the address becomes invited by being given a role', async ({ browser }) => {
  const dialog = await openShare()
  await dialog.locator('.by-address label', { hasText: 'comment' }).click()
  await expect(dialog.getByRole('radio', { name: 'comment' })).toBeChecked()
  const ana = await newcomer(browser)
  await comeIn(ana, `${stage.galley.url}/stories/${story}`, 'Ana Guest')
  await page.keyboard.press('Escape')
  await openShare()
  const row = dialog.locator('.people li').filter({ hasText: 'Ana Guest' })
  await expect(row.getByRole('button')).toHaveCount(0)
  await dialog.getByRole('combobox', { name: 'Ana Guest: role' }).selectOption('editor')
  await expect(row).toContainText('Invited')
  await expect(ana.page.getByRole('button', { name: 'Format' })).toBeVisible()
  await dialog.locator('.by-address label', { hasText: 'not come in' }).click()
  await expect(dialog.getByRole('radio', { name: 'not come in' })).toBeChecked()
  await expect(row).toBeVisible()
})

test('the activity of a story tells who did what, to those who may read it', async ({ browser }) => {
  const june = await inside(browser, 'editor', 'June Park')
  const dialog = await openShare()
  await dialog.getByRole('combobox', { name: 'June Park: role' }).selectOption('reader')
  await expect(page.locator('.toast')).toContainText('a reader now')
  await page.keyboard.press('Escape')
  const refused = await june.context.request.patch(`${stage.galley.url}/api/stories/${story}`, {
    data: { title: 'Mine' },
    headers: { origin: stage.galley.url },
  })
  expect(refused.status()).toBe(403)
  await page.getByRole('button', { name: 'Story menu' }).click()
  await page.getByRole('menuitem', { name: 'Activity…' }).click()
  const list = page.getByRole('dialog', { name: 'Activity in The Salt Ledger' })
  const rows = list.locator('.activity li')
  await expect(rows.filter({ hasText: 'June Park joined as editor by Ruth Adeyemi’s link' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'made June Park a reader, before that editor' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Refused' })).toHaveCount(1)
  await expect(rows.first().locator('time')).toHaveAttribute('title', /\d{4}/)
  await findsNothing('activity')
  await list.getByLabel('What kind').selectOption('refused')
  await expect(rows).toHaveCount(1)
  await list.getByLabel('What kind').selectOption('text')
  await expect(rows).toHaveText([/added the story, from salt-ledger\.txt/])
  await list.getByLabel('Of whom').selectOption({ label: 'June Park' })
  await expect(list).toContainText('Nothing of this kind')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await june.page.getByRole('button', { name: 'Story menu' }).click()
  await expect(june.page.getByRole('menuitem', { name: 'Export…' })).toBeVisible()
  await expect(june.page.getByRole('menuitem', { name: 'Activity…' })).toHaveCount(0)
})

test('a long activity is asked for in parts, and the keyboard goes on with the first that came', async () => {
  const entry = (seq: number) => ({
    seq,
    at: '2026-01-05T10:00:00.000Z',
    act: 'renamed',
    who: null,
    about: null,
    story: null,
    detail: { title: `Title ${seq}` },
  })
  const part = (from: number) => Array.from({ length: 3 }, (_, index) => entry(from - index))
  await page.route('**/api/**/activity*', (route) => {
    const more = !route.request().url().includes('before=4')
    return route.fulfill({ json: { entries: part(more ? 6 : 3), more } })
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('who did what')
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: /^Activity/ })
  await expect(list).toContainText('the latest 3 entries')
  await list.getByRole('button', { name: 'Show more' }).click()
  await expect(list.locator('.activity li')).toHaveCount(6)
  await expect(list.locator('.activity li').nth(3)).toBeFocused()
  await expect(list.locator('.activity li').nth(3)).toContainText('Title 3')
  await expect(list.getByRole('button', { name: 'Show more' })).toHaveCount(0)
  await page.unroute('**/api/**/activity*')
})

test('the owner looks after everybody: a link to the library, a role in it, removed for good', async ({ browser }) => {
  await page.goto(stage.galley.url)
  await page.getByRole('link', { name: 'People in the library' }).click()
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Invite by link' }).selectOption('reader')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Invite link', { exact: true }).inputValue()
  const mara = await newcomer(browser)
  await mara.page.goto(link)
  await expect(mara.page.getByRole('heading', { level: 1 })).toContainText('all stories here')
  await mara.page.getByLabel('Your name').fill('Mara Quist')
  await mara.page.keyboard.press('Enter')
  await expect(mara.page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  await expect(mara.page.locator('.stories > li').first()).toBeVisible()
  await expect(mara.page.getByRole('link', { name: 'People in the library' })).toHaveCount(0)
  await page.reload()
  const role = page.getByRole('combobox', { name: 'Mara Quist: role in the whole library' })
  await expect(role).toHaveValue('reader')
  await role.selectOption('editor')
  await expect(page.locator('.toast')).toContainText('Mara Quist is an editor in the whole library now.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(role).toHaveValue('reader')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await findsNothing(`people, ${scheme}`)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Remove Mara Quist from the library' }).click()
  const question = page.getByRole('dialog', { name: /^Remove Mara Quist/ })
  await expect(question).toContainText('the role of reader in the whole library')
  await question.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.locator('.everybody')).not.toContainText('Mara Quist')
  await mara.page.reload()
  await expect(mara.page.locator('.stories > li')).toHaveCount(0)
  await page.getByRole('link', { name: 'Activity', exact: true }).click()
  await expect(page.locator('.activity li').first()).toContainText(
    'Ruth Adeyemi removed Mara Quist from the library, for good',
  )
  await findsNothing('activity of the house')
  await mara.page.goto(`${stage.galley.url}/people`)
  await expect(mara.page.locator('.everybody')).toHaveCount(0)
})

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
