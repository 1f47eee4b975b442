import { describe, expect, it } from 'vitest'
import type { EventBody, ReviewEvent } from '../../../shared/review/events.ts'
import { recordCsv, recordOf } from '../../../shared/review/record.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'

const ANCHOR = { first: { client: 7, clock: 1 }, last: { client: 7, clock: 3 } }
const nameOf = (account: string) => ({ ann: 'Ann', bob: 'Bob', cat: '=Cat' })[account] ?? 'Somebody'

/** One after the other, a minute apart. */
function stateOf(bodies: [by: string, body: EventBody][]): ReviewState {
  const events = bodies.map(([by, body], index): ReviewEvent => {
    return { ...body, seq: index + 1, by, at: new Date(Date.UTC(2026, 0, 1, 10, index)).toISOString() }
  })
  return reduce(EMPTY_REVIEW, events)
}

function propose(suggestion: string, words: string, insert: string, reason = '', label?: string): EventBody {
  const change = [{ delete: words.length }, { insert }]
  return {
    id: `propose-${suggestion}`,
    type: 'propose',
    suggestion,
    anchor: ANCHOR,
    base: [{ insert: words }],
    change,
    reason,
    ...(label && { label }),
  }
}

function decide(
  verdict: 'accept' | 'reject',
  suggestion: string,
  before: string,
  after: string,
  amended = false,
): EventBody {
  const outcome = {
    suggestion,
    rev: 1,
    before: [{ insert: before }],
    after: [{ insert: after }],
    anchor: ANCHOR,
    amended,
  }
  return { id: `decide-${suggestion}`, type: 'decide', verdict, reason: 'because', outcomes: [outcome] }
}

function edited(id: string, line: number, before: string | null, after: string | null): EventBody {
  return { id, type: 'edited', lines: [{ line, before, after }], more: 0 }
}

describe('the record', () => {
  it('tells of every decision who asked for what, who decided, when and why, and counts', () => {
    const state = stateOf([
      ['cat', propose('one', 'teh', 'the', 'Grammar: a slip')],
      ['cat', propose('two', 'big', 'huge')],
      ['bob', propose('three', 'open', 'still')],
      ['ann', decide('accept', 'one', 'teh', 'the')],
      ['ann', decide('reject', 'two', 'big', 'big')],
    ])
    const { entries, people, tags } = recordOf(state, {
      nameOf,
      lines: new Map([['one', { line: 4, words: 'In the end.' }]]),
    })
    expect(entries).toEqual([
      {
        outcome: 'accepted',
        suggestion: 'one',
        line: 4,
        context: 'In the end.',
        before: 'teh',
        proposed: 'the',
        after: 'the',
        formatOnly: false,
        amended: false,
        by: { account: 'cat', name: '=Cat' },
        at: '2026-01-01T10:00:00.000Z',
        decidedBy: { account: 'ann', name: 'Ann' },
        decidedAt: '2026-01-01T10:03:00.000Z',
        reason: 'Grammar: a slip',
        decision: 'because',
        tag: 'Grammar',
        together: 1,
        more: 0,
      },
      expect.objectContaining({
        outcome: 'rejected',
        before: 'big',
        proposed: 'huge',
        after: 'big',
        line: null,
        tag: '',
      }),
    ])
    expect(people).toEqual([
      { account: 'cat', name: '=Cat', proposed: 2, accepted: 1, rejected: 1, decided: 0, edited: 0 },
      { account: 'ann', name: 'Ann', proposed: 0, accepted: 0, rejected: 0, decided: 2, edited: 0 },
    ])
    expect(tags).toEqual([
      { tag: '', accepted: 0, rejected: 1 },
      { tag: 'Grammar', accepted: 1, rejected: 0 },
    ])
  })

  it('tells direct writing into one line once, and not what came to nothing or was taken back', () => {
    const state = stateOf([
      ['ann', edited('e1', 3, 'A', 'Ab')],
      ['bob', edited('e2', 5, 'x', 'xy')],
      ['ann', edited('e3', 3, 'Ab', 'Abc')],
      ['bob', edited('e4', 5, 'xy', 'x')],
      ['cat', propose('one', 'teh', 'the')],
      ['ann', decide('accept', 'one', 'teh', 'the')],
      [
        'ann',
        {
          id: 'undecide-1',
          type: 'undecide',
          decision: 'decide-one',
          outcomes: [{ suggestion: 'one', rev: 1, before: [], after: [], anchor: ANCHOR, amended: false }],
        },
      ],
    ])
    expect(recordOf(state, { nameOf }).entries).toEqual([
      expect.objectContaining({
        outcome: 'edited',
        line: 3,
        before: 'A',
        after: 'Abc',
        at: '2026-01-01T10:02:00.000Z',
        decidedBy: null,
      }),
    ])
  })

  it('counts per tag: the suggestion’s own, else the one that a reason begins with; one the story has no more has no name', () => {
    const state = stateOf([
      ['cat', propose('one', 'teh', 'the', 'Grammar: a slip', 'style')],
      ['cat', propose('two', 'big', 'huge', 'Grammar: a slip')],
      ['cat', propose('three', 'red', 'blue', '', 'fact')],
      ['ann', { id: 'tag-1', type: 'tag', suggestion: 'three', label: 'continuity' }],
      ['cat', propose('four', 'a', 'b', '', 'pacing')],
      ['ann', { id: 'label-1', type: 'remove-label', label: 'pacing' }],
      ...['one', 'two', 'three', 'four'].map((id): [string, EventBody] => ['ann', decide('accept', id, 'a', 'b')]),
    ])
    const { entries, tags } = recordOf(state, { nameOf })
    expect(entries.map(({ tag }) => tag)).toEqual(['Style', 'Grammar', 'Continuity', ''])
    expect(tags.map(({ tag, accepted }) => [tag, accepted])).toEqual([
      ['', 1],
      ['Continuity', 1],
      ['Grammar', 1],
      ['Style', 1],
    ])
  })

  it('tells how many were decided together, and of much direct writing how many lines are not listed', () => {
    const outcome = (suggestion: string) => ({
      suggestion,
      rev: 1,
      before: [],
      after: [],
      anchor: ANCHOR,
      amended: false,
    })
    const state = stateOf([
      ['cat', propose('one', 'gray', 'grey')],
      ['cat', propose('two', 'gray', 'grey')],
      ['cat', propose('three', 'teh', 'the')],
      ['ann', { id: 'all', type: 'decide', verdict: 'accept', reason: '', outcomes: [outcome('one'), outcome('two')] }],
      ['ann', decide('accept', 'three', 'teh', 'the')],
      ['ann', { id: 'much', type: 'edited', lines: [{ line: 9, before: 'A', after: 'B' }], more: 41 }],
    ])
    const { entries, people } = recordOf(state, { nameOf })
    expect(entries.map(({ together, more }) => [together, more])).toEqual([
      [2, 0],
      [2, 0],
      [1, 0],
      [0, 41],
    ])
    expect(people.find(({ account }) => account === 'ann')?.edited).toBe(42)
  })

  it('knows a change of form by its words staying', () => {
    const state = stateOf([
      [
        'cat',
        {
          id: 'propose-1',
          type: 'propose',
          suggestion: 'one',
          anchor: ANCHOR,
          base: [{ insert: 'the' }],
          change: [{ retain: 3, attributes: { italic: true } }],
          reason: '',
        },
      ],
      ['ann', decide('accept', 'one', 'the', 'the')],
    ])
    expect(recordOf(state, { nameOf }).entries[0]?.formatOnly).toBe(true)
  })
})

describe('as a table', () => {
  it('is quoted where it must be, and calculates nothing', () => {
    const state = stateOf([
      ['cat', propose('one', 'say "a, b"', '=1+1', '@SUM(A1)')],
      ['ann', decide('accept', 'one', 'say "a, b"', '\n-2')],
    ])
    const csv = recordCsv(recordOf(state, { nameOf }))
    expect(csv.startsWith('\ufeffLine,Outcome,Before,')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv.split('\r\n')[1]).toBe(
      `,accepted,"say ""a, b""",'=1+1,"'\n-2",,,'=Cat,2026-01-01T10:00:00.000Z,Ann,2026-01-01T10:01:00.000Z,'@SUM(A1),because,,,`,
    )
  })
})
