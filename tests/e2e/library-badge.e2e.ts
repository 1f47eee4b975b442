/** What a library says of a story's review, with two people in browsers of their own: counted live, and for each their own. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { cards, findsNothing, noteOn, proposeOn, Review, type Reviewer } from '../kit/reviewers.ts'

const SEED = '000_2f6a5e787794db23.txt'
const source = readFileSync(resolve(import.meta.dirname, '../../seeds', SEED), 'utf8')

const review = new Review()

test.beforeAll(({ browser }) => review.stage.open(browser, 'Ruth Adeyemi'))
test.afterAll(() => review.stage.close())
test.beforeEach(() => review.begin(SEED, source))
test.afterEach(() => review.end())

/** The row of the test's story in this person's library. */
const row = ({ page }: Reviewer): Locator => page.locator(`.stories > li:has(a[href="/stories/${review.story}"])`)
const news = (person: Reviewer): Locator => row(person).getByText(/new since/)

async function toLibrary(person: Reviewer): Promise<void> {
  await person.page.goto(review.stage.galley.url)
  await expect(row(person)).toBeVisible()
}

/** Comes in, sees a first note by somebody else, and goes to the library. */
async function visits(cam: Reviewer, ed: Reviewer): Promise<void> {
  await noteOn(ed, 'one bullet shy', 'Which gun?')
  await expect(cards(cam)).toHaveCount(1)
  await expect.poll(async () => (await review.events(cam)).some(({ type }) => type === 'see')).toBe(true)
  await toLibrary(cam)
}

test('what somebody else notes, proposes and resolves is counted in one’s library as it happens', async ({
  browser,
}) => {
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  await visits(cam, ed)
  await expect(row(cam)).toContainText('1 open note')
  await expect(row(cam)).toContainText('0 suggestions')
  await expect(news(cam)).toHaveCount(0)

  await noteOn(ed, 'heaven or hell', 'Cliché?')
  await expect(row(cam)).toContainText('2 open notes')
  await expect(news(cam)).toHaveText('1 new since earlier today')
  await ed.page.keyboard.press('Control+Alt+s')
  await proposeOn(ed, 'one bullet shy', 'two bullets shy')
  await expect(row(cam)).toContainText('1 suggestion')
  await expect(news(cam)).toHaveText('2 new since earlier today')
  await expect(row(cam).locator('h2 a')).toHaveAccessibleDescription(
    /^2 new since earlier today 2 open notes 1 suggestion$/,
  )

  const [second] = (await review.events(ed)).filter(({ type }) => type === 'open-note').slice(-1)
  if (second?.type !== 'open-note') throw new Error('no second note')
  await review.send(ed, { type: 'resolve', note: second.note })
  await expect(row(cam)).toContainText('1 open note')

  // The same is said inside, and a look there clears it here.
  const inside = await cam.context.newPage()
  await inside.goto(`${review.stage.galley.url}/stories/${review.story}`)
  await inside.getByRole('button', { name: '2 new since earlier today' }).click()
  await inside.getByRole('button', { name: 'All seen' }).click()
  await expect(news(cam)).toHaveCount(0)
  await expect(row(cam)).toContainText('1 open note')
})

test('another’s private note changes nothing in one’s library, and one’s own acts are no news', async ({ browser }) => {
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  await visits(cam, ed)
  const anchor = (await review.events(ed)).flatMap((event) => (event.type === 'open-note' ? event : []))[0]
  if (!anchor) throw new Error('no note')
  const { kind, label, quote } = anchor
  const secret = { type: 'open-note', note: 'private-note-1', kind, label, anchor: anchor.anchor, quote } as const
  await review.send(ed, { ...secret, body: 'For myself.', private: true })
  await toLibrary(ed)
  await expect(row(ed)).toContainText('2 open notes')
  await expect(news(ed)).toHaveCount(0)
  await review.send(ed, { ...secret, note: 'public-note-1', body: 'For all.' })
  await expect(row(cam)).toContainText('2 open notes')
  await expect(news(cam)).toHaveText('1 new since earlier today')
  await expect(row(ed)).toContainText('3 open notes')
  await expect(news(ed)).toHaveCount(0)
  expect(cam.received.join('\n')).not.toContain('For myself.')
})

test('stories with something new come first when one asks for that; on a phone and in the dark it is all there', async ({
  browser,
}) => {
  const cam = await review.enter(browser, 'commenter', 'Cam Ode')
  const ed = await review.enter(browser, 'editor', 'Edda Kern')
  await visits(cam, ed)
  const [told, other] = [review.story, await review.stage.story('later.txt', 'A later story.\n')]
  const token = (await review.stage.invite(other, 'commenter')).split('/').at(-1)
  const url = review.stage.galley.url
  await cam.context.request.post(`${url}/api/invites/${token}`, { data: {}, headers: { origin: url } })
  await noteOn(ed, 'heaven or hell', 'Cliché?')
  await toLibrary(cam)
  const links = cam.page.locator('.stories h2 a')
  await expect(links).toHaveCount(2)
  await expect(links.first()).toHaveAttribute('href', `/stories/${other}`)
  await cam.page.getByRole('button', { name: /^Sorted by/ }).click()
  await cam.page.getByRole('menuitemcheckbox', { name: 'New for you' }).click()
  await expect(links.first()).toHaveAttribute('href', `/stories/${told}`)
  await cam.page.emulateMedia({ reducedMotion: 'reduce' })
  await findsNothing(cam.page, 'library')
  await cam.page.setViewportSize({ width: 390, height: 844 })
  await cam.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await findsNothing(cam.page, 'library, dark, phone')
  await expect(news(cam)).toBeVisible()
  await expect(row(cam).getByText('open notes')).toBeVisible()
  expect(await cam.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})
