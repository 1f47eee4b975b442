import { describe, expect, test } from 'vitest'
import { nextOf } from '../../../../client/panels/margin/card-queue.ts'
import { entriesOf } from '../../../../client/panels/margin/margin-entries.ts'
import { ALL_OPEN, filterWords, type MarginFilter, matches } from '../../../../client/panels/margin/margin-filter.ts'
import { newsSince } from '../../../../client/panels/margin/margin-words.ts'
import { EMPTY_REVIEW, type Note, type ReviewState, type Suggestion } from '../../../../shared/review/state.ts'

const PEOPLE = [
  { id: 'ruth', name: 'Ruth' },
  { id: 'june', name: 'June' },
]
const name = (account: string) => PEOPLE.find(({ id }) => id === account)?.name ?? '?'

function note(id: string, more: Partial<Note> = {}): Note {
  return {
    id,
    by: 'june',
    at: '2026-11-02T10:00:00Z',
    touched: 5,
    anchor: { first: null, last: { client: 1, clock: 1 } },
    quote: { words: 'the mud shone', before: '', after: '' },
    moved: null,
    replies: [],
    reactions: {},
    kind: 'comment',
    label: null,
    body: 'Words',
    editedAt: null,
    earlier: [],
    assigned: null,
    mustFix: false,
    private: false,
    resolved: null,
    deleted: false,
    ...more,
  }
}

const stateOf = (seq: number, ...notes: Note[]): ReviewState => ({
  ...EMPTY_REVIEW,
  seq,
  notes: new Map(notes.map((one) => [one.id, one])),
})

const MARKED: Suggestion = {
  id: 'marked',
  by: 'june',
  at: '2026-11-02T10:00:00Z',
  touched: 5,
  anchor: { first: null, last: { client: 1, clock: 1 } },
  quote: null,
  moved: null,
  replies: [],
  reactions: {},
  rev: 1,
  revisedAt: null,
  base: [{ insert: 'shell' }],
  change: [{ delete: 5 }],
  reason: '',
  label: 'pacing',
  rule: null,
  status: 'open',
  decided: null,
}

const NOTES = [
  note('whole', { anchor: null, quote: null }),
  note('plain'),
  note('asks', { body: '@Ruth, so?', kind: 'question', touched: 9 }),
  note('mine', { by: 'ruth', assigned: 'ruth', mustFix: true, touched: 9 }),
  note('done', { resolved: { by: 'june', at: '2026-11-02T10:00:00Z' } }),
  note('lost'),
  note('tagged', { kind: 'tag', label: 'pacing', body: '' }),
]
const PLACED = ['tagged', 'plain', 'asks', 'mine', 'done', 'marked', 'unknown', 'lost'].map((id, index) => ({
  id,
  state: id === 'lost' ? ('orphan' as const) : ('exact' as const),
  line: id === 'lost' ? 0 : index + 1,
  from: index,
  length: 1,
  words: 'shell',
}))
const { inOrder, lost } = entriesOf({ ...stateOf(9, ...NOTES), suggestions: new Map([['marked', MARKED]]) }, PLACED, 0)

describe('the margin lists', () => {
  test('notes on the whole story, then those in the text in its order, and lost ones apart', () => {
    expect(inOrder.map(({ id }) => id)).toEqual(['whole', 'tagged', 'plain', 'asks', 'mine', 'done', 'marked'])
    expect(lost.map(({ id }) => id)).toEqual(['lost'])
  })

  test.each<[Partial<MarginFilter>, string]>([
    [{}, 'whole tagged plain asks mine marked'],
    [{ show: 'done' }, 'done'],
    [{ whose: 'mine' }, 'mine'],
    [{ whose: 'asked' }, 'asks'],
    [{ whose: 'assigned' }, 'mine'],
    [{ whose: 'new' }, 'asks'],
    [{ person: 'ruth' }, 'mine'],
    [{ kind: 'question' }, 'asks'],
    [{ kind: 'tag', label: 'pacing' }, 'tagged'],
    [{ label: 'pacing' }, 'tagged marked'],
    [{ kind: 'suggestion', label: 'pacing' }, 'marked'],
    [{ kind: 'suggestion', label: 'style' }, ''],
    [{ mustFix: true }, 'mine'],
    [{ words: 'SO?' }, 'asks'],
  ])('with %j: %s', (part, ids) => {
    const looking = { me: 'ruth', seenBefore: 7, people: PEOPLE }
    const shown = inOrder.filter((entry) => matches(entry, { ...ALL_OPEN, ...part }, looking))
    expect(shown.map(({ id }) => id).join(' ')).toBe(ids)
  })

  test('a filter in words', () => {
    const filter = { ...ALL_OPEN, person: 'june', kind: 'question' as const, words: 'shell' }
    expect(filterWords(filter, name, EMPTY_REVIEW.labels)).toBe('questions, by June, with “shell”')
    const tagged = { ...ALL_OPEN, kind: 'suggestion' as const, label: 'style' }
    expect(filterWords(tagged, name, EMPTY_REVIEW.labels)).toBe('suggestions, tagged Style')
  })
})

test('the next one is behind the one in hand, of the kind asked for, and there is none after the last', () => {
  const among = inOrder.filter(({ id }) => id === 'tagged' || id === 'mine')
  expect(nextOf(inOrder, among, 'plain', 0, 1)?.id).toBe('mine')
  expect(nextOf(inOrder, among, 'plain', 0, -1)?.id).toBe('tagged')
  expect(nextOf(inOrder, among, 'mine', 0, 1)).toBeUndefined()
  expect(nextOf(inOrder, among, null, 1, 1)?.id).toBe('tagged')
})

test('news are what others did since, never one’s own', () => {
  const before = stateOf(5, note('one'))
  const reply = { id: 'r', by: 'june', at: '', body: 'So', editedAt: null, deleted: false, reactions: {} }
  const after = stateOf(8, note('one', { touched: 6, replies: [reply] }), note('own', { by: 'ruth', touched: 7 }))
  expect(newsSince(before, after, 'ruth', name)).toEqual(['June replied on “the mud shone”.'])
})
