import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completed } from '../../../client/sync/complete-command.ts'
import { ReviewAhead } from '../../../client/sync/review-ahead.ts'
import type { Entry } from '../../../client/sync/review-outbox.ts'
import type { Command } from '../../../shared/review/commands.ts'
import { judge } from '../../../shared/review/judge.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import type { Role } from '../../../shared/roles.ts'
import { noteId, openNote, propose } from './review-client.ts'

const ME = { me: 'ada-----', role: 'editor' } as const

function entry(
  id: string,
  ask: Parameters<typeof completed>[0] extends infer Given ? Omit<Given & object, 'id'> : never,
) {
  const command = completed({ ...ask, id } as Command)
  return { id, command, at: 1000, refused: null, kept: true, seq: null, asker: null, sending: false } satisfies Entry
}

/** Counts how often something is judged; `role` may be changed. */
function counting(role: Role = ME.role) {
  const counted = { judged: 0, role }
  const ahead = new ReviewAhead((state: ReviewState, command) => {
    counted.judged += 1
    judge(state, command, { id: ME.me, role: counted.role })
  })
  return { ahead, counted }
}

const proposals = (count: number) => Array.from({ length: count }, (_, nth) => entry(`c${nth}`, propose(`p${nth}`)))

test('each of a thousand that come one after the other is done once, and states that were looked at stay as they were', () => {
  const { ahead, counted } = counting()
  const all = proposals(1000)
  const looked: ReviewState[] = []
  for (let count = 1; count <= all.length; count += 1) {
    ahead.follow(EMPTY_REVIEW, all.slice(0, count), ME)
    if (count % 300 === 0) looked.push(ahead.state)
  }
  expect(counted.judged).toBe(1000)
  expect(ahead.state.suggestions.size).toBe(1000)
  expect(looked.map(({ suggestions }) => suggestions.size)).toEqual([300, 600, 900])
  expect(ahead.follow(EMPTY_REVIEW, all, ME)).toBe(false)
})

test('when nothing waits the state is the server’s own', () => {
  const { ahead } = counting()
  ahead.follow(EMPTY_REVIEW, proposals(2), ME)
  const event = { ...proposals(1)[0]!.command, seq: 1, at: '2026-11-02T10:00:00.000Z', by: ME.me }
  const server = reduce(EMPTY_REVIEW, [event as never])
  ahead.follow(server, [], ME)
  expect(ahead.state).toBe(server)
})

test('whatever waits, comes, goes or is told: the same as all of it done anew', () => {
  const asks = [
    openNote('one'),
    openNote('two'),
    { type: 'reply', thread: noteId('one'), reply: noteId('r'), body: 'Yes.' },
    { type: 'resolve', note: noteId('one') },
    { type: 'resolve', note: noteId('two') },
    { type: 'delete-note', note: noteId('one') },
    propose('p'),
    { type: 'withdraw', suggestion: noteId('p'), rev: 1 },
  ] as const
  const waiting = fc.array(fc.nat(asks.length - 1), { maxLength: 8 })
  const entries = asks.map((ask, nth) => entry(`c${nth}`, ask))
  fc.assert(
    fc.property(
      fc.array(fc.record({ waiting, more: fc.boolean(), told: fc.boolean(), role: fc.boolean() }), { maxLength: 12 }),
      (steps) => {
        const { ahead, counted } = counting()
        let server = EMPTY_REVIEW
        let now: readonly Entry[] = []
        for (const { waiting: chosen, more, told, role } of steps) {
          const others = chosen.map((nth) => entries[nth]!)
          now = more ? [...now, ...others] : others
          const first = now[0]
          if (told && first) {
            const event = { ...first.command, seq: server.seq + 1, at: '2026-11-02T10:00:00.000Z', by: ME.me }
            server = reduce(server, [event as never])
          }
          const asker = { me: ME.me, role: role ? ('editor' as const) : ('commenter' as const) }
          counted.role = asker.role
          ahead.follow(server, now, asker)
          const anew = counting(asker.role).ahead
          anew.follow(server, now, asker)
          expect(ahead.state).toEqual(anew.state)
        }
      },
    ),
  )
})
