/** The words of an entry of the record: what went and what came, with a little of what stayed. Pure. */
import type { RecordEntry } from '../../../shared/review/record.ts'
import { LINE } from '../../../shared/story/attributes.ts'
import { type Change, differenceOf } from '../../../shared/story/difference.ts'

export interface RecordPart {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Of words that stay, so many are shown at each side. UTF-16 code units, about. */
const BESIDE = 24

/**
 * Differences by word; line ends as ¶. Of what was rejected, to what was proposed. Only the formatting changed: the words as
 * they are.
 */
export function recordParts({
  outcome,
  before,
  proposed,
  after,
}: Pick<RecordEntry, 'outcome' | 'before' | 'proposed' | 'after'>): RecordPart[] {
  const was = tokensOf(before)
  const now = tokensOf(outcome === 'rejected' ? proposed : after)
  const parts: RecordPart[] = []
  let at = 0
  for (const { wasFrom, wasTo, nowFrom, nowTo } of joined(differenceOf(was, now), was)) {
    add(parts, 'same', was.slice(at, wasFrom))
    add(parts, 'gone', was.slice(wasFrom, wasTo))
    add(parts, 'new', now.slice(nowFrom, nowTo))
    at = wasTo
  }
  add(parts, 'same', was.slice(at))
  return parts.map((part, index) => (part.kind === 'same' ? cut(part, index > 0, index < parts.length - 1) : part))
}

/** Words that go one after the other read better as one stretch than with each space between them kept. */
function joined(changes: readonly Change[], was: readonly string[]): Change[] {
  const out: Change[] = []
  for (const change of changes) {
    const last = out.at(-1)
    const between = last ? was.slice(last.wasTo, change.wasFrom).join('') : ''
    if (last && between.trim() === '') {
      last.wasTo = change.wasTo
      last.nowTo = change.nowTo
    } else out.push({ ...change })
  }
  return out
}

function add(parts: RecordPart[], kind: RecordPart['kind'], tokens: readonly string[]): void {
  const text = tokens.join('').replaceAll(LINE, '¶')
  if (text !== '') parts.push({ kind, text })
}

/** Keeps what stands next to a change: `left` of it one goes before, `right` one follows. */
function cut(part: RecordPart, left: boolean, right: boolean): RecordPart {
  const { text } = part
  if (text.length <= 2 * BESIDE + 8) return part
  const letters = [...text]
  const head = left || !right ? letters.slice(0, BESIDE).join('') : ''
  const tail = right ? letters.slice(-BESIDE).join('') : ''
  return { ...part, text: `${head}…${tail}` }
}

function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[\s\S]/gu) ?? []
}
