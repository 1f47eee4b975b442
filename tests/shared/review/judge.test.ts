/** Who may do what to the review, and what makes no sense whoever asks. */
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../shared/refusals.ts'
import { type Command, type CommandGiven, CommandSchema } from '../../../shared/review/commands.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import { judge } from '../../../shared/review/judge.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import { ROLES, type Role } from '../../../shared/roles.ts'

const anchor = { first: { client: 7, clock: 1 }, last: { client: 7, clock: 3 } }
const quote = { words: 'mud', before: 'the ', after: ' shone' }
const base = [{ insert: 'mud' }]
const change = [{ delete: 3 }, { insert: 'silt' }]

let ids = 0
const command = (given: Record<string, unknown>): Command =>
  CommandSchema.parse({ id: `command-${++ids}`, ...given } as CommandGiven)

/** A state made by these commands, each as if it had been judged good. */
function after(...done: [by: string, given: Record<string, unknown>][]): ReviewState {
  return reduce(
    EMPTY_REVIEW,
    done.map(([by, given], index) => ({ ...command(given), seq: index + 1, at: 'now', by }) as ReviewEvent),
  )
}

function verdict(state: ReviewState, by: string, role: Role, given: Record<string, unknown>): string {
  try {
    judge(state, command(given), { id: by, role })
    return 'good'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code
  }
}

const note = { type: 'open-note', note: 'note-one', kind: 'comment', anchor, quote, body: 'Shone?' }
const proposal = { type: 'propose', suggestion: 'sugg-one', anchor, base, change }
const state = after(
  ['june-account', note],
  ['june-account', { ...note, note: 'note-two', private: true }],
  ['tomas-account', proposal],
  ['ruth-account', { type: 'reply', thread: 'note-one', reply: 'reply-one', body: 'On purpose.' }],
  ['tomas-account', { type: 'propose-words', words: [{ word: 'Ino', kind: 'name' }] }],
  ['ruth-account', { type: 'decide-style', decision: { part: 'dash', value: 'em' }, example: '' }],
)

/** Command → the least role, for somebody who wrote none of what it is about. */
const LEAST: [string, Record<string, unknown>, Role][] = [
  ['open a note', { ...note, note: 'note-new' }, 'commenter'],
  ['reply', { type: 'reply', thread: 'note-one', reply: 'reply-new', body: 'Yes.' }, 'commenter'],
  ['reply to a suggestion', { type: 'reply', thread: 'sugg-one', reply: 'reply-new', body: 'Yes.' }, 'commenter'],
  ['react', { type: 'react', thread: 'note-one', reply: null, reaction: '👍', on: true }, 'commenter'],
  ['resolve another’s note', { type: 'resolve', note: 'note-one' }, 'editor'],
  ['assign another’s note', { type: 'assign', note: 'note-one', to: 'ruth-account' }, 'editor'],
  ['mark another’s note', { type: 'mark', note: 'note-one', mustFix: true }, 'editor'],
  ['set a tag', { type: 'set-label', label: 'timeline', name: 'Timeline', description: '', swatch: 3 }, 'editor'],
  ['remove a tag', { type: 'remove-label', label: 'continuity' }, 'editor'],
  ['move another’s note', { type: 'move-anchor', thread: 'note-one', anchor, quote, how: 'undo' }, 'editor'],
  ['propose', { ...proposal, suggestion: 'sugg-new' }, 'proofreader'],
  ['propose with a tag', { ...proposal, suggestion: 'sugg-new', label: 'style' }, 'proofreader'],
  ['tag another’s suggestion', { type: 'tag', suggestion: 'sugg-one', label: 'style' }, 'editor'],
  ['accept', { type: 'decide', verdict: 'accept', decisions: [{ suggestion: 'sugg-one', rev: 1 }] }, 'editor'],
  ['propose words', { type: 'propose-words', words: [{ word: 'Sasuke', kind: 'name' }] }, 'proofreader'],
  ['allow words', { type: 'allow-words', words: [{ word: 'Sasuke', kind: 'name' }] }, 'editor'],
  ['drop another’s word', { type: 'drop-words', words: ['Ino'] }, 'editor'],
  ['dismiss', { type: 'dismiss', findings: [{ key: 'k1', rule: 'spelling', words: 'Ino' }], on: true }, 'proofreader'],
  ['switch a rule off', { type: 'switch-rule', rule: 'spelling', on: false }, 'editor'],
  ['decide on style', { type: 'decide-style', decision: { part: 'quotes', value: 'single' }, example: '' }, 'editor'],
  ['take back a decision on style', { type: 'undecide-style', style: 'dash' }, 'editor'],
  ['look', { type: 'see', upto: 2 }, 'reader'],
]

describe.each(LEAST)('to %s', (_, given, least) => {
  test.each(ROLES)('%s', (role) => {
    const reaches = ROLES.indexOf(role) >= ROLES.indexOf(least)
    expect(verdict(state, 'stranger-account', role, given)).toBe(reaches ? 'good' : 'forbidden')
  })
})

describe('what one wrote oneself', () => {
  test.each([
    ['edit', { type: 'edit-note', note: 'note-one', body: 'Shone.', kind: 'question', label: null }],
    ['delete', { type: 'delete-note', note: 'note-one' }],
  ])('only its author may %s, not even a maintainer', (_, given) => {
    expect(verdict(state, 'june-account', 'commenter', given)).toBe('good')
    expect(verdict(state, 'stranger-account', 'maintainer', given)).toBe('forbidden')
  })

  test('one may take back words that one proposed, until they are allowed', () => {
    const dropping = { type: 'drop-words', words: ['Ino'] }
    expect(verdict(state, 'tomas-account', 'proofreader', dropping)).toBe('good')
    const allowed = reduce(state, [
      {
        ...command({ type: 'allow-words', words: [{ word: 'Ino', kind: 'name' }] }),
        seq: state.seq + 1,
        at: 'now',
        by: 'ruth-account',
      } as ReviewEvent,
    ])
    expect(verdict(allowed, 'tomas-account', 'proofreader', dropping)).toBe('forbidden')
  })

  test('one may resolve, assign and mark one’s own note as a commenter', () => {
    for (const given of [
      { type: 'resolve', note: 'note-one' },
      { type: 'assign', note: 'note-one', to: 'ruth-account' },
      { type: 'mark', note: 'note-one', mustFix: true },
    ]) {
      expect(verdict(state, 'june-account', 'commenter', given)).toBe('good')
    }
  })

  test('a reply is changed and deleted by its author alone', () => {
    const edit = { type: 'edit-reply', thread: 'note-one', reply: 'reply-one', body: 'Yes, on purpose.' }
    expect(verdict(state, 'ruth-account', 'commenter', edit)).toBe('good')
    expect(verdict(state, 'june-account', 'editor', edit)).toBe('forbidden')
  })
})

test('another’s private note is not there, for whatever is tried with it', () => {
  for (const given of [
    { type: 'reply', thread: 'note-two', reply: 'reply-new', body: 'Hm.' },
    { type: 'resolve', note: 'note-two' },
    { type: 'delete-note', note: 'note-two' },
    { type: 'react', thread: 'note-two', reply: null, reaction: '👍', on: true },
    { type: 'move-anchor', thread: 'note-two', anchor, quote, how: 'hand' },
  ]) {
    expect(verdict(state, 'ruth-account', 'maintainer', given)).toBe('not-found')
    expect(verdict(state, 'ruth-account', 'maintainer', { ...given, note: 'note-nil', thread: 'note-nil' })).toBe(
      'not-found',
    )
  }
})

test('a suggestion is decided once, at the revision that was seen, and then no longer revised', () => {
  const accept = { type: 'decide', verdict: 'accept', decisions: [{ suggestion: 'sugg-one', rev: 1 }] }
  const revised = after(['tomas-account', proposal], ['tomas-account', { ...proposal, type: 'revise', rev: 1 }])
  expect(verdict(revised, 'ruth-account', 'editor', accept)).toBe('conflict')
  const withdrawn = after(
    ['tomas-account', proposal],
    ['tomas-account', { type: 'withdraw', suggestion: 'sugg-one', rev: 1 }],
  )
  expect(verdict(withdrawn, 'ruth-account', 'editor', accept)).toBe('conflict')
  expect(verdict(withdrawn, 'tomas-account', 'proofreader', { ...proposal, type: 'revise', rev: 1 })).toBe('conflict')
  const twice = { ...accept, decisions: [...accept.decisions, ...accept.decisions] }
  expect(verdict(state, 'ruth-account', 'editor', twice)).toBe('bad-request')
})

test('one tags one’s own suggestion while it is open, with a tag that the story has', () => {
  const tag = { type: 'tag', suggestion: 'sugg-one', label: 'style' }
  expect(verdict(state, 'tomas-account', 'proofreader', tag)).toBe('good')
  expect(verdict(state, 'tomas-account', 'proofreader', { ...tag, label: null })).toBe('good')
  expect(verdict(state, 'tomas-account', 'commenter', tag)).toBe('forbidden')
  expect(verdict(state, 'tomas-account', 'proofreader', { ...tag, label: 'nowhere' })).toBe('not-found')
  expect(verdict(state, 'ruth-account', 'editor', { ...tag, suggestion: 'sugg-nil' })).toBe('not-found')
  expect(
    verdict(state, 'tomas-account', 'proofreader', { ...proposal, suggestion: 'sugg-new', label: 'nowhere' }),
  ).toBe('not-found')
  const withdrawn = after(
    ['tomas-account', proposal],
    ['tomas-account', { type: 'withdraw', suggestion: 'sugg-one', rev: 1 }],
  )
  expect(verdict(withdrawn, 'ruth-account', 'editor', tag)).toBe('conflict')
})

test('nobody revises or withdraws another’s suggestion', () => {
  expect(verdict(state, 'ruth-account', 'maintainer', { ...proposal, type: 'revise', rev: 1 })).toBe('forbidden')
  expect(verdict(state, 'ruth-account', 'maintainer', { type: 'withdraw', suggestion: 'sugg-one', rev: 1 })).toBe(
    'forbidden',
  )
})

describe('what makes no sense', () => {
  test.each([
    ['a change that does not cover its words', { ...proposal, suggestion: 'sugg-new', change: [{ delete: 2 }] }],
    ['a change that changes nothing', { ...proposal, suggestion: 'sugg-new', change: [{ retain: 3 }] }],
    ['a tag without a label', { ...note, note: 'note-new', kind: 'tag' }],
    ['a comment with a label', { ...note, note: 'note-new', label: 'continuity' }],
    ['words without a place', { ...note, note: 'note-new', anchor: null }],
    ['an empty comment', { ...note, note: 'note-new', body: ' ' }],
    ['having seen what has not happened', { type: 'see', upto: 99 }],
  ])('%s', (_, given) => {
    expect(verdict(state, 'ruth-account', 'maintainer', given)).toBe('bad-request')
  })

  test('an id that is there already', () => {
    expect(verdict(state, 'ruth-account', 'editor', note)).toBe('conflict')
    expect(verdict(state, 'ruth-account', 'editor', { ...proposal, suggestion: 'note-one' })).toBe('conflict')
  })
})

describe('what a command may hold', () => {
  const broken = (given: Record<string, unknown>) => CommandSchema.safeParse({ id: 'command-x', ...given }).success
  test.each([
    ['half a surrogate pair', { ...note, body: 'x\ud83d' }],
    ['NUL', { ...note, body: 'x\0' }],
    ['a carriage return in the text', { ...proposal, change: [{ delete: 3 }, { insert: 'a\r' }] }],
    ['an attribute that no text has', { ...proposal, change: [{ retain: 3, attributes: { href: 'x' } }] }],
    ['an attribute out of range', { ...proposal, change: [{ retain: 3, attributes: { block: 9 } }] }],
    ['an unknown command', { type: 'drop-table' }],
    ['a made-up reaction', { type: 'react', thread: 'note-one', reply: null, reaction: '<b>', on: true }],
    ['an id that is no id', { ...note, note: '../../etc' }],
  ])('not %s', (_, given) => {
    expect(broken(given)).toBe(false)
  })
})
