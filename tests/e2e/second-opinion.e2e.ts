/** The second opinion on the page: nothing of Harper comes unasked; asked for, it reads beside our own checker and can be decided on. */
import { expect, type Locator, type Request, test } from '@playwright/test'
import { card, count, openChecks, panel, threads } from '../kit/checked-page.ts'
import { caretAt, linesOf, type Visitor } from '../kit/people.ts'
import { cards, findsNothing, Review, reload } from '../kit/reviewers.ts'

const WORDS = `The boat was gone, and things took a turn for the worst.

She went to the the door.

She had come in the spur of the moment, and was over it.
`
/** Loading and setting it up takes seconds on a small machine, and so does its first line. */
const SLOW = { timeout: 60_000 }

const review = new Review()
const { stage } = review

const second = (person: Visitor): Locator => panel(person).getByRole('switch', { name: 'Second opinion' })

const ofHarper = (request: Request): boolean => /harper|second-opinion/i.test(request.url())

test.beforeAll(async ({ browser }) => {
  await stage.open(browser, 'Ruth Adeyemi')
})

test.afterEach(async () => {
  await review.end()
})

test.afterAll(async () => {
  await stage.close()
})

async function switchOn(person: Visitor): Promise<void> {
  await openChecks(person)
  await second(person).click()
  await expect(panel(person).getByText('Harper has read all lines.')).toBeVisible(SLOW)
}

test('nothing of it is fetched before somebody asks; then its findings stand among ours, until it is off again', async ({
  browser,
}) => {
  await review.begin('asked.txt', WORDS)
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  const asked: Request[] = []
  tomas.context.on('request', (request) => ofHarper(request) && asked.push(request))
  await reload(tomas)
  await openChecks(tomas)
  await expect(threads(tomas)).toHaveCount(1)
  await expect(second(tomas)).not.toBeChecked()
  await expect(panel(tomas)).toContainText(/Loads \d MB/)
  expect(asked.map((request) => request.url())).toEqual([])
  await findsNothing(tomas.page, 'the switch')

  await second(tomas).click()
  await expect(panel(tomas).getByRole('progressbar', { name: 'Loading Harper' })).toBeVisible()
  await expect(panel(tomas).getByText('Harper has read all lines.')).toBeVisible(SLOW)
  await findsNothing(tomas.page, 'the switch, on')
  // By the page; the service worker, which passes it on, asks once as well.
  const wasm = asked.filter((request) => request.url().endsWith('.wasm') && request.serviceWorker() === null)
  expect(wasm).toHaveLength(1)
  const headers = await (await wasm[0]!.response())!.allHeaders()
  expect(headers['content-type']).toBe('application/wasm')
  expect(headers['content-encoding']).toMatch(/^(br|gzip)$/)

  await expect(count(tomas)).toHaveText('3 findings')
  await expect(threads(tomas).filter({ hasText: 'turn for the worst' })).toHaveCount(1)
  await expect(panel(tomas).locator('.group[data-rule^="harper/"]')).toHaveCount(2)
  await second(tomas).click()
  await expect(threads(tomas)).toHaveCount(1)
  await expect(count(tomas)).toHaveText('1 finding')
})

test('its card says whose it is; a fix is a suggestion like any other, and what is dismissed stays so', async ({
  browser,
}) => {
  await review.begin('card.txt', WORDS)
  const tomas = await review.enter(browser, 'proofreader', 'Tomás Rey')
  await switchOn(tomas)
  await threads(tomas).filter({ hasText: 'turn for the worst' }).click()
  await expect(card(tomas)).toContainText('from Harper')
  await card(tomas).getByRole('button', { name: 'turn for the worse' }).click()
  await expect(cards(stage.owner)).toHaveCount(0)
  await expect(cards(tomas)).toContainText('from Harper')
  expect(await review.bytes()).toBe(WORDS)

  await threads(tomas).filter({ hasText: 'in the spur of the moment' }).click()
  await card(tomas)
    .getByRole('button', { name: /^Dismiss/ })
    .click()
  await expect(threads(tomas).filter({ hasText: 'in the spur of the moment' })).toHaveCount(0)
  await reload(tomas)
  // It was on, and is on again, by itself.
  await openChecks(tomas)
  await expect(panel(tomas).getByText('Harper has read all lines.')).toBeVisible(SLOW)
  await expect(threads(tomas)).toHaveCount(1)
})

test('a line that is written in keeps its threads and is read again; a rule of it that is off can be had back', async () => {
  const { owner } = stage
  await review.begin('written.txt', WORDS)
  await stage.enter(owner, review.story)
  await switchOn(owner)
  await owner.text.evaluate((element) => {
    const watched = window as unknown as { gone: string[] }
    watched.gone = []
    new MutationObserver((records) => {
      for (const { removedNodes } of records) {
        for (const node of removedNodes) {
          if (node instanceof Element && node.matches('.find')) watched.gone.push(node.textContent ?? '')
        }
      }
    }).observe(element, { childList: true, subtree: true })
  })
  await caretAt(owner, 'gone', 'before')
  await owner.page.keyboard.type('long ', { delay: 90 })
  await expect.poll(async () => (await linesOf(owner))[0]).toContain('was long gone')
  await caretAt(owner, 'over', 'before')
  await owner.page.keyboard.type('on accident ', { delay: 30 })
  await caretAt(owner, 'boat', 'before')
  await expect(threads(owner).filter({ hasText: /^on$/ })).toHaveCount(1, SLOW)
  await expect(threads(owner).filter({ hasText: 'turn for the worst' })).toHaveCount(1)
  expect(await owner.page.evaluate(() => (window as unknown as { gone: string[] }).gone)).not.toContain(
    'turn for the worst',
  )

  const group = panel(owner).locator('.group[data-rule="harper/worse-or-worst"]')
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
  await group.getByRole('button', { name: 'Turn off here' }).click()
  await expect(threads(owner).filter({ hasText: 'turn for the worst' })).toHaveCount(0)
  await panel(owner).getByRole('button', { name: 'Which rules run' }).click()
  await findsNothing(owner.page, 'the rules')
  await panel(owner)
    .getByRole('switch', { name: /from Harper/ })
    .click()
  await expect(threads(owner).filter({ hasText: 'turn for the worst' })).toHaveCount(1)
})

test('a reader, and who may only comment, have no checker and no second opinion', async ({ browser }) => {
  await review.begin('reader.txt', WORDS)
  const asked: string[] = []
  for (const role of ['reader', 'commenter'] as const) {
    const person = await review.enter(browser, role, `Ines, ${role}`)
    person.context.on('request', (request) => {
      if (ofHarper(request) || /checks-parts/.test(request.url())) asked.push(request.url())
    })
    await person.page.evaluate(() => {
      for (const key of Object.keys(localStorage)) {
        const account = /^galley\/([^/]+)\//.exec(key)?.[1]
        if (account) localStorage.setItem(`galley/${account}/second-opinion`, 'on')
      }
    })
    await reload(person)
    await person.page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 3_000 })))
    await expect(count(person)).toHaveCount(0)
    // What came to run in the page may not compile either: that is the worker's alone.
    const compiled = await person.page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
        () => 'compiled',
        () => 'refused',
      ),
    )
    expect(compiled).toBe('refused')
  }
  expect(asked).toEqual([])
})
