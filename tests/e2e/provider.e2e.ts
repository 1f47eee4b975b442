/** Signing in through an OpenID provider in a browser; the provider is another site, so that its cookies are tried too. */
import { expect, type Page, test } from '@playwright/test'
import { type OpenidProviderUnderTest, startOpenidProvider } from '../kit/openid-provider.ts'
import { becomeOwner, invite, join, openStory, type Visitor, visitor } from '../kit/people.ts'
import { type ServerUnderTest, startUnderTest } from '../kit/server-under-test.ts'

let provider: OpenidProviderUnderTest
let galley: ServerUnderTest
test.beforeAll(async () => {
  provider = await startOpenidProvider('localhost')
  galley = await startUnderTest({ openid: provider.settings })
  provider.admit(`${galley.url}/api/sign-in/provider/return`)
  provider.people.set('ann', { name: 'Ann Arbor' })
  provider.people.set('gus', { name: 'Gustav' })
})
test.afterAll(async () => {
  await galley.close()
  await provider.close()
  expect(galley.faults).toEqual([])
  expect(provider.faults).toEqual([])
})

const button = (page: Page) => page.getByRole('link', { name: 'With Test house' })

async function answerAs(page: Page, subject: string): Promise<void> {
  await page.getByLabel('Subject').fill(subject)
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** Only the provider that was set up was called. */
function others({ faults }: Visitor): string[] {
  return faults.filter((fault) => !fault.startsWith(`A call of ${provider.settings.issuer.origin}`))
}

test('a newcomer signs in, is named as there, and sees an empty library; stopping there is told', async ({
  browser,
}) => {
  const ann = await visitor(browser)
  await ann.page.goto(`${galley.url}/sign-in`)
  await button(ann.page).click()
  await ann.page.getByRole('button', { name: 'Stop' }).click()
  await expect(ann.page.getByRole('alert')).toContainText('did not let you in')
  await button(ann.page).click()
  await answerAs(ann.page, 'ann')
  await expect(ann.page.getByRole('button', { name: /You: Ann Arbor/ })).toBeVisible()
  await expect(ann.page).toHaveURL(`${galley.url}/`)
  await expect(ann.page.getByRole('link', { name: /To Die For/ })).toHaveCount(0)
  expect(others(ann)).toEqual([])
})

test('a guest links the account on their page and comes back by it in another browser', async ({ browser }) => {
  const owner = await visitor(browser)
  await becomeOwner(owner, `${galley.url}/owner/${galley.ownerToken}`, 'Ruth')
  await openStory(owner, /To Die For/)
  const link = await invite(owner, 'Reader')
  const gus = await visitor(browser)
  await join(gus, link, 'Gus')
  await gus.page.goto(`${galley.url}/you`)
  await gus.page.getByRole('button', { name: 'Link… Test house' }).click()
  await answerAs(gus.page, 'gus')
  await expect(gus.page.getByRole('button', { name: 'Unlink Test house' })).toBeVisible()
  const elsewhere = await visitor(browser)
  await elsewhere.page.goto(`${galley.url}/sign-in`)
  await button(elsewhere.page).click()
  await answerAs(elsewhere.page, 'gus')
  await expect(elsewhere.page.getByRole('button', { name: /You: Gus$/ })).toBeVisible()
  await expect(elsewhere.page.getByRole('link', { name: /To Die For/ }).first()).toBeVisible()
  for (const one of [owner, gus, elsewhere]) expect(others(one)).toEqual([])
})
