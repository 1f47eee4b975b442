/**
 * The checker in Chromium, on the story's page as it ships, with a novel of 100,000 words that has errors: with its panel closed, with
 * its panel open, and, so that what it adds is told apart from what the page costs anyway, without it.
 */
import { chromium } from '@playwright/test'
import { Figures, median, percentile, say } from '../figures.ts'
import { buildHouse, House } from '../review/house.ts'
import { checkedNovel } from './checked-novel.ts'
import { type ChecksMeasured, type Held, visitChecks, type Way } from './checks-visit.ts'

interface Size {
  words: number
  misspelt: number
  rounds: number
}

const FULL: Size = { words: 100_000, misspelt: 10, rounds: 3 }
const QUICK: Size = { words: 100_000, misspelt: 10, rounds: 1 }

const NAMES: Record<Way, string> = { off: 'without checks', closed: 'panel closed', open: 'panel open' }
const WAYS: readonly Way[] = ['off', 'closed', 'open']

/** None twice: a word that a story has often is taken for one of its own. */
const MISSPELT =
  'shoudler morining wierdly ocasion seperatly definately tommorow neccesary acheived arguement begining calender cemetary collegue concious dissapear embarass enviroment existance experiance goverment immediatly knowlege maintainance noticable persistant posession priviledge quitely rythmic'.split(
    ' ',
  )

/** Rounds take the three by turns, each beginning in its turn, so that a busy minute of the machine is nobody's alone. */
export async function benchChecksBrowser(quick: boolean): Promise<void> {
  const size = quick ? QUICK : FULL
  say('building server and client')
  await buildHouse()
  const text = await checkedNovel(size.words)
  const found = new Map<Way, ChecksMeasured[]>(WAYS.map((way) => [way, []]))
  const house = await House.open()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  try {
    for (let round = 0; round < size.rounds; round += 1) {
      const words = placesFor(text, MISSPELT.slice(round * size.misspelt, (round + 1) * size.misspelt))
      for (const turn of WAYS.keys()) {
        const way = WAYS[(turn + round) % WAYS.length]!
        say(`${NAMES[way]}: round ${round + 1} of ${size.rounds}`)
        const [owner] = house.people
        if (!owner) throw new Error('benchChecksBrowser: nobody is there')
        const story = await owner.takeIn('novel.txt', text)
        found.get(way)?.push(await visitChecks(browser, house, { story, way, words }))
      }
    }
  } finally {
    await browser.close()
    await house.close()
  }
  const figures = new Figures()
  for (const [way, rounds] of found) tell(figures, NAMES[way], rounds)
  for (const way of ['closed', 'open'] as const) {
    figures.set('loaded for it', 'kB', NAMES[way], added(found.get('off'), found.get(way)) / 1000)
  }
  process.stdout.write(`${figures.table(WAYS.map((way) => NAMES[way]))}\n`)
  say(`kept in ${figures.keep('checks-browser', size)}`)
}

/** Evenly through the book, in paragraphs with enough words to write among. */
function placesFor(text: string, words: readonly string[]): { line: number; word: string }[] {
  const long = text
    .split(/\n+/)
    .flatMap((line, at) => (/^.{12,}\p{Ll} \p{Ll}/u.test(line) && line.length > 120 ? [at + 1] : []))
  return words.map((word, nth) => ({ line: long[Math.floor(((nth + 0.5) * long.length) / words.length)] ?? 1, word }))
}

function tell(figures: Figures, name: string, rounds: readonly ChecksMeasured[]): void {
  const set = (figure: string, unit: string, value: number | null) => figures.set(figure, unit, name, value)
  const middle = (read: (measured: ChecksMeasured) => number | null) => {
    const values = rounds.map(read).filter((value) => value !== null)
    return values.length > 0 ? median(values) : null
  }
  const share = (part: number, read: (measured: ChecksMeasured) => readonly number[]) => {
    const all = rounds.flatMap(read)
    return all.length > 0 ? percentile(all, part) : null
  }
  const hold = (when: string, read: (measured: ChecksMeasured) => Held) => {
    set(
      `tasks over 50 ms ${when}`,
      '',
      middle((measured) => read(measured).tasks),
    )
    set(`… the longest of all ${when}`, 'ms', Math.max(...rounds.map((measured) => read(measured).longest)))
    set(
      `… the processor’s time in one at most ${when}`,
      'ms',
      Math.max(...rounds.map((measured) => read(measured).spent)),
    )
  }
  set(
    'open to typable',
    'ms',
    middle(({ typable }) => typable),
  )
  hold('before the checker is loaded', ({ before }) => before)
  set(
    'checker loaded to threads in sight',
    'ms',
    middle(({ threads }) => threads),
  )
  set(
    '… to all findings',
    'ms',
    middle(({ read }) => read),
  )
  hold('while it loads and reads', ({ reading }) => reading)
  set(
    'main thread meanwhile',
    'ms',
    middle(({ readingCpu }) => readingCpu),
  )
  set(
    'own key to DOM, median',
    'ms',
    share(0.5, ({ keys }) => keys),
  )
  set(
    '… p95',
    'ms',
    share(0.95, ({ keys }) => keys),
  )
  set(
    '… drawn, median',
    'ms',
    share(0.5, ({ painted }) => painted),
  )
  set(
    '… drawn, p95',
    'ms',
    share(0.95, ({ painted }) => painted),
  )
  hold('while typing', ({ typing }) => typing)
  set(
    'main thread per key, with all that follows',
    'ms',
    middle(({ keyCpu }) => keyCpu),
  )
  set(
    'blank to thread, beyond the wait of 250 ms, median',
    'ms',
    share(0.5, ({ underlines }) => underlines),
  )
  set(
    '… p95 ',
    'ms',
    share(0.95, ({ underlines }) => underlines),
  )
}

/** Bytes of what is asked for only with the checker, as a middling round has them. */
function added(without: readonly ChecksMeasured[] = [], rounds: readonly ChecksMeasured[] = []): number {
  const known = new Set(without.flatMap(({ loaded }) => [...loaded.keys()]))
  return median(
    rounds.map(({ loaded }) =>
      [...loaded].reduce(
        (sum, [path, bytes]) => (path.startsWith('/assets/') && !known.has(path) ? sum + bytes : sum),
        0,
      ),
    ),
  )
}
