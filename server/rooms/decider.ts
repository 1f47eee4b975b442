/**
 * Decisions of a story's review on their way to the text: what is to be done to which words, worked out in the text thread
 * (decide.ts). A rejection touches no text.
 */
import { type Base, type Change, compact, inverse } from '../../shared/review/change.ts'
import type { CommandOf } from '../../shared/review/commands.ts'
import type { Outcome } from '../../shared/review/events.ts'
import type { Suggestion } from '../../shared/review/state.ts'
import type { DeltaRun } from '../../shared/story/delta.ts'
import type { Proposal } from './decide.ts'
import type { Decider, Decision, StoryText } from './ledger.ts'
import type { LostThread } from './returned-words.ts'
import type { TextReader } from './text-reader.ts'

export class TextDecider implements Decider {
  readonly #reader: Pick<TextReader, 'decide'>

  constructor(reader: Pick<TextReader, 'decide'>) {
    this.#reader = reader
  }

  async decide(
    text: StoryText,
    { verdict, decisions }: CommandOf<'decide'>,
    suggestions: readonly Suggestion[],
  ): Promise<Decision> {
    if (verdict === 'reject') return { update: null, outcomes: suggestions.map(untouched), stale: [] }
    const amendments = new Map(decisions.map(({ suggestion, amended }) => [suggestion, amended]))
    const proposals = suggestions.map(({ id, rev, anchor, base, change }): Proposal => {
      const amended = amendments.get(id) ?? null
      return { suggestion: id, rev, anchor, base, change: amended ?? change, amended: amended !== null }
    })
    return this.#reader.decide(text, proposals)
  }

  async undecide(
    text: StoryText,
    _command: CommandOf<'undecide'>,
    suggestions: readonly Suggestion[],
    waiting: readonly LostThread[],
  ): Promise<Decision> {
    const rejected = suggestions.filter(({ status }) => status === 'rejected').map(untouched)
    const proposals = suggestions.filter(({ status }) => status === 'accepted').flatMap(backOf)
    if (proposals.length === 0) return { update: null, outcomes: rejected, stale: [] }
    const decision = await this.#reader.decide(text, proposals, waiting)
    return { ...decision, outcomes: [...rejected, ...decision.outcomes] }
  }
}

function untouched({ id, rev, anchor, base }: Suggestion): Outcome {
  return { suggestion: id, rev, before: base, after: base, anchor, amended: false }
}

/** From the words as the decision left them to the words that the suggestion is about. */
function backOf({ id, rev, change, decided }: Suggestion): Proposal[] {
  if (!decided) return []
  const { before, after, anchor, amended } = decided
  const back = amended ? between(after, before) : inverse(before, change)
  return [{ suggestion: id, rev, anchor, base: after, change: back, amended: false }]
}

/** A change from one to the other that leaves alone what both begin and end with. */
export function between(one: Base, other: Base): Change {
  const [was, is] = [characters(one), characters(other)]
  let head = 0
  while (head < was.length && head < is.length && same(was[head], is[head])) head++
  let tail = 0
  const most = Math.min(was.length, is.length) - head
  while (tail < most && same(was[was.length - 1 - tail], is[is.length - 1 - tail])) tail++
  return compact([
    { retain: lengthOfAll(was.slice(0, head)) },
    { delete: lengthOfAll(was.slice(head, was.length - tail)) },
    ...is.slice(head, is.length - tail).map((run) => run as Extract<Change[number], { insert: string }>),
    { retain: lengthOfAll(was.slice(was.length - tail)) },
  ])
}

/** Character by character, never half of one. */
function characters(base: Base): DeltaRun[] {
  return base.flatMap((run) => Array.from(run.insert, (insert) => ({ ...run, insert })))
}

function lengthOfAll(runs: readonly DeltaRun[]): number {
  return runs.reduce((sum, { insert }) => sum + insert.length, 0)
}

function same(one: DeltaRun | undefined, other: DeltaRun | undefined): boolean {
  if (!one || !other || one.insert !== other.insert) return false
  const [a, b] = [one.attributes ?? {}, other.attributes ?? {}]
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
