/**
 * Puts together what a reader of a marked-up file meets, in its order: lines, words, and what is proposed for them.
 * Gives the draft as it stands, in which what is to be deleted is and what is to be inserted is not, and the changes.
 */
import { Refusal } from '../refusals.ts'
import type { AttributeValue, Change, ChangeAttributes, ChangeOp } from '../review/change.ts'
import { compact } from '../review/change.ts'
import { LINE, type LineAttributes, MARKS, type Marks } from '../story/attributes.ts'
import { draftOf } from '../story/delta.ts'
import type { Draft } from '../story/draft.ts'
import { type ReadOptions, type ReadSuggestion, TOLD_EVERY } from './codec.ts'

export interface Proposal {
  kind: 'insert' | 'delete'
  /** Neighbours of one key are one change. */
  key: number
}

/** How a line end is to look, which stays. */
export interface LineFormat {
  kind: 'format'
  key: number
  attributes: ChangeAttributes
}

export interface ReadChange extends Pick<ReadSuggestion, 'place' | 'change'> {
  key: number
}

interface Run {
  text: string
  attributes: Marks | LineAttributes
  proposal: Proposal | LineFormat | null
}

/** More proposals than that are no review. */
const MOST_PROPOSALS = 50_000

export class ReviewBuilder {
  readonly #runs: Run[] = []
  readonly #mostLines: number
  readonly #told: ReadOptions['told']
  #lines = 0
  #at = 0
  #opening: Run | null = { text: LINE, attributes: {}, proposal: null }
  #proposal: Proposal | null = null
  #sums: { met: number[]; kept: number[] } | null = null

  /** Throws Refusal `too-large` as soon as there are more lines with words than that. */
  constructor({ mostLines, told }: Pick<ReadOptions, 'mostLines' | 'told'>) {
    this.#mostLines = mostLines
    this.#told = told
  }

  /** Whether the line has words already. */
  get hasWords(): boolean {
    return this.#opening === null
  }

  /** Where the next word will stand among all that is met, whatever comes or goes; `indexOf` tells what that is in the draft. */
  get at(): number {
    return this.#at + (this.#opening ? 1 : 0)
  }

  /** Index in the draft's delta of what `at` was. Right once `finish` was called: until then lines may still become proposed ones. */
  indexOf(at: number): number {
    const { met, kept } = this.#lengths()
    let [low, high] = [0, met.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (met[middle]! <= at) low = middle
      else high = middle - 1
    }
    const run = this.#runs[low]
    const within = run === undefined || run.proposal?.kind === 'insert' ? 0 : Math.min(at - met[low]!, run.text.length)
    // Nothing stands before the line end that opens the first line, which is there in a text without words as well.
    return Math.max(1, kept[low]! + within)
  }

  /** What is proposed for the words from here on. */
  propose(proposal: Proposal | null): void {
    this.#proposal = proposal
  }

  /** How the line that the next words open is to look, where nothing else is proposed for its end. */
  format(proposal: LineFormat): void {
    if (this.#opening?.proposal === null) this.#opening.proposal = proposal
  }

  /** The next words open a line. Lines without words are none; a line end among several that is not proposed stands. */
  line(attributes: LineAttributes): void {
    const isFirst = this.#lines === 0
    const stands = isFirst || this.#opening?.proposal === null
    const { gap: _, ...block } = attributes
    this.#opening = { text: LINE, attributes: isFirst ? block : attributes, proposal: stands ? null : this.#proposal }
  }

  /** No line ends in `text`. */
  words(text: string, marks: Marks): void {
    if (text === '') return
    if (this.#opening) {
      this.#lines += 1
      if (this.#lines % TOLD_EVERY === 0) this.#told?.(this.#lines)
      if (this.#lines > this.#mostLines) {
        const limit = this.#mostLines.toLocaleString('en')
        throw new Refusal('too-large', `This text has more than ${limit} lines; split it into parts first.`)
      }
      this.#push(this.#opening)
      this.#opening = null
    }
    this.#push({ text, attributes: marks, proposal: this.#proposal })
  }

  /** The draft, and what is proposed, in order; never two on the same words. A line whose words all come or go together comes or goes as a line. */
  finish(): { draft: Draft; changes: ReadChange[] } {
    proposeWholeLines(this.#runs)
    this.#sums = null
    const kept = this.#runs.filter(({ proposal }) => proposal?.kind !== 'insert')
    const draft = draftOf(kept.map(({ text, attributes }) => ({ insert: text, attributes: { ...attributes } })))
    const changes: ReadChange[] = []
    let at = 0
    for (let from = 0; from < this.#runs.length; ) {
      const { proposal, text } = this.#runs[from]!
      if (!proposal) {
        at += text.length
        from += 1
        continue
      }
      let to = from + 1
      while (this.#runs[to]?.proposal?.key === proposal.key) to += 1
      const runs = this.#runs.slice(from, to)
      const length = runs.reduce((sum, run) => sum + (run.proposal?.kind === 'insert' ? 0 : run.text.length), 0)
      changes.push({ key: proposal.key, place: { from: at, to: at + length }, change: changeOf(runs) })
      if (changes.length > MOST_PROPOSALS)
        throw new Refusal('too-large', 'This file proposes more changes than a review can hold.')
      at += length
      from = to
    }
    return { draft, changes }
  }

  #push(run: Run): void {
    this.#runs.push(run)
    this.#at += run.text.length
  }

  /** Before each run, and behind the last: UTF-16 code units that were met, and that the draft has. */
  #lengths(): { met: number[]; kept: number[] } {
    if (this.#sums?.met.length === this.#runs.length + 1) return this.#sums
    const sums = { met: [0], kept: [0] }
    for (const [index, { text, proposal }] of this.#runs.entries()) {
      sums.met.push(sums.met[index]! + text.length)
      sums.kept.push(sums.kept[index]! + (proposal?.kind === 'insert' ? 0 : text.length))
    }
    this.#sums = sums
    return sums
  }
}

/**
 * Neighbouring changes of one name as one, with the words between them, of which nothing is proposed, staying; it has the key of
 * the last. "" = it has no name.
 */
export function joinedBy(nameOf: (key: number) => string, changes: readonly ReadChange[]): ReadChange[] {
  const all: ReadChange[] = []
  for (const { key, place, change } of changes) {
    const last = all.at(-1)
    const name = nameOf(key)
    if (!last || name === '' || nameOf(last.key) !== name) {
      all.push({ key, place, change })
      continue
    }
    const between = place.from - last.place.to
    last.change = compact([...last.change, ...(between > 0 ? [{ retain: between }] : []), ...change])
    last.place = { from: last.place.from, to: place.to }
    last.key = key
  }
  return all
}

function proposeWholeLines(runs: Run[]): void {
  for (let from = 0; from < runs.length; ) {
    let to = from + 1
    while (to < runs.length && runs[to]!.text !== LINE) to += 1
    const first = runs[from + 1]?.proposal ?? null
    const isWhole =
      first !== null &&
      runs.slice(from + 1, to).every(({ proposal }) => proposal?.key === first.key && proposal.kind === first.kind)
    // The first line's own end is always there: with its words goes the end behind them.
    const opening = from > 0 ? runs[from]! : runs[to]
    if (isWhole && opening?.proposal === null) opening.proposal = first
    from = to
  }
}

/** Words that stay and only look otherwise are not replaced. */
function changeOf(runs: readonly Run[]): Change {
  const at = runs.findIndex(({ proposal }) => proposal?.kind === 'format')
  if (at < 0) return wordsChangeOf(runs)
  const { text, proposal } = runs[at]!
  const attributes = proposal?.kind === 'format' ? proposal.attributes : {}
  const [before, behind] = [wordsChangeOf(runs.slice(0, at)), changeOf(runs.slice(at + 1))]
  return compact([...before, { retain: text.length, attributes }, ...behind])
}

function wordsChangeOf(runs: readonly Run[]): Change {
  const gone = runs.filter(({ proposal }) => proposal?.kind === 'delete')
  const come = runs.filter(({ proposal }) => proposal?.kind === 'insert')
  const said = (some: readonly Run[]) => some.map(({ text }) => text).join('')
  const isSame = gone.length > 0 && said(gone) === said(come) && !said(gone).includes(LINE)
  if (isSame) return compact(formatted(gone, come))
  return compact(
    runs.map(({ text, attributes, proposal }): ChangeOp => {
      if (proposal?.kind === 'delete') return { delete: text.length }
      return { insert: text, attributes: { ...attributes } as ChangeAttributes }
    }),
  )
}

function formatted(gone: readonly Run[], come: readonly Run[]): Change {
  const change: Change = []
  const [was, now] = [gone.flatMap(unitsOf), come.flatMap(unitsOf)]
  for (const [index, marks] of was.entries()) {
    const attributes: Record<string, AttributeValue> = {}
    for (const name of MARKS) if (marks[name] !== now[index]![name]) attributes[name] = now[index]![name] ?? null
    change.push({ retain: 1, attributes })
  }
  return change
}

/** The marks of each code unit. */
function unitsOf({ text, attributes }: Run): Marks[] {
  return Array<Marks>(text.length).fill(attributes as Marks)
}
