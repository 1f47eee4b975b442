/**
 * Tracked changes as suggestions. Changes by one person at one time that touch each other are one suggestion, so a
 * replacement is one; so are those that one comment of that person and time spans exactly, which is then their reason.
 */
import { type Change, compact } from '../../../review/change.ts'
import { MOST_CHANGE } from '../../../review/vocabulary.ts'
import type { ReadSuggestion } from '../../codec.ts'
import { sameTracked, type Tracked } from './body.ts'
import type { CommentThread } from './read-comments.ts'
import type { ProposedStretch, Range } from './story-of-body.ts'

export interface Suggested {
  suggestions: ReadSuggestion[]
  /** Those threads that are reasons of suggestions. */
  reasons: ReadonlySet<CommentThread>
}

/** `placed`: threads with the range of their first comment. In order of place. */
export function suggestionsOf(
  proposed: readonly ProposedStretch[],
  placed: ReadonlyMap<CommentThread, Range>,
): Suggested {
  const spans = spansOf(proposed, placed)
  const suggestions: ReadSuggestion[] = []
  const reasons = new Set<CommentThread>()
  for (let at = 0; at < proposed.length; ) {
    const spanned = spans.get(at)
    const to = spanned?.to ?? touching(proposed, at, spans)
    if (spanned) reasons.add(spanned.thread)
    suggestions.push(suggestionOf(proposed.slice(at, to), spanned?.thread))
    at = to
  }
  return { suggestions, reasons }
}

interface Span {
  /** Behind its last stretch. */
  to: number
  thread: CommentThread
}

/** Half of what a suggestion may be, so that whole books written with changes on are cut between their lines. */
const LONG = MOST_CHANGE / 2

/** By the first stretch that a reason is for. */
function spansOf(
  proposed: readonly ProposedStretch[],
  placed: ReadonlyMap<CommentThread, Range>,
): ReadonlyMap<number, Span> {
  const starting = new Map(proposed.map(({ from }, index) => [from.all, index]))
  const ending = new Map(proposed.map(({ to }, index) => [to.all, index]))
  const spans = new Map<number, Span>()
  let behind = 0
  for (const [thread, range] of [...placed].sort(([, a], [, b]) => a.from.all - b.from.all)) {
    const { root } = thread
    const [before, last] = [ending.get(range.from.all), ending.get(range.to.all)]
    // A comment about a line end stands behind it.
    const lineEnd = before !== undefined && before >= behind && proposed[before]!.opens ? proposed[before]! : null
    const first = lineEnd && sameTracked(lineEnd.by, root) ? before : starting.get(range.from.all)
    if (first === undefined || last === undefined || last < first || first < behind || thread.resolved) continue
    const own = proposed.slice(first, last + 1)
    if (!own.every(({ by }) => sameTracked(by, root)) || lengthOf(own) > MOST_CHANGE) continue
    spans.set(first, { to: last + 1, thread })
    behind = last + 1
  }
  return spans
}

function touching(proposed: readonly ProposedStretch[], first: number, spans: ReadonlyMap<number, Span>): number {
  let length = lengthOf(proposed.slice(first, first + 1))
  let at = first + 1
  for (; at < proposed.length && !spans.has(at); at += 1) {
    const [before, next] = [proposed[at - 1]!, proposed[at]!]
    if (next.from.all !== before.to.all || !sameTracked(before.by, next.by)) break
    length += lengthOf([next])
    if (length > LONG) break
  }
  return at
}

function lengthOf(stretches: readonly ProposedStretch[]): number {
  const [first, last] = [stretches[0], stretches.at(-1)]
  return first && last ? last.to.all - first.from.all : 0
}

function suggestionOf(stretches: readonly ProposedStretch[], thread: CommentThread | undefined): ReadSuggestion {
  const change: Change = []
  const [first, last] = [stretches[0]!, stretches.at(-1)!]
  let at = first.from.now
  for (const { from, to, op } of stretches) {
    if (from.now > at) change.push({ retain: from.now - at })
    change.push({ ...op })
    at = to.now
  }
  const { by, at: time }: Tracked = first.by
  return {
    by,
    at: time,
    place: { from: first.from.now, to: last.to.now },
    change: compact(change),
    reason: thread?.root.body ?? '',
    replies: thread?.replies ?? [],
  }
}
