/** The webhook on a whole server, with a receiver that can be down, slow and rude. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { deleteStory, restoreStory } from '../../../server/stories/delete-story.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { signedHeaders } from '../../../server/stories/webhook-post.ts'
import type { Command } from '../../../shared/review/commands.ts'
import { command, freshId, openNote, propose } from '../../kit/review-commands.ts'
import { until } from '../../kit/room-under-test.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'
import { WebhookReceiver } from '../../kit/webhook-receiver.ts'

const TIMES = { gather: 5, timeout: 400, firstRetry: 10, lastRetry: 40 }

let receiver: WebhookReceiver
let server: ServerUnderTest
let story: string

beforeEach(async () => {
  receiver = new WebhookReceiver()
  await receiver.open()
  server = await startUnderTest({ stories: null, webhook: receiver.settings, webhookTimes: TIMES })
  story = await another('Story')
})
afterEach(async () => {
  await server.close()
  await receiver.shut()
  expect(receiver.forged).toBe(0)
})

const another = async (name: string) => (await startStory(server.desk, OPERATOR, { name, text: 'Some words here.' })).id

/** The owner's, all of which must be found good. */
async function ask(...commands: Command[]): Promise<void> {
  const { token } = await server.owner()
  const init = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commands }),
  }
  const answer = await fetch(`${server.url}/api/stories/${story}/review`, init)
  const { results } = (await answer.json()) as { results: { error: unknown }[] }
  expect(results.map(({ error }) => error)).toEqual(commands.map(() => null))
}

const has = (...seqs: number[]) =>
  until(() => seqs.every((seq) => receiver.seqs(story).includes(seq)), `the receiver has heard of ${seqs.join(', ')}`)

/** What it says of the webhook, newest first. */
const activity = async (of?: string) =>
  (await server.storage.activity.list({ limit: 50, ...(of ? { story: of } : {}) }))
    .map(({ act }) => act)
    .filter((act) => act.startsWith('webhook'))

/** Until this is noted as delivered. */
const moved = (seq: number) => expect.poll(() => server.storage.webhook.position(story)).toBe(seq)

describe('what happens in a review is posted', () => {
  test('in order, each once, with the story, the names, and as the review itself tells it', async () => {
    for (let index = 1; index <= 20; index++) await ask(openNote(`note-number-${index}`))
    await ask(propose('suggest-one'))
    await has(21)
    expect(receiver.seqs(story)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
    const [first] = receiver.heard
    expect(first?.delivery.story).toEqual({ id: story, name: 'Story.txt', title: 'Some words here.' })
    const { user, token } = await server.owner()
    expect(first?.delivery.people).toEqual([{ id: user.id, name: user.name, swatch: user.swatch }])
    const feed = await fetch(`${server.url}/api/stories/${story}/review`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { events } = (await feed.json()) as { events: unknown[] }
    expect(receiver.heard.flatMap(({ delivery }) => delivery.events)).toEqual(events)
  })

  test('signed over id, time and bytes, with the time of now', async () => {
    await ask(openNote('note-one'))
    await has(1)
    const [first] = receiver.heard
    if (!first) throw new Error('nothing was heard')
    const { headers, body } = first
    expect(headers['content-type']).toBe('application/json')
    expect(headers['webhook-id']).toBe(`${story}_1`)
    expect(Math.abs(Number(headers['webhook-timestamp']) * 1000 - Date.now())).toBeLessThan(60_000)
    const again = signedHeaders(receiver.secret, `${story}_1`, Number(headers['webhook-timestamp']) * 1000, `${body} `)
    expect(again['webhook-signature']).not.toBe(headers['webhook-signature'])
  })

  test('but nothing of a private note, nor how far somebody has looked', async () => {
    await ask(
      openNote('note-one'),
      openNote('private-one', { private: true, body: 'My secret doubt' }),
      command({ id: freshId(), type: 'reply', thread: 'private-one', reply: 'reply-one', body: 'And another' }),
      command({ id: freshId(), type: 'see', upto: 3 }),
      command({ id: freshId(), type: 'resolve', note: 'private-one' }),
      openNote('note-two'),
    )
    await has(1, 6)
    expect(receiver.seqs(story)).toEqual([1, 6])
    expect(JSON.stringify(receiver.heard)).not.toMatch(/secret doubt|And another|private-one/)
  })

  test('a big batch in several deliveries', async () => {
    await ask(...Array.from({ length: 150 }, (_, index) => openNote(`note-number-${index}`)))
    await ask(...Array.from({ length: 150 }, (_, index) => openNote(`more-number-${index}`)))
    await has(300)
    expect(receiver.seqs(story)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
    expect(Math.max(...receiver.heard.map(({ delivery }) => delivery.events.length))).toBeLessThanOrEqual(100)
  })
})

describe('a receiver', () => {
  test('that is down is told everything in order once it is back; log and activity say so once', async () => {
    await receiver.shut()
    for (let index = 1; index <= 5; index++) await ask(openNote(`note-number-${index}`))
    await until(() => server.faults.length > 0, 'the failure is told')
    expect(server.faults).toEqual([
      expect.stringMatching(/^webhook 127\.0\.0\.1:\d+: it cannot be reached \(ECONNREFUSED\)/),
    ])
    await receiver.open()
    await has(5)
    expect(receiver.seqs(story)).toEqual([1, 2, 3, 4, 5])
    await until(() => server.faults.length > 1, 'its coming back is told')
    expect(server.faults[1]).toMatch(/takes events again/)
    await expect.poll(activity).toEqual(['webhook-back', 'webhook-failed'])
  })

  test('that fails, is slow or sends elsewhere hears the same again, and nobody else does', async () => {
    const elsewhere = new WebhookReceiver()
    await elsewhere.open()
    const answers: WebhookReceiver['answer'][] = [
      (response) => void response.writeHead(500).end('x'.repeat(1_000_000)),
      (response) => void response.writeHead(307, { location: elsewhere.settings.url.href }).end(),
      () => undefined,
      (response) => void response.destroy(),
    ]
    receiver.answer = (response) => {
      const next = answers.shift()
      if (next) next(response, {} as never)
      else response.writeHead(200).end('thank you'.repeat(100_000))
    }
    await ask(openNote('note-one'))
    await until(() => receiver.heard.length === 5, 'it was heard at last')
    await ask(openNote('note-two'))
    await has(2)
    expect(receiver.seqs(story)).toEqual([1, 1, 1, 1, 1, 2])
    expect(new Set(receiver.heard.slice(0, 5).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(elsewhere.heard.length + elsewhere.forged).toBe(0)
    await elsewhere.shut()
  })

  test('that will not have one story hears of the others meanwhile', async () => {
    const rude = story
    receiver.answer = (response, { story: { id } }) => void response.writeHead(id === rude ? 422 : 204).end()
    await ask(openNote('note-one'))
    await until(() => receiver.seqs(rude).length > 1, 'it was refused, and tried again')
    story = await another('Other')
    await ask(openNote('note-two'))
    await has(1)
    await expect.poll(() => activity(rude)).toEqual(['webhook-failed'])
    receiver.answer = (response) => void response.writeHead(204).end()
    await until(() => server.faults.some((fault) => /takes events again/.test(fault)), 'it is taken')
    const before = receiver.seqs(rude).length
    story = rude
    await ask(openNote('note-three'))
    await has(2)
    expect(receiver.seqs(rude).slice(before)).toEqual([2])
  })

  test('that hangs holds nobody up who notes, nor the server’s end', async () => {
    receiver.answer = () => undefined
    await ask(openNote('note-one'))
    await until(() => receiver.heard.length > 0, 'it hangs')
    await ask(openNote('note-two'), openNote('note-three'))
  })
})

describe('after a restart', () => {
  test('it goes on where it was: nothing is left out, what was delivered is not sent again', async () => {
    await ask(openNote('note-one'))
    await moved(1)
    await receiver.shut()
    await ask(openNote('note-two'), openNote('note-three'))
    await server.restart()
    await receiver.open()
    await has(3)
    expect(receiver.seqs(story)).toEqual([1, 2, 3])
    await ask(openNote('note-four'))
    await has(4)
    expect(receiver.seqs(story)).toEqual([1, 2, 3, 4])
  })

  test('a story that was started meanwhile and never delivered begins at its first event', async () => {
    await receiver.shut()
    story = await another('New')
    await ask(openNote('note-one'))
    await server.restart()
    await receiver.open()
    await has(1)
  })

  test('what was delivered and not noted as such comes again', async () => {
    const move = server.storage.webhook.move.bind(server.storage.webhook)
    server.storage.webhook.move = () => Promise.reject(new Error('the disk is full'))
    await ask(openNote('note-one'))
    await until(() => receiver.seqs(story).length > 1, 'it came twice')
    server.storage.webhook.move = move
    expect(new Set(receiver.seqs(story))).toEqual(new Set([1]))
    await ask(openNote('note-two'))
    await has(2)
  })
})

test('what happened before the webhook was set up is not sent, what happens from then on is', async () => {
  const old = await startUnderTest({ stories: null })
  const { id } = await startStory(old.desk, OPERATOR, { name: 'Old', text: 'Words.' })
  const { user } = await old.owner()
  const note = async (name: string) => {
    const taken = await old.rooms.review(id, { id: user.id, role: 'maintainer' }, openNote(name))
    expect(await taken.stored).toBe(true)
  }
  await note('note-one')
  expect(await old.storage.webhook.behind()).toEqual([id])
  await old.storage.webhook.begin()
  expect(await old.storage.webhook.behind()).toEqual([])
  await note('note-two')
  await old.storage.webhook.begin()
  expect(await old.storage.webhook.behind()).toEqual([id])
  expect(await old.storage.webhook.position(id)).toBe(1)
  await old.close()
})

test('of a deleted story nothing is sent until it is back', async () => {
  await receiver.shut()
  await ask(openNote('note-one'))
  await deleteStory(server.desk, OPERATOR, story)
  await server.restart()
  await receiver.open()
  const deleted = story
  story = await another('Other')
  await ask(openNote('note-two'))
  await has(1)
  expect(receiver.seqs(deleted)).toEqual([])
  await restoreStory(server.desk, OPERATOR, deleted)
  await server.restart()
  story = deleted
  await has(1)
})

test('without it nothing is posted', async () => {
  const quiet = await startUnderTest({ stories: null })
  const { user } = await quiet.owner()
  const { id } = await startStory(quiet.desk, OPERATOR, { name: 'Quiet', text: 'Words.' })
  await (await quiet.rooms.review(id, { id: user.id, role: 'maintainer' }, openNote('note-one'))).stored
  await quiet.close()
  expect(receiver.heard).toEqual([])
})
