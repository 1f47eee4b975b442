import { beforeEach, expect, test } from 'vitest'
import { mentions, newsSince } from '../../../../client/panels/since/since-news.ts'
import type { Ask } from '../../../../client/sync/review.ts'
import { ReviewDesk } from '../suggestions/review-desk.ts'

let review: ReviewDesk

beforeEach(() => {
  review = new ReviewDesk('june-p')
})

function note(id: string, more: Partial<Extract<Ask, { type: 'open-note' }>> = {}): Ask {
  return { type: 'open-note', note: id, kind: 'comment', anchor: null, quote: null, body: 'Is this so?', ...more }
}

/** Looks at everything, and answers what is new after `then`. */
async function after(then: () => Promise<unknown>) {
  // On an empty review one has seen nothing, which is a first visit.
  await review.ask(note('note-first'))
  review.seen()
  const mine = review.state.peek().seen.get('june-p')
  await then()
  return newsSince(review.state.peek(), {
    me: 'june-p',
    name: 'June Park',
    upto: mine?.upto ?? 0,
    at: mine?.at ?? null,
  })
}

test('on a first visit nothing is news', async () => {
  await review.by('idris', note('note-one'))
  expect(newsSince(review.state.peek(), { me: 'june-p', name: 'June Park', upto: 0, at: null })).toEqual([])
})

test('what one did oneself is no news', async () => {
  const news = await after(async () => {
    await review.ask(note('note-one'))
    await review.ask({ type: 'reply', thread: 'note-one', reply: 'reply-one', body: 'Yes' })
    await review.propose('suggest-1', 'june-p', [{ insert: 'a' }], [{ delete: 1 }], 1)
    review.note('june-p', { id: 'edited-one', type: 'edited', lines: [{ line: 1, before: 'a', after: 'b' }], more: 0 })
  })
  expect(news).toEqual([])
})

test('an answer in a thread of mine is told, with its words; what was answered before is not told again', async () => {
  await review.ask(note('note-one'))
  await review.by('idris', { type: 'reply', thread: 'note-one', reply: 'reply-old', body: 'Old' })
  const news = await after(() =>
    review.by('ruth', { type: 'reply', thread: 'note-one', reply: 'reply-new', body: 'It is.' }),
  )
  expect(news).toMatchObject([{ kind: 'answered', by: 'ruth', words: 'It is.', thread: 'note-one' }])
})

test('a mere touch by oneself does not bring an old answer back', async () => {
  await review.ask(note('note-one'))
  await review.by('idris', { type: 'reply', thread: 'note-one', reply: 'reply-old', body: 'Old' })
  const news = await after(() =>
    review.ask({ type: 'react', thread: 'note-one', reply: 'reply-old', reaction: '👍', on: true }),
  )
  expect(news).toEqual([])
})

test('what is assigned to me or names me is asked of me', async () => {
  await review.ask(note('note-mine'))
  const news = await after(async () => {
    await review.by('ruth', note('note-one', { assigned: 'june-p' }))
    await review.by('ruth', note('note-two', { body: 'Look, @June Park' }))
    await review.by('idris', { type: 'reply', thread: 'note-mine', reply: 'reply-one', body: '@june park please' })
    await review.by('ruth', note('note-three'))
  })
  expect(news.map(({ kind, thread }) => [kind, thread])).toEqual([
    ['note', 'note-three'],
    ['asked', 'note-mine'],
    ['asked', 'note-two'],
    ['asked', 'note-one'],
  ])
})

test('what was decided about my suggestions is told with its reason; of others’ only what was accepted', async () => {
  await review.propose('suggest-1', 'june-p', [{ insert: 'a' }], [{ delete: 1 }], 1)
  await review.propose('suggest-2', 'tomas', [{ insert: 'b' }], [{ delete: 1 }], 2)
  await review.propose('suggest-3', 'tomas', [{ insert: 'c' }], [{ delete: 1 }], 3)
  const decide = (verdict: 'accept' | 'reject', suggestion: string, reason = '') =>
    review.by('ruth', { type: 'decide', verdict, reason, decisions: [{ suggestion, rev: 1 }] })
  const news = await after(async () => {
    await decide('reject', 'suggest-1', 'It is meant')
    await decide('reject', 'suggest-2')
    await decide('accept', 'suggest-3')
  })
  expect(news).toMatchObject([
    { kind: 'decided', thread: 'suggest-3', outcome: 'accepted' },
    { kind: 'decided', thread: 'suggest-1', outcome: 'rejected', words: 'It is meant' },
  ])
})

test('new suggestions and direct edits of others are told, an edit with its line', async () => {
  const news = await after(async () => {
    await review.propose('suggest-1', 'tomas', [{ insert: 'a' }], [{ delete: 1 }], 1, 'Wordy')
    const lines = [{ line: 7, before: 'a', after: 'b' }]
    review.note('idris', { id: 'edited-one', type: 'edited', lines, more: 0 })
  })
  expect(news).toMatchObject([
    { kind: 'edited', line: 7, words: 'b', thread: null },
    { kind: 'suggestion', words: 'Wordy', by: 'tomas' },
  ])
})

test('a name that only begins like mine does not mean me', () => {
  expect(mentions('see @June Park.', 'June Park')).toBe(true)
  expect(mentions('see @June Parker', 'June Park')).toBe(false)
  expect(mentions('see June Park', 'June Park')).toBe(false)
})
