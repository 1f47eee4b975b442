/** The review bench: the story's page as it ships, in Chromium, with a novel that has no marks and with the same one marked up. */
import { chromium } from '@playwright/test'
import { Figures, median, percentile, say } from '../figures.ts'
import { buildHouse, House } from './house.ts'
import { type Marks, markUp, novel } from './marked-novel.ts'
import { type Measured, visit } from './visit.ts'

interface Size {
  words: number
  marks: Marks
  places: number
  keysEach: number
  screens: number
  steps: number
  rounds: number
}

const FULL: Size = {
  words: 100_000,
  marks: { notes: 2_000, suggestions: 1_000, own: 300 },
  places: 6,
  keysEach: 40,
  screens: 20,
  steps: 15,
  rounds: 4,
}
const QUICK: Size = { ...FULL, places: 3, keysEach: 15, screens: 10, steps: 6, rounds: 1 }

const PLAIN = 'no marks'
const MARKED = '2,000 notes, 1,000 suggestions'

/** Rounds take the two by turns, each beginning every other one, so that a busy minute of the machine is nobody's alone. */
export async function benchReview(quick: boolean): Promise<void> {
  const size = quick ? QUICK : FULL
  say('building server and client')
  await buildHouse()
  const found: Record<string, Measured[]> = { [PLAIN]: [], [MARKED]: [] }
  const house = await House.open()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  try {
    const text = novel(size.words)
    for (let round = 1; round <= size.rounds; round += 1) {
      const stories: Record<string, string> = {
        [PLAIN]: await takeIn(house, text),
        [MARKED]: await takeIn(house, text),
      }
      const thick = await markUp(house, stories[MARKED] ?? '', size.marks)
      // Where many people meet, in both the same.
      const lines = Array.from(
        { length: size.places },
        (_, nth) => thick[Math.floor((nth * thick.length) / size.places)] ?? 1,
      )
      const turns = round % 2 === 1 ? [PLAIN, MARKED] : [MARKED, PLAIN]
      for (const name of turns) {
        say(`${name}: round ${round} of ${size.rounds}`)
        const plan = { ...size, story: stories[name] ?? '', lines, marked: name === MARKED }
        found[name]?.push(await visit(browser, house, plan))
      }
    }
  } finally {
    await browser.close()
    await house.close()
  }
  const figures = new Figures()
  for (const [name, rounds] of Object.entries(found)) tell(figures, name, rounds)
  process.stdout.write(`${figures.table([PLAIN, MARKED])}\n`)
  say(`kept in ${figures.keep('review', size)}`)
}

async function takeIn({ people: [owner] }: House, text: string): Promise<string> {
  if (!owner) throw new Error('takeIn: nobody is there')
  return owner.takeIn('novel.txt', text)
}

function tell(figures: Figures, name: string, rounds: readonly Measured[]): void {
  const middle = (read: (measured: Measured) => number | null) => {
    const values = rounds.map(read).filter((value) => value !== null)
    return values.length > 0 ? median(values) : null
  }
  const share = (part: number, read: (measured: Measured) => number[]) => {
    const all = rounds.flatMap(read)
    return all.length > 0 ? percentile(all, part) : null
  }
  const set = (figure: string, unit: string, value: number | null) => figures.set(figure, unit, name, value)
  set(
    'first open, to typable',
    'ms',
    middle(({ openTypable }) => openTypable),
  )
  set(
    '… to notes in sight',
    'ms',
    middle(({ openNoted }) => openNoted),
  )
  set(
    '… main thread',
    'ms',
    middle(({ openCpu }) => openCpu),
  )
  set(
    'opened again, to typable',
    'ms',
    middle(({ againTypable }) => againTypable),
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
    '… p99',
    'ms',
    share(0.99, ({ keys }) => keys),
  )
  set(
    '… drawn, median',
    'ms',
    share(0.5, ({ painted }) => painted),
  )
  set(
    '… main thread per key, with all that follows',
    'ms',
    middle(({ keyCpu }) => keyCpu),
  )
  set(
    '… of it script',
    'ms',
    middle(({ keyScript }) => keyScript),
  )
  set(
    "another's key to DOM, median",
    'ms',
    share(0.5, ({ remote }) => remote),
  )
  set(
    '… p95 ',
    'ms',
    share(0.95, ({ remote }) => remote),
  )
  set(
    '… main thread per key of theirs',
    'ms',
    middle(({ remoteCpu }) => remoteCpu),
  )
  set(
    'suggesting, own key to DOM, median',
    'ms',
    share(0.5, ({ suggested }) => suggested),
  )
  set(
    '… p95  ',
    'ms',
    share(0.95, ({ suggested }) => suggested),
  )
  set(
    '… drawn, median ',
    'ms',
    share(0.5, ({ suggestedPainted }) => suggestedPainted),
  )
  set(
    '… main thread per key',
    'ms',
    middle(({ suggestedCpu }) => suggestedCpu),
  )
  set(
    '… of it script ',
    'ms',
    middle(({ suggestedScript }) => suggestedScript),
  )
  set(
    'scrolling by screens, longest frame',
    'ms',
    middle(({ longestFrame }) => longestFrame),
  )
  set(
    '… main thread per screen',
    'ms',
    middle(({ screenCpu }) => screenCpu),
  )
  set(
    'F2 to the next note’s card, median',
    'ms',
    share(0.5, ({ steps }) => steps),
  )
  set(
    '… p95   ',
    'ms',
    share(0.95, ({ steps }) => steps),
  )
  set(
    'heap',
    'MB',
    middle(({ heap }) => heap / 1e6),
  )
  set(
    '1,000 replacements proposed, on the server',
    'ms',
    middle(({ proposed }) => proposed),
  )
}
