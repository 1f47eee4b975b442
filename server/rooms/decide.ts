/**
 * Decides on suggestions in a text: compares the words that each is about with those that stand there now, and does what
 * the equal ones propose as one change. Knows nothing of who decides; what becomes of the change is the room's affair.
 */
import type * as Y from 'yjs'
import type { Anchor, Place } from '../../shared/review/anchor.ts'
import { apply, type Base, type Change, lengthOf } from '../../shared/review/change.ts'
import type { Outcome } from '../../shared/review/events.ts'
import { fits, PresentWords } from '../../shared/review/present-words.ts'
import { type DeltaRun, legalRuns } from '../../shared/story/delta.ts'
import { anchorsAt, standingsOf } from '../../shared/story/places.ts'
import { textOf } from '../../shared/story/story-doc.ts'
import type { Decision } from './ledger.ts'

/** What is to be done to one suggestion's words, if they are still `base`. */
export interface Proposal {
  suggestion: string
  rev: number
  anchor: Anchor
  base: Base
  change: Change
  amended: boolean
}

/**
 * How often the text is looked at again, for suggestions inside of what others have just changed. What overlaps deeper than
 * that counts as stale.
 */
const MOST_ROUNDS = 8

/**
 * Changes the document in one transaction of its own client id. Of suggestions that overlap, the one that begins first is
 * done first; the other is done too if its words are still what they were. Outcomes and stale ones stand in the order given.
 */
export function decide(doc: Y.Doc, proposals: readonly Proposal[]): Decision {
  const text = textOf(doc)
  const done = new Map<Proposal, Outcome>()
  const now = new Map<Proposal, Base | null>()
  let update: Uint8Array | null = null
  const keep = (made: Uint8Array) => {
    update = made
  }
  doc.on('update', keep)
  try {
    doc.transact(() => {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const open = proposals.filter((proposal) => !done.has(proposal))
        const before = done.size
        for (const [proposal, outcome] of doRound(text, open, now)) done.set(proposal, outcome)
        if (done.size === before || done.size === proposals.length) break
      }
    })
  } finally {
    doc.off('update', keep)
  }
  return {
    update,
    outcomes: proposals.flatMap((proposal) => done.get(proposal) ?? []),
    stale: proposals
      .filter((proposal) => !done.has(proposal))
      .map((proposal) => ({ suggestion: proposal.suggestion, now: now.get(proposal) ?? null })),
  }
}

/** What a decision did to one suggestion, on its way: the anchor is known only when the text is changed. */
interface Applied {
  proposal: Proposal
  before: Base
  after: Base
  /** In the text as the round leaves it. */
  place: Place
}

type Op = { retain: number; attributes?: object } | { insert: string; attributes: object } | { delete: number }

/** Does those that can be done beside each other. `now` is told the words of all. */
function doRound(
  text: Y.Text,
  open: readonly Proposal[],
  now: Map<Proposal, Base | null>,
): Iterable<[Proposal, Outcome]> {
  const standings = standingsOf(text, new Map(open.map((proposal) => [proposal, proposal.anchor])))
  const words = new PresentWords(text.toDelta() as DeltaRun[])
  const inOrder = open
    .flatMap((proposal) => {
      const place = standings.get(proposal)
      now.set(proposal, null)
      return place && !place.gone ? [{ proposal, place }] : []
    })
    .sort((one, other) => one.place.from - other.place.from || one.place.to - other.place.to)
  const ops: Op[] = []
  const applied: Applied[] = []
  /** Everything before it has been gone over; `grown` is how much longer the text has become there. */
  let at = 0
  let grown = 0
  for (const { proposal, place } of inOrder) {
    const before = words.at(place)
    now.set(proposal, before)
    if (place.from < at || !fits(words, place, before, proposal)) continue
    if (place.from > at) ops.push({ retain: place.from - at })
    for (const op of proposal.change) ops.push(explicit(op))
    const after = legalRuns(apply(before, proposal.change))
    const from = place.from + grown
    applied.push({ proposal, before, after, place: { from, to: from + lengthOf(after) } })
    grown += lengthOf(after) - lengthOf(before)
    at = place.to
  }
  // With `sanitize: false` Yjs 13 leaves out a last "\n", against what it says of it; as it is, all stays.
  if (applied.length > 0) text.applyDelta(ops)
  const anchors = anchorsAt(
    text,
    applied.map(({ place }) => place),
  )
  return applied.map(({ proposal, before, after }, index): [Proposal, Outcome] => {
    const { suggestion, rev, amended } = proposal
    return [proposal, { suggestion, rev, before, after, anchor: anchors[index] as Anchor, amended }]
  })
}

/** An insertion has just the attributes that it names. A copy: Yjs writes into what it is given. */
function explicit(op: Change[number]): Op {
  return 'insert' in op ? { insert: op.insert, attributes: { ...op.attributes } } : { ...op }
}
