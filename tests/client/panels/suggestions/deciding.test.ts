import { beforeEach, expect, test, vi } from 'vitest'
import { Deciding } from '../../../../client/panels/suggestions/deciding.ts'
import type { Suggestion } from '../../../../shared/review/state.ts'
import { placed, ReviewDesk, sourceOf } from './review-desk.ts'

const said: string[] = []
const toasts: { message: string; undo: (() => void) | undefined }[] = []
vi.mock('../../../../client/ui/live-region.ts', () => ({ announce: (sentence: string) => void said.push(sentence) }))
vi.mock('../../../../client/ui/toast.ts', () => ({
  showToast: (message: string, action?: { run: () => void }) => {
    toasts.push({ message, undo: action?.run })
    return () => undefined
  },
}))
vi.stubGlobal('requestAnimationFrame', () => 0)

const NAMES: Record<string, string> = { ruth: 'Ruth Adeyemi', june: 'June Park', tomas: 'Tomás Weil' }
let review: ReviewDesk
let desk: ReturnType<typeof sourceOf>
let deciding: Deciding

beforeEach(async () => {
  said.length = 0
  toasts.length = 0
  review = new ReviewDesk('ruth')
  await review.propose('suggest-1', 'june', [{ insert: 'various different' }], [{ delete: 17 }], 10, 'Wordy')
  await review.propose('suggest-2', 'tomas', [{ insert: 'of' }], [{ delete: 2 }, { insert: 'on' }], 50)
  await review.propose('suggest-3', 'tomas', [{ insert: 'gray' }], [{ delete: 4 }, { insert: 'grey' }], 90)
  desk = sourceOf([
    placed('suggest-1', 19, 10, 'various different'),
    placed('suggest-2', 22, 50, 'of'),
    placed('suggest-3', 30, 90, 'gray'),
  ])
  deciding = new Deciding({ review, source: desk.source, nameOf: (account) => NAMES[account] ?? '' })
})

function one(id: string): Suggestion {
  const found = review.state.peek().suggestions.get(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

test('accepting and going on opens the next one and says which it is', async () => {
  expect(await deciding.decide('accept', one('suggest-1'), { goOn: true, reason: 'Yes' })).toBe(true)
  expect(one('suggest-1').decided).toMatchObject({ verdict: 'accept', reason: 'Yes', by: 'ruth' })
  expect(desk.source.active.peek()).toBe('suggest-2')
  expect(desk.revealed).toEqual(['suggest-2'])
  expect(said).toContain('Next suggestion, 1 of 2, line 22: replace “of” by “on”, by Tomás Weil.')
})

test('after the last one in the text it stops and says how many are further up', async () => {
  await deciding.decide('reject', one('suggest-3'), { goOn: true })
  expect(said).toContain('That was the last one in the text; 2 further up.')
  expect(desk.source.active.peek()).toBe(null)
})

test('the undo of a decision opens the suggestion again, by an event of its own', async () => {
  await deciding.decide('accept', one('suggest-2'))
  toasts.at(-1)?.undo?.()
  await vi.waitFor(() => expect(one('suggest-2').status).toBe('open'))
  expect(review.events.at(-1)?.type).toBe('undecide')
})

test('a batch is one command, and its undo takes back the whole of it', async () => {
  const before = review.events.length
  const outcome = await deciding.decideAll('accept', [one('suggest-1'), one('suggest-2'), one('suggest-3')])
  expect(outcome).toEqual({ decided: 3, stale: [] })
  expect(review.events.length).toBe(before + 1)
  expect(toasts.at(-1)?.message).toBe('Accepted 3 suggestions.')
  await deciding.undo()
  expect([...review.state.peek().suggestions.values()].map(({ status }) => status)).toEqual(['open', 'open', 'open'])
  expect(review.events.length).toBe(before + 2)
})

test('a batch leaves stale ones alone, counts them and names them', async () => {
  review.stale.set('suggest-2', [{ insert: 'off' }])
  const outcome = await deciding.decideAll('accept', [one('suggest-1'), one('suggest-2')])
  expect(outcome).toEqual({ decided: 1, stale: ['suggest-2'] })
  expect(one('suggest-2').status).toBe('open')
  expect(deciding.staleNow(one('suggest-2'))).toEqual([{ insert: 'off' }])
  expect(toasts.at(-1)?.message).toBe('Accepted 1 suggestion. 1 is stale: the words had changed.')
})

test('a batch of stale ones alone decides nothing and says so', async () => {
  review.stale.set('suggest-1', null)
  expect(await deciding.decideAll('accept', [one('suggest-1')])).toEqual({ decided: 0, stale: ['suggest-1'] })
  expect(said).toContain('None of them: the words of all had changed.')
})

test('what the server said to be stale counts while the same words stand there', async () => {
  review.stale.set('suggest-2', [{ insert: 'of', attributes: { bold: true } }])
  expect(await deciding.decide('accept', one('suggest-2'))).toBe(false)
  expect(deciding.staleNow(one('suggest-2'))).toEqual([{ insert: 'of', attributes: { bold: true } }])
  desk.source.placed.value = [placed('suggest-2', 22, 50, 'off', 'changed')]
  expect(deciding.staleNow(one('suggest-2'))).toEqual([{ insert: 'off' }])
  desk.source.placed.value = [placed('suggest-2', 22, 50, '', 'orphan')]
  expect(deciding.staleNow(one('suggest-2'))).toBe(null)
})

test('keeping the present words rejects a stale one and says why', async () => {
  await deciding.keepNow(one('suggest-2'))
  expect(one('suggest-2').decided).toMatchObject({ verdict: 'reject', reason: expect.stringContaining('had changed') })
})

test('the proposed words are put on the present ones by a suggestion of their own, and the stale one is closed', async () => {
  review.stale.set('suggest-2', [{ insert: 'off' }])
  expect(await deciding.putWords(one('suggest-2'), [{ insert: 'off' }])).toBe(true)
  const anew = [...review.state.peek().suggestions.values()].find(({ id }) => !id.startsWith('suggest-'))
  expect(anew).toMatchObject({ status: 'accepted', by: 'ruth', reason: expect.stringContaining('Tomás Weil') })
  expect(anew?.decided?.before).toEqual([{ insert: 'off' }])
  expect(anew?.decided?.after).toEqual([{ insert: 'on' }])
  expect(one('suggest-2').status).toBe('rejected')
})

test('what somebody else decided meanwhile is told at the card and nothing is decided twice', async () => {
  const seen = one('suggest-1')
  await review.by('tomas', { type: 'decide', verdict: 'reject', decisions: [{ suggestion: 'suggest-1', rev: 1 }] })
  expect(await deciding.decide('accept', seen)).toBe(false)
  expect(deciding.wrong.peek().get('suggest-1')).toMatch(/decided meanwhile/)
  expect(one('suggest-1').status).toBe('rejected')
})

test('without a server a decision is kept, said to be, and offers no undo', async () => {
  review.away = true
  expect(await deciding.decide('accept', one('suggest-1'))).toBe(true)
  expect(said).toContain('Kept here until the server is back.')
  expect(toasts).toEqual([])
  expect(deciding.busy.peek().size).toBe(0)
})

test('stepping goes through the text in its order and stops at both ends', () => {
  expect([deciding.step(1), deciding.step(1), deciding.step(1), deciding.step(1)]).toEqual([true, true, true, false])
  expect(desk.revealed).toEqual(['suggest-1', 'suggest-2', 'suggest-3'])
  expect(said.at(-1)).toBe('No further suggestion.')
  expect([deciding.step(-1), deciding.step(-1), deciding.step(-1)]).toEqual([true, true, false])
  expect(said.at(-1)).toBe('No earlier suggestion.')
})

test('a reason given later leaves the change as it was, and one that is the same is not sent', async () => {
  await review.propose('suggest-4', 'ruth', [{ insert: 'towards' }], [{ delete: 7 }, { insert: 'toward' }], 120)
  const before = one('suggest-4')
  expect(await deciding.giveReason(before, 'House style')).toBe(true)
  const { rev, base, change, reason } = one('suggest-4')
  expect([rev, base, change, reason]).toEqual([2, before.base, before.change, 'House style'])
  const { length } = review.events
  expect(await deciding.giveReason(one('suggest-4'), 'House style')).toBe(true)
  expect(review.events).toHaveLength(length)
  expect(await deciding.giveReason(one('suggest-2'), 'Not mine')).toBe(false)
  expect(deciding.wrong.peek().get('suggest-2')).toBeTruthy()
})
