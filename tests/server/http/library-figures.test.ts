/** What the library says of the reviews: for each who asks their own numbers, in the list and live. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import type { StoredUser } from '../../../server/storage/storage.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { Command } from '../../../shared/review/commands.ts'
import { LibraryEvent, StoriesAnswer, Story } from '../../../shared/wire/api.ts'
import { command, freshId, openNote, propose } from '../../kit/review-commands.ts'
import { until } from '../../kit/room-under-test.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

type Guest = { user: StoredUser; token: string }

let server: ServerUnderTest
let story: string
let ruth: Guest
let june: Guest
const streams: AbortController[] = []

beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  ruth = await server.owner()
  const user = await createAccount(server.desk, { name: 'June', owner: false })
  june = { user, token: await createToken(server.desk, user, 'test') }
})
afterAll(async () => {
  for (const stream of streams) stream.abort()
  await server.close()
  expect(server.faults).toEqual([])
})
beforeEach(async () => {
  story = (await startStory(server.desk, OPERATOR, { name: 'Story', text: 'Some words here.' })).id
  await server.storage.people.setRole(story, june.user.id, 'proofreader')
})

const by = ({ token }: Guest) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })

async function ask(who: Guest, ...commands: Command[]): Promise<void> {
  const init = { method: 'POST', headers: by(who), body: JSON.stringify({ commands }) }
  const answer = await fetch(`${server.url}/api/stories/${story}/review`, init)
  const { results } = (await answer.json()) as { results: { error: unknown }[] }
  expect(results.map(({ error }) => error)).toEqual(commands.map(() => null))
}

const look = async (who: Guest) =>
  ask(who, command({ id: freshId(), type: 'see', upto: await server.storage.review.head(story) }))

/** As the list says, and as the story's own card does. */
async function told(who: Guest): Promise<Story['review']> {
  const list = await (await fetch(`${server.url}/api/stories`, { headers: by(who) })).json()
  const listed = StoriesAnswer.parse(list).stories.find(({ id }) => id === story)
  const own = Story.parse(await (await fetch(`${server.url}/api/stories/${story}`, { headers: by(who) })).json())
  expect(listed?.review).toEqual(own.review)
  return own.review
}

/** What the feed tells of this test's story, as it comes. */
async function listen(who: Guest): Promise<Story['review'][]> {
  const stream = new AbortController()
  streams.push(stream)
  const of = story
  const answer = await fetch(`${server.url}/api/events`, { headers: by(who), signal: stream.signal })
  const heard: Story['review'][] = []
  const reading = async () => {
    let text = ''
    for await (const chunk of answer.body ?? []) {
      text += new TextDecoder().decode(chunk)
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^event: library\ndata: (.*)$/m.exec(block)?.[1]
        const event = data === undefined ? null : LibraryEvent.parse(JSON.parse(data))
        if (event?.id === of && event.story) heard.push(event.story.review)
      }
    }
  }
  reading().catch((error: unknown) => expect(error).toMatchObject({ name: 'AbortError' }))
  return heard
}

test('each is told their own numbers; nobody that there is another’s private note', async () => {
  expect(await told(june)).toEqual({ notes: 0, suggestions: 0, fresh: 0, seenAt: null })
  await ask(ruth, openNote('note-one'))
  await look(june)
  await look(ruth)
  await ask(june, propose('suggest-one'), openNote('private-one', { private: true }))
  expect(await told(ruth)).toMatchObject({ notes: 1, suggestions: 1, fresh: 1 })
  expect(await told(june)).toMatchObject({ notes: 2, suggestions: 1, fresh: 0 })
  const { seenAt } = await told(june)
  expect(Math.abs(Date.parse(seenAt ?? '') - Date.now())).toBeLessThan(60_000)
})

test('another’s note is told at once, and a look takes its newness away', async () => {
  await ask(ruth, openNote('note-one'))
  await look(june)
  const heard = await listen(june)
  await ask(ruth, openNote('note-two'))
  await until(() => heard.at(-1)?.fresh === 1, 'the note is told')
  expect(heard.at(-1)).toMatchObject({ notes: 2, fresh: 1 })
  await look(june)
  await until(() => heard.at(-1)?.fresh === 0, 'the look is told')
})

test('of a private note others are not even told that something happened', async () => {
  await ask(june, openNote('note-one'))
  await look(ruth)
  const [mine, theirs] = [await listen(june), await listen(ruth)]
  await ask(june, openNote('private-one', { private: true }))
  await until(() => mine.at(-1)?.notes === 2, 'its author is told')
  await ask(june, openNote('note-two'))
  await until(() => theirs.at(-1)?.notes === 2, 'the next one is told')
  expect(theirs.map(({ notes }) => notes)).toEqual([2])
})

test('resolved and decided ones are open no more', async () => {
  await ask(june, openNote('note-one'), propose('suggest-one'))
  await ask(
    ruth,
    command({ id: freshId(), type: 'resolve', note: 'note-one' }),
    command({
      id: freshId(),
      type: 'decide',
      verdict: 'reject',
      decisions: [{ suggestion: 'suggest-one', rev: 1 }],
    }),
  )
  expect(await told(ruth)).toMatchObject({ notes: 0, suggestions: 0 })
})

test('a restart forgets no number', async () => {
  await ask(ruth, openNote('note-one'))
  await look(june)
  await ask(ruth, openNote('note-two'))
  await server.restart()
  expect(await told(june)).toMatchObject({ notes: 2, fresh: 1 })
})
