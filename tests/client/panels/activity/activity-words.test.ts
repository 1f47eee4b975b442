import { describe, expect, test } from 'vitest'
import {
  KIND_NAMES,
  KINDS,
  kindOf,
  sentenceOf,
  technicalOf,
} from '../../../../client/panels/activity/activity-words.ts'
import { ACTIVITIES, type Activity, type ActivityName } from '../../../../shared/wire/people.ts'

const june = { id: 'june', name: 'June Park', swatch: 2 }
const idris = { id: 'idris', name: 'Idris', swatch: 5 }
const lamp = { id: 'lamp', title: 'The Lamp' }

function entry(act: ActivityName, detail: Record<string, string> = {}, more: Partial<Activity> = {}): Activity {
  return { seq: 1, at: '2026-11-22T08:00:00Z', act, who: idris, about: june, story: lamp, detail, ...more }
}

function said(act: ActivityName, detail: Record<string, string> = {}, more: Partial<Activity> = {}): string {
  const { who, did } = sentenceOf(entry(act, detail, more))
  return `${who} ${did}`
}

describe('every activity of the log', () => {
  test.each(ACTIVITIES)('%s has a sentence, with all details and with none, and a kind', (act) => {
    const all = Object.fromEntries(
      ['role', 'by', 'was', 'days', 'mostUses', 'file', 'title', 'format', 'way', 'login', 'count', 'browser', 'done']
        .concat(['name', 'what', 'code', 'message', 'host'])
        .map((key) => [key, '3']),
    )
    for (const detail of [{}, all]) {
      for (const more of [{}, { who: null }, { about: null }, { story: null }]) {
        const sentence = said(act, detail, more)
        expect(sentence.length).toBeGreaterThan(10)
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}| ,|“”/)
        expect(sentence).not.toMatch(/\.$/)
      }
    }
    expect(KINDS).toContain(kindOf(act))
  })

  test('every kind is named', () => {
    expect(KINDS.map((kind) => KIND_NAMES[kind]).filter(Boolean)).toHaveLength(KINDS.length)
  })
})

test('people come in', () => {
  expect(said('joined', { role: 'commenter', by: 'Idris' }, { who: june, about: null })).toBe(
    'June Park joined as commenter by Idris’ link',
  )
  expect(said('joined', { role: 'editor', by: '' }, { who: june, story: null })).toBe(
    'June Park joined the whole library as editor by the terminal’s link',
  )
  expect(said('visited', { role: 'reader' }, { who: june })).toBe('June Park came in by the story’s address, as reader')
})

test('roles change, and people go', () => {
  expect(said('role', { role: 'editor', was: 'reader' })).toBe('Idris made June Park an editor, before that reader')
  expect(said('role', { role: 'editor', was: '' })).toBe('Idris made June Park an editor')
  expect(said('role', { role: '', was: 'editor' }, { story: null })).toBe(
    'Idris took June Park’s role in the whole library away',
  )
  expect(said('removed')).toBe('Idris removed June Park from the story')
  expect(said('removed', {}, { story: null })).toBe('Idris removed June Park from the library, for good')
  expect(said('removed', {}, { about: idris })).toBe('Idris left the story')
})

test('links and the address', () => {
  expect(said('invited', { role: 'commenter', days: '30', mostUses: '' })).toBe(
    'Idris made a link for commenters, for 30 days and any number of people',
  )
  expect(said('invited', { role: 'reader', days: '1', mostUses: '1' }, { story: null })).toBe(
    'Idris made a link to the whole library for readers, for 1 day and 1 person',
  )
  expect(said('revoked', { role: 'reader' })).toBe('Idris revoked a link for readers')
  expect(said('address', { role: 'reader' })).toBe('Idris opened the story by its address: anybody with it is a reader')
  expect(said('address', { role: '' })).toBe('Idris closed the story’s address')
})

test('what was refused is said with its reason and how often; without an account nobody is named', () => {
  const detail = { what: 'PUT /api/stories/:id/link', code: 'forbidden', message: 'You may not do that.', count: '3' }
  const { who, did } = sentenceOf(entry('refused', detail, { who: june }))
  expect(`${who} ${did}`).toBe('June Park was refused, 3 times: You may not do that')
  expect(technicalOf(entry('refused', detail))).toBe('PUT /api/stories/:id/link, forbidden')
  expect(technicalOf(entry('exported', { what: 'x' }))).toBe('')
  expect(said('sign-in-failed', { way: 'password', login: 'ruth', count: '1' }, { who: null })).toBe(
    'Somebody without an account did not get in with a wrong password, as “ruth”',
  )
  expect(said('exported', { format: 'txt', file: 'lamp.txt' }, { who: null })).toBe(
    'The terminal took a copy as a file, lamp.txt',
  )
})

test('the webhook speaks for itself, not the terminal', () => {
  const detail = { host: 'tool.example', message: 'it answered 500', count: '1' }
  expect(said('webhook-failed', detail, { who: null, story: null })).toBe(
    'The webhook could not deliver to tool.example: it answered 500; what happens waits',
  )
  expect(said('webhook-back', detail, { who: null, story: null })).toBe('The webhook delivers to tool.example again')
})

test('words of people are quoted as they are: a name of the prototype is a name', () => {
  expect(said('renamed', { title: '<b>__proto__</b>' })).toBe('Idris gave the story the title “<b>__proto__</b>”')
  expect(said('joined', { role: 'constructor', by: 'James' })).toBe('Idris joined as constructor by James’ link')
})
