/**
 * A novel, and what a house full of readers has left on it: notes in clusters that overlap, threads, resolved ones, and
 * suggestions of every kind. The same at every run.
 */
import { type Place, quoteOf } from '../../shared/review/anchor.ts'
import type { Base, Change } from '../../shared/review/change.ts'
import type { CommandGiven } from '../../shared/review/commands.ts'
import { FIRST_LABELS } from '../../shared/review/labels.ts'
import { anchorsAt } from '../../shared/story/places.ts'
import { type Dice, dice } from './dice.ts'
import type { House, Person } from './house.ts'

/** A word of its own, so often in the novel. */
export const NAME = 'Harrow'
const NAMED = 1000

const WORDS =
  'the a and of it was had he she they in on at by to from with without house quiet until morning nobody spoken river boat lantern door letter salt window winter stone brother sister road slowly never once again under over before after because though which whose light dark cold warm small great old new said asked thought knew remembered forgot turned opened closed carried followed'.split(
    ' ',
  )
const SENTENCES = [4, 18] as const
const PARAGRAPH_SENTENCES = [1, 9] as const

/** As a text file: paragraphs and dialogue, with a heading now and then. */
export function novel(words: number): string {
  const random = dice(4711)
  const lines: string[] = []
  let [written, named] = [0, 0]
  while (written < words) {
    if (lines.length % 60 === 0) lines.push(`Chapter ${lines.length / 60 + 1}`)
    const sentences = Array.from({ length: between(random, PARAGRAPH_SENTENCES) }, () => {
      const length = between(random, SENTENCES)
      const sentence = Array.from({ length }, () => WORDS[random(WORDS.length)] ?? '')
      written += length
      // Evenly through the book, and never beyond the number.
      if (named < NAMED && named < (written / words) * NAMED) {
        sentence[1 + random(length - 2)] = NAME
        named += 1
      }
      const [first = '', ...rest] = sentence
      return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`
    })
    const quoted = random(4) === 0
    lines.push(quoted ? `“${sentences.join(' ')}”` : sentences.join(' '))
  }
  return `${lines.join('\n\n')}\n`
}

export interface Marks {
  notes: number
  suggestions: number
  /** Of the suggestions, so many are the first person's own. */
  own: number
}

/** Through the server's door, under several names. Answers the places where marks are thick, as lines from 1. */
export async function markUp(house: House, story: string, marks: Marks): Promise<number[]> {
  const [owner] = house.people
  if (!owner) throw new Error('markUp: nobody is there')
  const { text, leave } = await owner.join(story)
  const written = text.toString()
  const marker = new Marker(written, dice(815))
  const { places: notePlaces, thick } = marker.notePlaces(marks.notes)
  const changes = marker.changes(marks.suggestions)
  const anchors = anchorsAt(text, [...notePlaces, ...changes.map(({ place }) => place)])
  leave()
  const random = dice(2203)
  const asked = new Map<Person, CommandGiven[]>(house.people.map((person) => [person, []]))
  const ask = (by: Person, command: CommandGiven) => asked.get(by)?.push(command)
  const later = new Map<Person, CommandGiven[]>(house.people.map((person) => [person, []]))
  for (const [number, place] of notePlaces.entries()) {
    const by = house.people[random(house.people.length)] ?? owner
    const anchor = anchors[number] ?? null
    const note = `note-${number}-of-${story}`.slice(0, 40)
    const label = number % 5 === 0 ? (FIRST_LABELS[random(FIRST_LABELS.length)]?.id ?? null) : null
    const kind = label ? 'tag' : (['comment', 'comment', 'question', 'praise'] as const)[random(4)]!
    const said = { body: marker.remark(), mustFix: random(12) === 0 }
    ask(by, {
      id: `n${note}`.slice(0, 40),
      type: 'open-note',
      note,
      kind,
      label,
      anchor,
      quote: quoteOf(written, place),
      ...said,
    })
    const replies = random(10) < 3 ? 1 + random(4) : 0
    for (let nth = 0; nth < replies; nth += 1) {
      const replier = house.people[random(house.people.length)] ?? owner
      const id = `r${number}-${nth}-${story}`.slice(0, 40)
      later
        .get(replier)
        ?.push({ id: `c${id}`.slice(0, 40), type: 'reply', thread: note, reply: id, body: marker.remark() })
    }
    if (random(10) === 0) later.get(owner)?.push({ id: `d${number}-${story}`.slice(0, 40), type: 'resolve', note })
  }
  for (const [number, { base, change }] of changes.entries()) {
    const by = number % Math.round(marks.suggestions / marks.own) === 0 ? owner : house.people[1 + random(5)]
    const suggestion = `s${number}-of-${story}`.slice(0, 40)
    const anchor = anchors[notePlaces.length + number]
    if (!by || !anchor) continue
    const id = `p${suggestion}`.slice(0, 40)
    ask(by, { id, type: 'propose', suggestion, anchor, base, change, reason: random(3) === 0 ? marker.remark() : '' })
  }
  // Everybody's in turn, as it would have come about.
  for (const all of [asked, later]) for (const [person, commands] of all) await person.review(story, commands)
  return thick
}

class Marker {
  readonly #text: string
  readonly #random: Dice
  /** Where the words begin. */
  readonly #words: readonly number[]

  constructor(text: string, random: Dice) {
    this.#text = text
    this.#random = random
    this.#words = [...text.matchAll(/[\p{L}]+/gu)].map(({ index }) => index)
  }

  /** Two thirds of them in clusters of a dozen within a page, overlapping; the rest anywhere. One word to two paragraphs. */
  notePlaces(count: number): { places: Place[]; thick: number[] } {
    const places: Place[] = []
    const thick: number[] = []
    while (places.length < count) {
      const centre = this.#random(this.#words.length)
      const cluster = Math.min(count - places.length, this.#random(3) === 0 ? 12 : 3)
      if (cluster === 12) thick.push(this.#lineOf(this.#words[centre] ?? 0))
      for (let nth = 0; nth < cluster; nth += 1) {
        const first = Math.min(this.#words.length - 1, Math.max(0, centre + this.#random(160) - 80))
        const length = this.#random(20) === 0 ? 40 + this.#random(60) : 1 + this.#random(12)
        places.push(this.#wordsFrom(first, length))
      }
    }
    return { places, thick }
  }

  /** Evenly through the text, three words apart at least, so that those of one person never touch. */
  changes(count: number): { place: Place; base: Base; change: Change }[] {
    const step = Math.floor(this.#words.length / count)
    return Array.from({ length: count }, (_, number) => {
      const first = number * step + this.#random(Math.max(1, step - 6))
      const place = this.#wordsFrom(first, 1 + this.#random(3))
      const words = this.#text.slice(place.from, place.to)
      const line = words.split('\n', 1)[0] ?? words
      const to = place.from + line.length
      const base: Base = [{ insert: line }]
      const put = WORDS[this.#random(WORDS.length)] ?? 'then'
      const kind = this.#random(20)
      const change: Change =
        kind < 10
          ? [{ delete: line.length }, { insert: put === line ? `${put}s` : put }]
          : kind < 15
            ? [{ retain: line.length }, { insert: ` ${put}` }]
            : kind < 19
              ? [{ delete: line.length }]
              : [{ retain: line.length, attributes: { italic: true } }]
      return { place: { from: place.from, to }, base, change }
    })
  }

  remark(): string {
    return Array.from({ length: 4 + this.#random(24) }, () => WORDS[this.#random(WORDS.length)]).join(' ')
  }

  #wordsFrom(first: number, count: number): Place {
    const from = this.#words[first] ?? 1
    const start = this.#words[Math.min(first + count - 1, this.#words.length - 1)] ?? from
    const length = /^[\p{L}]+/u.exec(this.#text.slice(start, start + 100))?.[0].length ?? 1
    return { from, to: start + length }
  }

  #lineOf(index: number): number {
    return this.#text.slice(0, index).split('\n').length - 1
  }
}

function between(random: Dice, [least, most]: readonly [number, number]): number {
  return least + random(most - least + 1)
}
