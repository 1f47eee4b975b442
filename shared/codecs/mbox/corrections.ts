/**
 * Which words of a file were changed, and whose correction each change is: the record and the open suggestions say what was
 * to become of which words, the two files what did. What nobody can be named for is told apart.
 */

import { apply, wordsOf } from '../../review/change.ts'
import type { RecordEntry } from '../../review/record.ts'
import { differenceOf } from '../../story/difference.ts'
import type { Edition } from '../edition.ts'
import { linesOf } from '../unified-diff.ts'

export interface Correction {
  by: { key: string; name: string }
  /** ISO 8601 in UTC. */
  at: string
  before: string
  after: string
  tag: string
  reason: string
  /** Who decided, and why; null = written directly, or open. */
  decided: { by: string; reason: string } | null
  /** In the text as it stands; null = not known. */
  line: number | null
}

/** A stretch of whole lines that differs. Bytes as characters. */
export interface Block {
  /** Lines of the source. */
  from: number
  to: number
  /** What it says, part by part, before and after. */
  pieces: Piece[]
}

export interface Piece {
  was: string
  now: string
  /** Null = unchanged; else which correction makes it, -1 = nobody can be named. */
  correction: number | null
}

/** In order of time; what was taken back or is open in another view is found nowhere, and so is in no block. */
export function correctionsOf(edition: Edition, record: readonly RecordEntry[]): Correction[] {
  const made = record
    .filter(({ outcome }) => outcome !== 'rejected')
    .map(
      (entry): Correction => ({
        by: { key: entry.by.account, name: entry.by.name },
        at: entry.decidedAt ?? entry.at,
        before: entry.before,
        after: entry.after,
        tag: entry.tag,
        reason: entry.reason,
        decided: entry.decidedBy && { by: entry.decidedBy.name, reason: entry.decision },
        line: entry.line,
      }),
    )
  if (edition.view !== 'accepted') return made
  const open = edition.suggestions.filter(({ status }) => status === 'open')
  return [
    ...made,
    ...open.map(
      ({ by, at, base, change, reason, label }): Correction => ({
        by: { key: by, name: edition.people.get(by) ?? '' },
        at,
        before: wordsOf(base),
        after: wordsOf(apply(base, change)),
        tag: label ?? '',
        reason,
        decided: null,
        line: null,
      }),
    ),
  ]
}

/** Where the files differ, with each change given to the correction that fits it best. `wordsIn` reads bytes. */
export function blocksOf(
  was: string,
  now: string,
  corrections: readonly Correction[],
  wordsIn: (bytes: string) => string,
): Block[] {
  const [wasLines, nowLines] = [linesOf(was), linesOf(now)]
  const finder = new CorrectionFinder(corrections)
  let [lines, seen] = [0, 0]
  return differenceOf(wasLines, nowLines).map(({ wasFrom, wasTo, nowFrom, nowTo }): Block => {
    for (; seen < nowFrom; seen += 1) if (nowLines[seen]?.trim()) lines += 1
    const pieces = piecesOf(wasLines.slice(wasFrom, wasTo).join(''), nowLines.slice(nowFrom, nowTo).join(''))
    let line = lines + 1
    for (const piece of pieces) {
      if (piece.correction !== null) piece.correction = finder.find(wordsIn(piece.was), wordsIn(piece.now), line)
      line += piece.now.match(/\n+/g)?.length ?? 0
    }
    return { from: wasFrom, to: wasTo, pieces }
  })
}

function piecesOf(was: string, now: string): Piece[] {
  const [wasParts, nowParts] = [partsOf(was), partsOf(now)]
  const pieces: Piece[] = []
  let at = 0
  const kept = (to: number) => {
    const same = wasParts.slice(at, to).join('')
    if (same !== '') pieces.push({ was: same, now: same, correction: null })
  }
  for (const { wasFrom, wasTo, nowFrom, nowTo } of differenceOf(wasParts, nowParts)) {
    kept(wasFrom)
    pieces.push({
      was: wasParts.slice(wasFrom, wasTo).join(''),
      now: nowParts.slice(nowFrom, nowTo).join(''),
      correction: -1,
    })
    at = wasTo
  }
  kept(wasParts.length)
  return pieces
}

/** Never within a character of more than one byte: bytes beyond ASCII stay together. A line end is one part. */
function partsOf(bytes: string): string[] {
  return bytes.match(/[A-Za-z0-9'\x80-\xff]+|[ \t]+|\r?\n|[\s\S]/g) ?? []
}

class CorrectionFinder {
  readonly #corrections: readonly Known[]

  constructor(corrections: readonly Correction[]) {
    this.#corrections = corrections.map(({ before, after, line }) => ({
      ...{ before: flat(before), after: flat(after), core: coreOf(before, after), line },
    }))
  }

  /** -1 where none fits. The very words are better than a part of them, then the nearer line, then the later correction. */
  find(was: string, now: string, line: number): number {
    const core = coreOf(was, now)
    let best = { index: -1, same: false, far: Number.POSITIVE_INFINITY }
    for (const [index, one] of this.#corrections.entries()) {
      const same = one.core.was === core.was && one.core.now === core.now
      if (!same && !(one.before.includes(core.was) && one.after.includes(core.now))) continue
      const far = one.line === null ? 0 : Math.abs(one.line - line)
      if (far > MOST_LINES_APART || (best.same && !same)) continue
      if ((same && !best.same) || far <= best.far) best = { index, same, far }
    }
    return best.index
  }
}

/** Lines may have come and gone since. */
const MOST_LINES_APART = 50

interface Known extends Pick<Correction, 'before' | 'after' | 'line'> {
  core: Core
}

interface Core {
  was: string
  now: string
}

/** Without what is the same at both ends. */
function coreOf(before: string, after: string): Core {
  const [was, now] = [Array.from(flat(before)), Array.from(flat(after))]
  let from = 0
  while (from < was.length && from < now.length && was[from] === now[from]) from += 1
  let end = 0
  while (end < Math.min(was.length, now.length) - from && was.at(-1 - end) === now.at(-1 - end)) end += 1
  return { was: was.slice(from, was.length - end).join(''), now: now.slice(from, now.length - end).join('') }
}

/** A story has one line end where a file may have several. */
function flat(text: string): string {
  return text.replace(/(\r\n|\r|\n)+/g, '\n')
}
