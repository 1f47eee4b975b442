/**
 * The lines of a file as the text of a story, what is proposed for it stretch by stretch, and where its comments stand. Struck
 * words are in the text, inserted ones only in what is proposed. What one inserted and another struck is in neither: so
 * accepting all and rejecting all give what they give in a word processor.
 */
import type { ChangeAttributes, ChangeOp } from '../../../review/change.ts'
import { LINE, MARKS, type Marks } from '../../../story/attributes.ts'
import type { Delta } from '../../../story/delta.ts'
import { type BodyItem, type BodyRun, isRun, type Tracked } from './body.ts'
import type { BodyLine, LineLook } from './body-lines.ts'
import type { LossCounter } from './read-losses.ts'

/** In the text as it stands, and in the text with all that is inserted in it. */
export interface Point {
  now: number
  all: number
}

/** Words that one person changed in one way. */
export interface ProposedStretch {
  by: Tracked
  from: Point
  to: Point
  op: ChangeOp
  /** It is about the "\n" that opens a line. */
  opens: boolean
}

export interface Range {
  from: Point
  to: Point
}

export interface BodyStory {
  /** Of the text as it stands. */
  delta: Delta
  /** In order, none over another. */
  proposed: ProposedStretch[]
  /** By the comment's number. */
  comments: Map<string, Range>
  /** By the reference of a footnote. */
  footnotes: Map<string, Point>
}

export function storyOfBody(lines: readonly BodyLine[], losses: LossCounter): BodyStory {
  return new StoryWriter(losses).write(lines)
}

class StoryWriter {
  readonly #losses: LossCounter
  readonly #delta: Delta = []
  readonly #proposed: ProposedStretch[] = []
  readonly #starts = new Map<string, Point>()
  readonly #ends = new Map<string, Point>()
  readonly #references = new Map<string, Point>()
  readonly #footnotes = new Map<string, Point>()
  #at: Point = { now: 0, all: 0 }

  constructor(losses: LossCounter) {
    this.#losses = losses
  }

  write(lines: readonly BodyLine[]): BodyStory {
    for (const line of lines) {
      this.#open(line)
      for (const item of line.items) this.#item(item)
    }
    if (this.#at.now === 0) this.#keep(LINE, {})
    const comments = new Map<string, Range>()
    for (const id of new Set([...this.#starts.keys(), ...this.#ends.keys(), ...this.#references.keys()])) {
      const to = this.#ends.get(id) ?? this.#references.get(id) ?? this.#starts.get(id)!
      const from = this.#starts.get(id) ?? to
      // Without an end a range would go on for ever; an end before the start is none.
      comments.set(id, from.all <= to.all ? { from, to } : { from: to, to })
    }
    return { delta: this.#delta, proposed: this.#proposed, comments, footnotes: this.#footnotes }
  }

  #open({ opening: { inserted, deleted }, was, now, formatted }: BodyLine): void {
    if (inserted && deleted) this.#losses.add('nested')
    else if (inserted) this.#propose(inserted, LINE, { insert: LINE, ...attributesOf(legal(now)) })
    else {
      const changed = differenceOf({ ...was }, { ...now })
      this.#keep(LINE, legal(was), deleted ? { by: deleted, op: { delete: 1 } } : null, formatted, changed)
    }
  }

  #item(item: BodyItem): void {
    if (isRun(item)) this.#run(item)
    else if ('note' in item) this.#footnotes.set(item.note, this.#at)
    else {
      const [points, id] =
        'starts' in item
          ? ([this.#starts, item.starts] as const)
          : 'ends' in item
            ? ([this.#ends, item.ends] as const)
            : ([this.#references, item.refers] as const)
      if (!points.has(id)) points.set(id, this.#at)
    }
  }

  #run({ text, marks, inserted, deleted, formatted }: BodyRun): void {
    if (inserted && deleted) this.#losses.add('nested')
    else if (inserted) this.#propose(inserted, text, { insert: text, ...attributesOf({ ...marks }) })
    else {
      const was = formatted?.was ?? marks
      const changed = differenceOf(marksOf(was), marksOf(marks))
      if (formatted && !changed && !deleted) this.#losses.add('looks')
      const struck = deleted ? ({ by: deleted, op: { delete: text.length } } as const) : null
      this.#keep(text, { ...was }, struck, formatted, changed)
    }
  }

  #propose(by: Tracked, text: string, op: ChangeOp): void {
    const from = this.#at
    this.#at = { now: from.now, all: from.all + text.length }
    this.#proposed.push({ by, from, to: this.#at, op, opens: text === LINE })
  }

  #keep(
    text: string,
    attributes: Record<string, unknown>,
    struck: { by: Tracked; op: ChangeOp } | null = null,
    formatted: Tracked | null = null,
    changed: ChangeAttributes | null = null,
  ): void {
    const from = this.#at
    this.#at = { now: from.now + text.length, all: from.all + text.length }
    this.#delta.push({ insert: text, attributes })
    const where = { from, to: this.#at, opens: text === LINE }
    if (struck) this.#proposed.push({ ...struck, ...where })
    else if (formatted && changed) {
      this.#proposed.push({ by: formatted, op: { retain: text.length, attributes: changed }, ...where })
    }
  }
}

/** Those that are there. */
function legal({ gap, block }: LineLook): Record<string, number> {
  return { ...(gap === null ? {} : { gap }), ...(block === null ? {} : { block }) }
}

function attributesOf(attributes: ChangeAttributes): { attributes?: ChangeAttributes } {
  return Object.keys(attributes).length > 0 ? { attributes } : {}
}

function marksOf(marks: Marks): ChangeAttributes {
  return Object.fromEntries(MARKS.map((name) => [name, marks[name] ?? null]))
}

/** What makes the second of the first; null where they are alike. Both have the same keys. */
function differenceOf(was: ChangeAttributes, now: ChangeAttributes): ChangeAttributes | null {
  const changed = Object.entries(now).filter(([key, value]) => was[key] !== value)
  return changed.length > 0 ? Object.fromEntries(changed) : null
}
