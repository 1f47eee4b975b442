/**
 * What people wrote directly into a text, told in lines: from rows of the log, each with its writer, to one piece for what
 * somebody wrote in one go. What the server itself wrote, decisions, is followed and not told.
 */
import type * as Y from 'yjs'
import type { EditedLine } from '../../shared/review/events.ts'
import { LINE } from '../../shared/story/attributes.ts'
import { differenceOf } from '../../shared/story/difference.ts'
import { textOf } from '../../shared/story/story-doc.ts'
import type { TailRow } from '../storage/storage.ts'
import { SERVER_ACCOUNT } from './gate.ts'
import { takeIn } from './held-docs.ts'

/** Written in one go: until somebody else wrote into one of its lines, or nothing came for PAUSE. */
export interface Piece {
  user: string
  /** Of its last row. */
  at: number
  /** In order of the lines, at most MOST_LINES. */
  lines: EditedLine[]
  /** Lines beyond those listed. */
  more: number
}

export type WrittenRow = Pick<TailRow, 'user' | 'at' | 'update'>

/** Milliseconds. */
export const PAUSE = 60_000
/** Of one piece, and of one line in UTF-16 code units. */
export const MOST_LINES = 50
export const MOST_LINE = 500

/** The document stands before the rows, and behind them afterwards. Pieces come in the order in which they ended. */
export function directEdits(doc: Y.Doc, rows: readonly WrittenRow[]): Piece[] {
  const text = textOf(doc)
  const writing = new Writing(text.toString())
  let row: WrittenRow | undefined
  const follow = (event: Y.YTextEvent) => {
    if (row) writing.take(event.delta, row)
  }
  text.observe(follow)
  try {
    for (const group of groupsOf(rows)) {
      row = group.at(-1)
      takeIn(
        doc,
        group.map(({ update }) => update),
      )
    }
  } finally {
    text.unobserve(follow)
  }
  return writing.end()
}

/** Neighbouring rows of one writer, taken in at once: reading what changed takes a walk over the text. */
function groupsOf(rows: readonly WrittenRow[]): WrittenRow[][] {
  const groups: WrittenRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && before.user === row.user && row.at - before.at < PAUSE) last.push(row)
    else groups.push([row])
  }
  return groups
}

interface Line {
  words: string
  /** What is being written that this line is part of. */
  hunk: Hunk | null
}

/** Neighbouring lines that somebody is writing in. */
interface Hunk {
  piece: OpenPiece
  before: string[]
}

interface OpenPiece {
  user: string
  at: number
  hunks: Set<Hunk>
}

interface Splice {
  /** Index in the text before, never 0: there the story begins. */
  from: number
  deleted: number
  inserted: string
}

class Writing {
  readonly #lines: Line[]
  readonly #open = new Map<string, OpenPiece>()
  readonly #ended: Piece[] = []

  constructor(text: string) {
    this.#lines = text
      .slice(1)
      .split(LINE)
      .map((words): Line => ({ words, hunk: null }))
  }

  take(delta: Y.YTextEvent['delta'], { user, at }: WrittenRow): void {
    const late = this.#open.get(user)
    if (late && at - late.at >= PAUSE) this.#close(late)
    // From the end, so that what comes before stays where it was.
    for (const splice of splicesOf(delta).reverse()) this.#splice(splice, user, at)
  }

  end(): Piece[] {
    for (const piece of [...this.#open.values()]) this.#close(piece)
    return this.#ended
  }

  #splice({ from, deleted, inserted }: Splice, user: string, at: number): void {
    const [top, start] = this.#lineAt(0, 0, from - 1)
    const [bottom] = this.#lineAt(top, start, from - 1 + deleted)
    for (const { hunk } of this.#lines.slice(top, bottom + 1)) {
      if (hunk && hunk.piece.user !== user) this.#close(hunk.piece)
    }
    const words = this.#lines
      .slice(top, bottom + 1)
      .map((line) => line.words)
      .join(LINE)
    const begin = from - start - 1
    const now = (words.slice(0, begin) + inserted + words.slice(begin + deleted)).split(LINE)
    const hunk = user === SERVER_ACCOUNT ? null : this.#hunkOf(top, bottom, user, at)
    this.#lines.splice(top, bottom - top + 1, ...now.map((line): Line => ({ words: line, hunk })))
  }

  /** Line and index of its "\n" for an index of the text, looked for from a line on that begins before. */
  #lineAt(line: number, start: number, index: number): [line: number, start: number] {
    let [at, begin] = [line, start]
    for (; at < this.#lines.length - 1; at++) {
      const end = begin + 1 + (this.#lines[at]?.words.length ?? 0)
      if (index < end) break
      begin = end
    }
    return [at, begin]
  }

  /** One hunk of these lines and of all that they hang together with. */
  #hunkOf(top: number, bottom: number, user: string, at: number): Hunk {
    const piece = this.#open.get(user) ?? { user, at, hunks: new Set() }
    piece.at = at
    this.#open.set(user, piece)
    const { hunk: above } = this.#lines[top] ?? { hunk: null }
    const { hunk: below } = this.#lines[bottom] ?? { hunk: null }
    let [first, last] = [top, bottom]
    while (above && this.#lines[first - 1]?.hunk === above) first--
    while (below && this.#lines[last + 1]?.hunk === below) last++
    const joined: Hunk = { piece, before: [] }
    const seen = new Set<Hunk>()
    for (const line of this.#lines.slice(first, last + 1)) {
      if (!line.hunk) joined.before.push(line.words)
      else if (!seen.has(line.hunk)) {
        seen.add(line.hunk)
        joined.before.push(...line.hunk.before)
        piece.hunks.delete(line.hunk)
      }
      line.hunk = joined
    }
    piece.hunks.add(joined)
    return joined
  }

  #close(piece: OpenPiece): void {
    if (this.#open.get(piece.user) === piece) this.#open.delete(piece.user)
    const lines: EditedLine[] = []
    for (let at = 0; at < this.#lines.length; at++) {
      const { hunk } = this.#lines[at] as Line
      if (hunk?.piece !== piece) continue
      const after: string[] = []
      const top = at
      for (; this.#lines[at]?.hunk === hunk; at++) {
        const line = this.#lines[at] as Line
        after.push(line.words)
        line.hunk = null
      }
      at--
      lines.push(...editedLines(hunk.before, after, top))
    }
    if (lines.length === 0) return
    const { user, at } = piece
    this.#ended.push({ user, at, lines: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES) })
  }
}

/** `top` is how many lines stand above. */
function editedLines(before: readonly string[], after: readonly string[], top: number): EditedLine[] {
  const changes =
    before.length === after.length
      ? [{ wasFrom: 0, wasTo: before.length, nowFrom: 0, nowTo: after.length }]
      : differenceOf(before, after)
  return changes.flatMap(({ wasFrom, wasTo, nowFrom, nowTo }) => {
    const rows = Math.max(wasTo - wasFrom, nowTo - nowFrom)
    return Array.from({ length: rows }, (_, row) => {
      const was = wasFrom + row < wasTo ? (before[wasFrom + row] ?? null) : null
      const now = nowFrom + row < nowTo ? (after[nowFrom + row] ?? null) : null
      return was === now ? [] : [{ line: top + Math.min(nowFrom + row, nowTo) + 1, before: cut(was), after: cut(now) }]
    }).flat()
  })
}

function cut(words: string | null): string | null {
  if (words === null || words.length <= MOST_LINE) return words
  const end = words.codePointAt(MOST_LINE - 1)
  return words.slice(0, end !== undefined && end > 0xffff ? MOST_LINE - 1 : MOST_LINE)
}

/** Marks and other attributes change no words. */
function splicesOf(delta: Y.YTextEvent['delta']): Splice[] {
  const splices: Splice[] = []
  let at = 0
  let open: Splice | null = null
  for (const op of delta) {
    if (op.retain !== undefined) {
      at += op.retain
      open = null
      continue
    }
    if (!open) {
      open = { from: at, deleted: 0, inserted: '' }
      splices.push(open)
    }
    if (typeof op.insert === 'string') open.inserted += op.insert
    if (op.delete !== undefined) {
      open.deleted += op.delete
      at += op.delete
    }
  }
  return splices
}
