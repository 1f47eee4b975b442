/** The library, live: each reader hears what they may see, once. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { openSqlite } from '../../../server/storage/open-sqlite.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { LibraryEvent } from '../../../shared/wire/api.ts'
import { asBrowser, type DeskHouse, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
beforeEach(async () => {
  house = await openDeskHouse()
})
afterEach(() => house.close())

/** An open stream; `next` waits for one more library event, `heard` tells how many came. */
async function listen(cookie: string) {
  const answer = await asBrowser(house.app, cookie)('/api/events')
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const events: LibraryEvent[] = []
  const waiting: (() => void)[] = []
  const reading = (async () => {
    let text = ''
    for await (const chunk of answer.body ?? []) {
      text += new TextDecoder().decode(chunk)
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^event: library\ndata: (.*)$/m.exec(block)?.[1]
        if (data !== undefined) events.push(JSON.parse(data) as LibraryEvent)
      }
      for (const wake of waiting.splice(0)) wake()
    }
  })()
  let read = 0
  return {
    reading,
    next: async (): Promise<LibraryEvent> => {
      while (events.length <= read) await new Promise<void>((done) => waiting.push(done))
      return events[read++] as LibraryEvent
    },
    heard: () => events.length,
  }
}

test('a story that came, was renamed, and went is told', async () => {
  const owner = await welcome(house, 'Ann', { owner: true })
  const ask = asBrowser(house.app, owner.cookie)
  const stream = await listen(owner.cookie)
  const { id } = (await (await ask('/api/stories', json('POST', { name: 'New' }))).json()) as { id: string }
  expect(await stream.next()).toMatchObject({ id, story: { id, title: 'New', role: 'maintainer' } })
  await ask(`/api/stories/${id}`, json('PATCH', { title: 'Named' }))
  expect(await stream.next()).toMatchObject({ id, story: { title: 'Named' } })
  await ask(`/api/stories/${id}`, { method: 'DELETE' })
  expect(await stream.next()).toEqual({ id, story: null })
})

test('nobody hears of a story that is closed to them; being let in opens it', async () => {
  const hidden = await startStory(house.desk, OPERATOR, { name: 'Hidden', text: '' })
  const shown = await startStory(house.desk, OPERATOR, { name: 'Shown', text: '' })
  const ben = await welcome(house, 'Ben', { role: 'reader', story: shown.id })
  const stream = await listen(ben.cookie)
  for (const { id } of [hidden, shown]) {
    await house.desk.storage.stories.update(id, { title: 'Changed' })
    house.feed.poke(id)
  }
  expect(await stream.next()).toMatchObject({ id: shown.id, story: { title: 'Changed', role: 'reader' } })
  await house.desk.storage.people.setRole(hidden.id, ben.actor.user.id, 'editor')
  house.feed.poke(null)
  expect(await stream.next()).toMatchObject({ id: hidden.id, story: { role: 'editor' } })
  await house.desk.storage.people.setRole(shown.id, ben.actor.user.id, null)
  house.feed.poke(shown.id)
  expect(await stream.next()).toEqual({ id: shown.id, story: null })
  expect(stream.heard()).toBe(3)
})

test('a role on the whole library opens every story, and its end shuts those that nothing else opens', async () => {
  const { id } = await startStory(house.desk, OPERATOR, { name: 'Story', text: '' })
  const owner = await welcome(house, 'Ann', { owner: true })
  const ben = await welcome(house, 'Ben')
  const stream = await listen(ben.cookie)
  const give = (role: string | null) =>
    asBrowser(house.app, owner.cookie)(`/api/people/${ben.actor.user.id}`, json('PUT', { role }))
  await give('commenter')
  expect(await stream.next()).toMatchObject({ id, story: { role: 'commenter' } })
  await give('editor')
  expect(await stream.next()).toMatchObject({ id, story: { role: 'editor' } })
  await give(null)
  expect(await stream.next()).toEqual({ id, story: null })
})

test('a story that its address opened is in the library once somebody came in, and until it closes', async () => {
  const { id } = await startStory(house.desk, OPERATOR, { name: 'Story', text: '' })
  const owner = await welcome(house, 'Ann', { owner: true })
  const ben = await welcome(house, 'Ben')
  const stream = await listen(ben.cookie)
  const open = (role: string | null) =>
    asBrowser(house.app, owner.cookie)(`/api/stories/${id}/link`, json('PUT', { role }))
  await open('reader')
  await asBrowser(house.app, ben.cookie)(`/api/stories/${id}`)
  expect(await stream.next()).toMatchObject({ id, story: { role: 'reader' } })
  await open(null)
  expect(await stream.next()).toEqual({ id, story: null })
  expect(stream.heard()).toBe(2)
})

test('many changes at once are told as one, and none when nothing is different', async () => {
  const { id } = await startStory(house.desk, OPERATOR, { name: 'Busy', text: '' })
  const owner = await welcome(house, 'Ann', { owner: true })
  const stream = await listen(owner.cookie)
  house.feed.poke(id)
  await new Promise((done) => setTimeout(done, 60))
  house.inside.set(id, [owner.actor.user.id])
  for (let i = 0; i < 50; i += 1) house.feed.poke(id)
  expect(await stream.next()).toMatchObject({ story: { here: [{ name: 'Ann' }] } })
  await startStory(house.desk, OPERATOR, { name: 'Last', text: '' })
  expect(await stream.next()).toMatchObject({ story: { title: 'Last' } })
  expect(stream.heard()).toBe(2)
})

test('what another process writes is told too, and shuts what it revoked', async () => {
  house.feed.watch(() => house.doors.sweep())
  const owner = await welcome(house, 'Ann', { owner: true })
  const stream = await listen(owner.cookie)
  const other = await openSqlite(`${house.folder}/data`)
  try {
    const { id } = await startStory({ ...house.desk, storage: other, told: () => undefined }, OPERATOR, {
      name: 'Beside',
      text: '',
    })
    expect(await stream.next()).toMatchObject({ id, story: { title: 'Beside' } })
    for (const { hash } of await other.people.tickets({ kind: 'session' })) await other.people.deleteTicket(hash)
    await stream.reading
  } finally {
    await other.close()
  }
})

test('one person has twenty streams at most, asked for one by one or at once; one that ends makes room', async () => {
  const { cookie } = await welcome(house, 'Ann')
  const open = () => asBrowser(house.app, cookie)('/api/events')
  const answers = await Promise.all(Array.from({ length: 21 }, open))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 20 }, () => 200), 429])
  expect((await open()).status).toBe(429)
  const ben = await welcome(house, 'Ben')
  expect((await asBrowser(house.app, ben.cookie)('/api/events')).status).toBe(200)
  await answers.find(({ status }) => status === 200)?.body?.cancel()
  expect((await open()).status).toBe(200)
  expect((await open()).status).toBe(429)
})
