import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decide, type Proposal } from '../../../server/rooms/decide.ts'
import { between } from '../../../server/rooms/decider.ts'
import { docOf } from '../../../server/rooms/held-docs.ts'
import { apply, type Base, type Change, inverse } from '../../../shared/review/change.ts'
import type { DeltaRun } from '../../../shared/story/delta.ts'
import { anchorAt, standingsOf } from '../../../shared/story/places.ts'
import { textOf } from '../../../shared/story/story-doc.ts'
import { dice, freshLog } from '../../kit/honest-traffic.ts'

const LINES = ['A title', 'It was a dark night.', '', 'He said nothing \u{1f600} at all.']

function story(lines = LINES): Y.Doc {
  return docOf([freshLog(lines).state.snapshot])
}

const copy = (doc: Y.Doc) => docOf([Y.encodeStateAsUpdate(doc)])
const read = (doc: Y.Doc) => textOf(doc).toDelta() as DeltaRun[]
const words = (doc: Y.Doc) => textOf(doc).toString()

/** What stands from one index to another. */
function baseAt(doc: Y.Doc, from: number, to: number): Base {
  const base: Base = []
  let at = 0
  for (const { insert, attributes } of read(doc)) {
    const piece = insert.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (piece)
      base.push(attributes && Object.keys(attributes).length > 0 ? { insert: piece, attributes } : { insert: piece })
    at += insert.length
  }
  return base
}

let last = 0
function proposal(doc: Y.Doc, from: number, to: number, change: Change): Proposal {
  last++
  const anchor = anchorAt(textOf(doc), { from, to })
  return { suggestion: `s${last}`, rev: 1, anchor, base: baseAt(doc, from, to), change, amended: false }
}

function onWords(doc: Y.Doc, quoted: string, change: Change): Proposal {
  const from = words(doc).indexOf(quoted)
  return proposal(doc, from, from + quoted.length, change)
}

describe('a suggestion that is accepted', () => {
  it('replaces its words, says what they were and are, and where the new ones stand', () => {
    const doc = story()
    const made = decide(doc, [
      onWords(doc, 'dark', [{ delete: 4 }, { insert: 'stormy', attributes: { italic: true } }]),
    ])
    expect(words(doc)).toBe('\nA title\nIt was a stormy night.\n\nHe said nothing \u{1f600} at all.')
    const [outcome] = made.outcomes
    expect(outcome).toMatchObject({
      before: [{ insert: 'dark' }],
      after: [{ insert: 'stormy', attributes: { italic: true } }],
    })
    const place = standingsOf(textOf(doc), new Map([['it', outcome!.anchor]])).get('it')
    expect(baseAt(doc, place!.from, place!.to)).toEqual(outcome!.after)
    expect(made.stale).toEqual([])
  })

  it('takes on none of its neighbours’ marks', () => {
    const doc = story()
    const at = words(doc).indexOf('dark')
    textOf(doc).format(at, 4, { bold: true })
    decide(doc, [proposal(doc, at + 4, at + 4, [{ insert: 'er' }])])
    expect(baseAt(doc, at, at + 6)).toEqual([{ insert: 'dark', attributes: { bold: true } }, { insert: 'er' }])
  })

  it('deletes, splits, joins and formats, and leaves a point where nothing is left', () => {
    const doc = story()
    const { outcomes } = decide(doc, [
      onWords(doc, 'A title', [{ delete: 2 }, { retain: 5, attributes: { bold: true } }]),
      onWords(doc, ' dark', [{ delete: 5 }]),
      onWords(doc, '\n\n', [{ delete: 1 }, { retain: 1, attributes: { gap: 3 } }]),
      proposal(doc, words(doc).indexOf(' nothing'), words(doc).indexOf(' nothing'), [
        { insert: '\n', attributes: { gap: 1 } },
      ]),
    ])
    expect(outcomes).toHaveLength(4)
    expect(words(doc)).toBe('\ntitle\nIt was a night.\nHe said\n nothing \u{1f600} at all.')
    expect(outcomes[1]!.anchor.first).toBeNull()
    expect(standingsOf(textOf(doc), new Map([[1, outcomes[1]!.anchor]])).get(1)).toMatchObject({ gone: false })
    expect(baseAt(doc, 22, 23)).toEqual([{ insert: '\n', attributes: { gap: 3 } }])
  })

  it('puts an empty line, and a line, at the very end of the story', () => {
    const doc = story()
    const end = words(doc).length
    const [made] = decide(doc, [proposal(doc, end, end, [{ insert: '\n', attributes: { gap: 1 } }])]).outcomes
    expect(made?.after).toEqual([{ insert: '\n', attributes: { gap: 1 } }])
    expect(words(doc)).toBe(`\n${LINES.join('\n')}\n`)
    decide(doc, [proposal(doc, end + 1, end + 1, [{ insert: 'The end.' }, { insert: '\n' }])])
    expect(words(doc)).toBe(`\n${LINES.join('\n')}\nThe end.\n`)
  })

  it('brings one update, under one client id, that makes the same text of any copy', () => {
    const doc = story()
    const other = copy(doc)
    const { update } = decide(doc, [
      onWords(doc, 'dark', [{ delete: 4 }]),
      onWords(doc, 'nothing', [{ insert: 'almost ' }, { retain: 7 }]),
    ])
    Y.applyUpdate(other, update!)
    expect(read(other)).toEqual(read(doc))
    expect([...Y.parseUpdateMeta(update!).to.keys()]).toEqual([doc.clientID])
  })
})

describe('a suggestion is stale', () => {
  it('when its words are others now, and says which; when they are gone, it says so; nothing is done', () => {
    const doc = story()
    const [one, two] = [onWords(doc, 'dark', [{ delete: 4 }]), onWords(doc, 'nothing', [{ delete: 7 }])]
    textOf(doc).insert(words(doc).indexOf('dark') + 2, 'X')
    textOf(doc).delete(words(doc).indexOf('nothing'), 7)
    const before = words(doc)
    const { update, outcomes, stale } = decide(doc, [one, two])
    expect([update, outcomes]).toEqual([null, []])
    expect(stale).toEqual([
      { suggestion: one.suggestion, now: [{ insert: 'daXrk' }] },
      { suggestion: two.suggestion, now: null },
    ])
    expect(words(doc)).toBe(before)
  })

  it('when only its marks are others', () => {
    const doc = story()
    const one = onWords(doc, 'dark', [{ delete: 4 }])
    textOf(doc).format(words(doc).indexOf('ark'), 1, { strike: true })
    expect(decide(doc, [one]).stale).toHaveLength(1)
  })

  it('when it would cut a character in two, or take the first line of the story away', () => {
    const doc = story()
    const made = [
      onWords(doc, '\u{1f600}', [{ retain: 1 }, { delete: 1 }]),
      onWords(doc, '\u{1f600}', [{ retain: 1 }, { insert: '-' }, { retain: 1 }]),
      proposal(doc, 0, 2, [{ delete: 2 }]),
      proposal(doc, 0, 2, [{ insert: 'x' }, { retain: 2 }]),
    ]
    expect(decide(doc, made)).toMatchObject({
      update: null,
      outcomes: [],
      stale: made.map(({ suggestion }) => ({ suggestion })),
    })
  })

  it('not because of attributes that no story knows', () => {
    const doc = story()
    const one = onWords(doc, 'dark', [{ delete: 4 }])
    textOf(doc).format(words(doc).indexOf('dark'), 4, { gap: 3 })
    expect(decide(doc, [one]).outcomes).toHaveLength(1)
  })
})

describe('of suggestions that overlap', () => {
  it('one wins, and the other is stale with the words that the first one left', () => {
    const doc = story()
    const one = onWords(doc, 'a dark night', [{ delete: 12 }, { insert: 'day' }])
    const two = onWords(doc, 'dark', [{ delete: 4 }, { insert: 'bright' }])
    const { outcomes, stale } = decide(doc, [two, one])
    expect(outcomes.map(({ suggestion }) => suggestion)).toEqual([one.suggestion])
    expect(stale).toEqual([{ suggestion: two.suggestion, now: null }])
    expect(words(doc)).toContain('It was day.')
  })

  it('both are done where the first leaves the words of the second as they are', () => {
    const doc = story()
    const one = onWords(doc, 'a dark night', [{ delete: 1 }, { insert: 'one' }, { retain: 11 }])
    const two = onWords(doc, 'dark', [{ delete: 4 }, { insert: 'bright' }])
    expect(decide(doc, [two, one]).outcomes.map(({ suggestion }) => suggestion)).toEqual([
      two.suggestion,
      one.suggestion,
    ])
    expect(words(doc)).toContain('It was one bright night.')
  })

  it('insertions at one point are all done, in the order given', () => {
    const doc = story()
    const at = words(doc).indexOf('dark')
    decide(doc, [proposal(doc, at, at, [{ insert: 'very ' }]), proposal(doc, at, at, [{ insert: 'quite ' }])])
    expect(words(doc)).toContain('a very quite dark')
  })
})

/** Disjoint changes all over a text, with the edits that they are. */
function scatter(doc: Y.Doc, random: () => number): Proposal[] {
  const length = textOf(doc).length
  const proposals: Proposal[] = []
  for (let at = 1 + Math.floor(random() * 4); at < length - 6; at += 8 + Math.floor(random() * 6)) {
    const span = Math.floor(random() * 5)
    const changes: Change[] = [
      [{ delete: span }, { insert: random() < 0.3 ? 'x\ny' : 'new', attributes: random() < 0.5 ? { bold: true } : {} }],
      [{ retain: span, attributes: { italic: random() < 0.5 ? true : null } }, { insert: '.' }],
      [{ insert: '(' }, { retain: span }, { insert: ')' }],
    ]
    const change = changes[Math.floor(random() * changes.length)]!.filter(
      (op) => !('delete' in op && op.delete === 0) && !('retain' in op && op.retain === 0),
    )
    proposals.push(proposal(doc, at, at + span, change))
  }
  return proposals
}

function direct(doc: Y.Doc, proposals: readonly Proposal[]): DeltaRun[] {
  const places = standingsOf(textOf(doc), new Map(proposals.map((one) => [one, one.anchor])))
  const inOrder = [...proposals].sort((a, b) => places.get(b)!.from - places.get(a)!.from)
  for (const one of inOrder) {
    const { base, change } = one
    const place = places.get(one)!
    const text = textOf(doc)
    text.delete(place.from, place.to - place.from)
    let at = place.from
    for (const run of apply(base, change)) {
      text.insert(at, run.insert, { bold: null, italic: null, strike: null, ...run.attributes } as object)
      at += run.insert.length
    }
  }
  return read(doc)
}

describe('for random texts and disjoint suggestions', () => {
  const seeds = Array.from({ length: 25 }, (_, index) => index + 1)
  const lines = Array.from({ length: 12 }, (_, index) => `Line ${index} of words that say nothing much at all.`)

  it.each(seeds)('accepting all is the same as writing it (seed %i)', (seed) => {
    const random = dice(seed)
    const doc = story(lines)
    for (let mark = 0; mark < 10; mark++) {
      textOf(doc).format(1 + Math.floor(random() * 300), 5, { [random() < 0.5 ? 'bold' : 'italic']: true })
    }
    const proposals = scatter(doc, random)
    const other = copy(doc)
    const { outcomes, stale } = decide(doc, proposals)
    expect(stale).toEqual([])
    expect(outcomes).toHaveLength(proposals.length)
    expect(joined(read(doc))).toEqual(joined(direct(other, proposals)))
  })

  it.each(seeds)('decisions commute, and taking them back leaves the text as it was (seed %i)', (seed) => {
    const random = dice(seed + 1000)
    const doc = story(lines)
    const before = read(doc)
    const proposals = scatter(doc, random)
    const [half, rest] = [proposals.filter((_, index) => index % 2 === 0), proposals.filter((_, index) => index % 2)]
    const other = copy(doc)
    const first = decide(doc, half)
    const second = decide(doc, rest)
    decide(other, rest)
    decide(other, half)
    expect(joined(read(other))).toEqual(joined(read(doc)))
    const back = [...first.outcomes, ...second.outcomes].map(
      ({ suggestion, anchor, before: base, after }, index): Proposal => {
        const { change } = proposals.find((one) => one.suggestion === suggestion)!
        const way = index % 2 ? inverse(base, change) : between(after, base)
        return { suggestion, rev: 1, anchor, base: after, change: way, amended: false }
      },
    )
    const undone = decide(doc, back)
    expect(undone.stale).toEqual([])
    expect(joined(read(doc))).toEqual(joined(before))
    // Done again, on the words that came back.
    const again = decide(
      doc,
      undone.outcomes.map((outcome) => {
        const known = proposals.find((one) => one.suggestion === outcome.suggestion)!
        return { ...known, anchor: outcome.anchor }
      }),
    )
    expect(again.stale).toEqual([])
    expect(joined(read(doc))).toEqual(joined(read(other)))
  })
})

it('a thousand suggestions in a hundred thousand words are one change', () => {
  const doc = story(
    Array.from({ length: 5_000 }, (_, index) => `Line ${index} ${'has some words in it '.repeat(4)}end.`),
  )
  const text = words(doc)
  const proposals: Proposal[] = []
  for (let line = 0; line < 5_000; line += 5) {
    const from = text.indexOf(`Line ${line} has`)
    const anchor = anchorAt(textOf(doc), { from, to: from + 4 })
    const change: Change = [{ delete: 4 }, { insert: 'Row' }]
    proposals.push({ suggestion: `s${line}`, rev: 1, anchor, base: [{ insert: 'Line' }], change, amended: false })
  }
  let updates = 0
  doc.on('update', () => updates++)
  const begun = performance.now()
  const { outcomes } = decide(doc, proposals)
  console.info(`1,000 decisions: ${Math.round(performance.now() - begun)} ms`)
  expect(outcomes).toHaveLength(1_000)
  expect(updates).toBe(1)
  expect(words(doc).match(/\nRow \d+ has/g)).toHaveLength(1_000)
})

/** Without empty attributes, and neighbours alike as one. */
function joined(runs: readonly DeltaRun[]): DeltaRun[] {
  const out: DeltaRun[] = []
  for (const { insert, attributes = {} } of runs) {
    const before = out.at(-1)
    if (before && JSON.stringify(before.attributes) === JSON.stringify(sorted(attributes))) before.insert += insert
    else out.push({ insert, attributes: sorted(attributes) })
  }
  return out
}

function sorted(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
}
