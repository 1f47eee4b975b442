/** The bench of files: a marked novel written in every format and view, and read back where that can be. No peers: none does all. */
import { broughtEvents } from '../../server/stories/brought-events.ts'
import { readInto, recognise } from '../../server/stories/read-into.ts'
import { writeStory } from '../../server/stories/write-story.ts'
import type { View } from '../../shared/codecs/edition.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import { READERS } from '../../shared/codecs/readers.ts'
import type { ReviewEvent } from '../../shared/review/events.ts'
import { reduce } from '../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../shared/review/state.ts'
import { deltaOf } from '../../shared/story/delta.ts'
import { placeReview } from '../../shared/story/place-review.ts'
import { createStoryDoc, decodeStory, textOf } from '../../shared/story/story-doc.ts'
import { Figures, median, say } from '../figures.ts'
import { dice } from '../review/dice.ts'
import { novel } from '../review/marked-novel.ts'

interface Size {
  words: number
  notes: number
  suggestions: number
  rounds: number
}

const FULL: Size = { words: 100_000, notes: 2_000, suggestions: 2_000, rounds: 3 }
const QUICK: Size = { ...FULL, words: 20_000, notes: 400, suggestions: 400 }

const COLUMNS: Record<View | 'read', string> = {
  now: 'as it stands',
  accepted: 'all accepted',
  marked: 'marked up',
  read: 'read back',
}
const NAME = 'novel.txt'
const CLIENT = 7
const AT = '2026-01-01T00:00:00.000Z'

/** Prints progress on standard error and the table on standard output. */
export async function benchFiles(quick: boolean): Promise<void> {
  const size = quick ? QUICK : FULL
  say(`a novel of ${size.words} words with ${size.notes} notes and ${size.suggestions} suggestions`)
  const source = new TextEncoder().encode(novel(size.words))
  const { snapshot, form } = readInto({ name: NAME, bytes: source, encoding: undefined, client: CLIENT })
  const review = marked(snapshot, size)
  const telling = { title: 'Novel', language: 'en', date: AT, names: new Map([['ann', 'Ann Lee']]), review }
  const figures = new Figures()
  for (const format of Object.keys(FORMATS) as FormatName[]) {
    let last: Uint8Array | null = null
    for (const view of FORMATS[format].views) {
      say(`${format}, ${COLUMNS[view]}`)
      const kept = { updates: [snapshot], form, name: NAME, source }
      const took = timed(size.rounds, () => {
        last = writeStory({ ...kept, telling, format, options: { view } }).bytes
      })
      figures.set(format, 'ms', COLUMNS[view], took)
    }
    const extension = `.${format}`
    if (!last || !READERS.some(({ extensions }) => extensions.includes(extension))) continue
    const bytes: Uint8Array = last
    const name = `novel${extension}`
    figures.set(
      format,
      'ms',
      COLUMNS.read,
      timed(size.rounds, () => recognise({ name, bytes, encoding: undefined })),
    )
  }
  process.stdout.write(`${figures.table(Object.values(COLUMNS))}\n`)
  say(`kept in ${figures.keep('files', size)}`)
}

/** Milliseconds, the median of some rounds. */
function timed(rounds: number, work: () => void): number {
  const took = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(took)
}

/** Notes and replacements spread over the novel, none touching another; the same at every run. */
function marked(snapshot: Uint8Array, { notes, suggestions }: Size): ReviewState {
  const doc = createStoryDoc(decodeStory([snapshot]), CLIENT)
  const words = deltaOf(decodeStory([snapshot]))
    .map(({ insert }) => insert)
    .join('')
  const places = [...words.matchAll(/[a-z]{4,}/g)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
  }))
  const random = dice(4712)
  const step = Math.floor(places.length / (notes + suggestions))
  const chosen = places.filter((_, nth) => nth % step === 0).slice(0, notes + suggestions)
  const said = { by: 'Ann Lee', at: AT, replies: [] }
  const placed = placeReview(textOf(doc), {
    notes: chosen
      .filter((_, nth) => nth % 2 === 0)
      .map((place) => ({ ...said, place, body: `Is this right? ${random(1000)}`, resolved: random(4) === 0 })),
    suggestions: chosen
      .filter((_, nth) => nth % 2 === 1)
      .map((place) => ({
        ...said,
        place,
        reason: '',
        change: [{ delete: place.to - place.from }, { insert: 'other' }],
      })),
  })
  doc.destroy()
  let count = 0
  const newId = () => `bench-${String(++count).padStart(8, '0')}`
  const { events } = broughtEvents(placed, { by: 'ann', at: Date.parse(AT), newId })
  const stamped = events.map(({ seq, at, user, body }) => ({
    ...(JSON.parse(body) as object),
    ...{ seq, at: new Date(at).toISOString(), by: user },
  }))
  return reduce(EMPTY_REVIEW, stamped as ReviewEvent[])
}
