/** Another version of a story over HTTP: what it says otherwise is suggested, and nothing of the text changes by itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { takeIn } from '../../../server/stories/take-in.ts'
import { apply, wordsOf } from '../../../shared/review/change.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import type { Role } from '../../../shared/roles.ts'
import { BroughtInAnswer } from '../../../shared/wire/api.ts'
import { ReviewAnswer } from '../../../shared/wire/review.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

const SOURCE = 'The Mill\n\nThe cat sat on the mat.\n\nNobody came.\n'

let server: ServerUnderTest
let story: string
let tokens: Record<'proofreader' | 'editor' | 'commenter', string>

beforeAll(async () => {
  server = await startUnderTest({ stories: null })
})
afterAll(async () => {
  await server.close()
  expect(server.faults).toEqual([])
})
beforeEach(async () => {
  const bytes = new TextEncoder().encode(SOURCE)
  story = (await takeIn(server.desk, OPERATOR, { name: 'mill.txt', bytes })).id
  const roles = ['proofreader', 'editor', 'commenter'] as const satisfies readonly Role[]
  const made = await Promise.all(
    roles.map(async (role) => {
      const user = await createAccount(server.desk, { name: `A ${role}`, owner: false })
      await server.storage.people.setRole(story, user.id, role)
      return [role, await createToken(server.desk, user, 'test')] as const
    }),
  )
  tokens = Object.fromEntries(made) as typeof tokens
})

function ask(who: keyof typeof tokens, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${tokens[who]}` }
  return fetch(`${server.url}/api/stories/${story}${path}`, { ...init, headers })
}

function send(
  who: keyof typeof tokens,
  words: string,
  { name = 'draft 2.txt', base = 'source', anyway = 'false' } = {},
) {
  const body = new FormData()
  body.append('file', new File([words], name))
  return ask(who, `/bring-in?base=${base}&anyway=${anyway}`, { method: 'POST', body })
}

async function review(): Promise<ReviewState> {
  const answer = ReviewAnswer.parse(await (await ask('editor', '/review?after=0')).json())
  return reduce(EMPTY_REVIEW, answer.events as ReviewEvent[])
}

const text = async () => (await ask('editor', '/export')).text()

describe('another version', () => {
  test('that is another story is refused with what to do, and comes in when that is wanted; a rewritten one is none', async () => {
    const [here, other] = ['000_2f6a5e787794db23.txt', '001_7bfad517695e0641.txt'].map((name) =>
      readFileSync(join(import.meta.dirname, '../../../seeds', name), 'utf8').split('\n'),
    ) as [string[], string[]]
    const bytes = new TextEncoder().encode(here.join('\n'))
    story = (await takeIn(server.desk, OPERATOR, { name: 'long.txt', bytes })).id
    const user = await createAccount(server.desk, { name: 'An editor', owner: false })
    await server.storage.people.setRole(story, user.id, 'editor')
    tokens.editor = await createToken(server.desk, user, 'test')

    const refused = await send('editor', other.join('\n'))
    expect([refused.status, await refused.json()]).toEqual([
      409,
      { error: { code: 'conflict', message: expect.stringMatching(/^draft 2\.txt has hardly a sentence in common/) } },
    ])
    expect((await review()).seq).toBe(0)
    const rewritten = here.map((line, n) => (n % 4 < 2 ? line : (other[n] ?? '')))
    expect((await send('editor', rewritten.join('\n'))).status).toBe(200)
    expect((await send('editor', other.join('\n'), { name: 'other.txt', anyway: 'true' })).status).toBe(200)
  })

  test('is suggested word by word, by whoever brought it, and the text stays', async () => {
    const answer = await send('proofreader', SOURCE.replace('cat', 'dog').replace('Nobody came.', 'Somebody came.'))
    expect(BroughtInAnswer.parse(await answer.json())).toEqual({
      name: 'draft 2.txt',
      suggestions: 2,
      conflicts: 0,
      notes: 0,
      unplaced: 0,
      tracked: 0,
      replies: 0,
      known: 0,
      losses: [],
    })
    const suggestions = [...(await review()).suggestions.values()]
    const shown = suggestions.map(({ base, change, reason }) => [wordsOf(base), wordsOf(apply(base, change)), reason])
    expect(shown).toEqual([
      ['cat', 'dog', 'From draft 2.txt.'],
      ['Nobody', 'Somebody', 'From draft 2.txt.'],
    ])
    expect(suggestions.map(({ by, file }) => [by.startsWith('~'), file])).toEqual([
      [false, 'draft 2.txt'],
      [false, 'draft 2.txt'],
    ])
    expect(await text()).toBe(SOURCE)
  })

  test('accepted whole, makes the text that version', async () => {
    const version = 'The Old Mill\n\nThe cat sat.\n\n\n\nIt rained.\n\nNobody came.\n'
    await send('editor', version)
    const decisions = [...(await review()).suggestions.values()].map(({ id, rev }) => ({ suggestion: id, rev }))
    const command = { id: 'decide-all', type: 'decide', verdict: 'accept', decisions }
    const body = JSON.stringify({ commands: [command] })
    const headers = { authorization: `Bearer ${tokens.editor}`, 'content-type': 'application/json' }
    const answer = await fetch(`${server.url}/api/stories/${story}/review`, { method: 'POST', headers, body })
    expect(await answer.json()).toMatchObject({ results: [{ error: null, stale: [] }] })
    expect(await text()).toBe(version)
  })

  test('that was exported from here and comes back brings only what is new in it', async () => {
    await send('proofreader', SOURCE.replace('cat', 'dog'))
    const file = await (await ask('editor', '/export?format=docx')).arrayBuffer()
    const again = async () => {
      const body = new FormData()
      body.append('file', new File([file], 'mill.docx'))
      return (await ask('editor', '/bring-in', { method: 'POST', body })).json()
    }
    expect(await again()).toMatchObject({ suggestions: 0, tracked: 0, known: 1 })
    expect((await review()).suggestions.size).toBe(1)
  })

  test('against the story itself says all that is different from it', async () => {
    expect(await (await send('editor', SOURCE, { base: 'now' })).json()).toMatchObject({ suggestions: 0 })
  })

  test('is refused to who may not suggest, and as what cannot be read, and nothing comes in', async () => {
    expect((await send('commenter', 'Other words.')).status).toBe(403)
    expect((await send('editor', 'a\0b')).status).toBe(422)
    expect((await send('editor', '')).status).toBe(415)
    expect((await send('editor', 'Quite another thing, about ships.')).status).toBe(409)
    expect((await send('editor', '\x50K\x03\x04', { name: 'draft.odt' })).status).toBe(415)
    expect((await review()).seq).toBe(0)
  })
})

describe('a file of annotations', () => {
  const on = (exact: string, body: object) => ({
    ...{ type: 'Annotation', creator: { name: 'Ann Lee' }, created: '2026-01-02T03:04:05Z', ...body },
    target: {
      source: 'https://host.example/mill',
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    },
  })
  const bring = async (items: unknown) => send('proofreader', JSON.stringify(items), { name: 'said.jsonld' })

  test('comes in as notes and suggestions by those whom it names, and tells what it found no place for', async () => {
    const edited = { type: 'TextualBody', value: 'dog', purpose: 'editing' }
    const answer = await bring([
      on('The cat', { bodyValue: 'Which?', motivation: 'questioning' }),
      on('cat sat', { motivation: 'editing', body: [{ ...edited, value: 'dog sat' }] }),
      on('a winged horse', { bodyValue: 'Where?' }),
    ])
    const told = { suggestions: 0, notes: 2, tracked: 1, unplaced: 0, losses: [{ kind: 'orphans', count: 1 }] }
    expect(await answer.json()).toMatchObject(told)
    const { notes, suggestions } = await review()
    expect([...notes.values()]).toMatchObject([
      { by: '~Ann Lee', kind: 'question', body: 'Which?', quote: { words: 'The cat' } },
      { by: '~Ann Lee', kind: 'comment', body: 'Where?', quote: { words: 'a winged horse' } },
    ])
    expect([...suggestions.values()]).toMatchObject([{ by: '~Ann Lee', base: [{ insert: 'cat sat' }], status: 'open' }])
    expect(await text()).toBe(SOURCE)
  })

  test('that was exported from here brings nothing that is here already', async () => {
    await bring([on('The cat', { bodyValue: 'Which?' }), on('a winged horse', { bodyValue: 'Where?' })])
    const file = await (await ask('editor', '/export?format=annotations')).text()
    const answer = await send('editor', file, { name: 'mill.annotations.jsonld' })
    expect(await answer.json()).toMatchObject({ notes: 0, tracked: 0, replies: 0, known: 2 })
    const other = on('a winged cow', { bodyValue: 'Where?' })
    expect(await (await bring([other, on('The cat', { bodyValue: 'Hm.' })])).json()).toMatchObject({
      notes: 2,
      known: 0,
    })
  })

  test('of another story is refused with its numbers, and comes in when that is wanted', async () => {
    const items = ['a winged horse', 'the old harbour', 'rain on slate'].map((words) => on(words, { bodyValue: 'Hm.' }))
    const refused = await bring(items)
    expect([refused.status, await refused.json()]).toEqual([
      409,
      { error: { code: 'conflict', message: expect.stringMatching(/^None of the 3 quotes is in this story\./) } },
    ])
    expect((await review()).seq).toBe(0)
    const wanted = await send('proofreader', JSON.stringify(items), { name: 'said.jsonld', anyway: 'true' })
    expect(await wanted.json()).toMatchObject({ notes: 3, losses: [{ kind: 'orphans', count: 3 }] })
  })

  test('that is none is refused, and nothing comes in', async () => {
    expect((await send('editor', '{"a":1}', { name: 'said.json' })).status).toBe(415)
    expect((await bring(Array.from({ length: 20_001 }, () => on('cat', { bodyValue: 'x' })))).status).toBe(413)
    expect((await review()).seq).toBe(0)
  })
})
