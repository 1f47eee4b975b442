/** What holds for every format that a story can be written in, of random stories under review. */

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeStory } from '../../../server/stories/write-story.ts'
import type { ExportOptions } from '../../../shared/codecs/export-options.ts'
import { FORMATS, type FormatName } from '../../../shared/codecs/formats.ts'
import { looksLikeZip } from '../../../shared/codecs/zip/read-zip.ts'
import { EMPTY_REVIEW, type Note, type Reply } from '../../../shared/review/state.ts'
import { NEW_FORM } from '../../../shared/story/file-form.ts'
import { stateOf } from '../../../shared/story/story-doc.ts'
import { draftOfLines, NAMES, ReviewedStory } from './edition-parts.ts'
import { randomStory } from './random-story.ts'

const pairs = (Object.keys(FORMATS) as FormatName[]).flatMap((format) =>
  FORMATS[format].views.map((view) => ({ format, view })),
)

/** What is to be in no file, and in none without names or notes. */
const SECRET = /SECRET/
const NAMED = /Zebulon|Quixote|zebulon-account/
const SAID = /WHISPER/

/** With somebody whom only a file names, and with things that are for nobody. */
function storyOf(seed: number): ReviewedStory {
  const story = randomStory(seed)
  const at = '2026-01-03T00:00:00.000Z'
  const reply: Reply = {
    id: 'reply-1',
    by: '~Quixote',
    at,
    body: 'WHISPER @Zebulon',
    editedAt: null,
    deleted: false,
    reactions: {},
  }
  const note: Partial<Note> = { by: 'zebulon-account', replies: [reply], resolved: { by: '~Quixote', at } }
  const here = { from: 1, to: Math.min(3, story.text.length) }
  story.note(here, { ...note, body: 'WHISPER to @Quixote', assigned: 'zebulon-account', label: 'pacing' })
  story.note(null, { ...note, body: 'WHISPER *on* <all> & sundry' })
  story.note(here, { ...note, body: 'SECRET', private: true })
  story.note(here, { ...note, body: 'SECRET', deleted: true, replies: [{ ...reply, body: 'SECRET', deleted: true }] })
  const end = { from: story.text.length, to: story.text.length }
  story.suggest(end, [{ insert: 'open' }], { by: '~Quixote', reason: 'as @Zebulon says', replies: [reply] })
  story.suggest(end, [{ insert: 'SECRET' }], { by: 'zebulon-account', status: 'withdrawn' })
  story.suggest(end, [{ insert: 'no' }], {
    ...{ status: 'rejected', reason: 'why not' },
    decided: {
      ...{
        id: 'decision-1',
        verdict: 'reject',
        by: 'zebulon-account',
        at,
        reason: 'no, @Quixote',
        before: [],
        after: [],
      },
      ...{ anchor: story.parts().review.suggestions.values().next().value!.anchor, amended: false },
    },
  })
  return story
}

function written(story: ReviewedStory, format: FormatName, options: ExportOptions) {
  const names = new Map([...NAMES, ['zebulon-account', 'Zebulon']])
  return writeStory({
    updates: [stateOf(story.doc).snapshot],
    form: NEW_FORM,
    name: 'a story.txt',
    source: new TextEncoder().encode('What it was.\n'),
    telling: {
      title: 'A <story> & more',
      language: 'en',
      date: '2026-02-03T04:05:06.789Z',
      names,
      review: story.review,
    },
    format,
    options,
  })
}

/** Everything in the file that can be read, with the parts of a zip unpacked. */
function readable(bytes: Uint8Array): string {
  if (!looksLikeZip(bytes)) return strFromU8(bytes)
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n')
}

describe.each(pairs)('$format, $view', ({ format, view }) => {
  test('is the same bytes for the same story, and holds nothing that is nobody’s business', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { bytes } = written(storyOf(seed), format, { view })
        expect(Buffer.compare(bytes, written(storyOf(seed), format, { view }).bytes)).toBe(0)
        expect(readable(bytes)).not.toMatch(SECRET)
      }),
      { numRuns: 10 },
    )
  })

  test('without names holds no name and no account, without notes nothing that was said', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(readable(written(storyOf(seed), format, { view, names: false }).bytes)).not.toMatch(NAMED)
        const silent = written(storyOf(seed), format, { view, notes: false })
        expect(readable(silent.bytes)).not.toMatch(SAID)
        expect(silent.losses.map(({ kind }) => kind)).not.toContain('notes')
      }),
      { numRuns: 10 },
    )
  })

  test('tells every loss once, with a count and a sentence', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { losses } = written(storyOf(seed), format, { view })
        expect(new Set(losses.map(({ kind }) => kind)).size).toBe(losses.length)
        for (const { kind, count, message } of losses) {
          expect(kind).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
          expect(count).toBeGreaterThan(0)
          expect(message).toMatch(/^[\p{Lu}\d].*\.$/su)
        }
      }),
      { numRuns: 10 },
    )
  })
})

test.each(pairs.filter(({ view }) => view === 'now'))(
  '$format as the text stands tells how many open suggestions it leaves out',
  ({ format, view }) => {
    const story = new ReviewedStory(draftOfLines('One two three.'))
    for (const words of ['One', 'two', 'three']) story.replace(words, 'x', { by: '~Quixote' })
    const [first] = story.review.suggestions.values()
    const suggestions = new Map(story.review.suggestions).set(first!.id, { ...first!, status: 'withdrawn' })
    story.review = { ...story.review, suggestions }
    const told = written(story, format, { view }).losses.filter(({ kind }) => kind === 'suggestions')
    // Annotations hold them all.
    expect(told).toEqual(
      format === 'annotations'
        ? []
        : [{ kind: 'suggestions', count: 2, message: '2 open suggestions are not in this view.' }],
    )
    story.review = EMPTY_REVIEW
    expect(written(story, format, { view }).losses.filter(({ kind }) => kind === 'suggestions')).toEqual([])
  },
)

test.each(pairs.filter(({ view }) => view === 'accepted'))(
  '$format as if all were accepted tells of how many suggestions it leaves out why, and what was said of them',
  ({ format, view }) => {
    const story = new ReviewedStory(draftOfLines('One two three.'))
    for (const words of ['One', 'two', 'three']) story.replace(words, 'x', { by: '~Quixote' })
    const [bare, reasoned, discussed] = [...story.review.suggestions.values()]
    const reply = {
      id: 'a-reply',
      by: 'b',
      at: '2026-03-06T05:06:07Z',
      body: 'Why?',
      editedAt: null,
      deleted: false,
      reactions: {},
    }
    story.review = {
      ...story.review,
      suggestions: new Map([
        [bare!.id, { ...bare!, reason: '' }],
        [reasoned!.id, { ...reasoned!, reason: 'Plainer.' }],
        [discussed!.id, { ...discussed!, reason: 'Plainer.', replies: [reply] }],
      ]),
    }
    const told = written(story, format, { view }).losses.filter(({ kind }) => ['reasons', 'replies'].includes(kind))
    // A mail says why, and has no room for answers.
    expect(told).toEqual([
      format === 'mbox'
        ? { kind: 'replies', count: 1, message: 'The replies to 1 suggestion are not in this file.' }
        : {
            kind: 'reasons',
            count: 2,
            message: 'The reasons and replies of 2 suggestions are not in this file.',
          },
    ])
  },
)

test('a record of nothing says so in words, and one of something does not', () => {
  const story = new ReviewedStory(draftOfLines('One two three.'))
  for (const format of ['record-csv', 'record-json'] as const) {
    const { losses, bytes } = written(story, format, {})
    expect(losses).toEqual([
      { kind: 'nothing-decided', count: 1, message: expect.stringMatching(/^Nothing is decided yet/) },
    ])
    if (format === 'record-json') {
      const { total, message, entries } = JSON.parse(strFromU8(bytes)) as Record<string, unknown>
      expect({ total, message, entries }).toEqual({ total: 0, message: losses[0]!.message, entries: [] })
    } else expect(strFromU8(bytes).trim().split('\n')).toHaveLength(1)
  }
  const decided = storyOf(1)
  const { losses, bytes } = written(decided, 'record-json', {})
  expect(losses.map(({ kind }) => kind)).not.toContain('nothing-decided')
  expect(JSON.parse(strFromU8(bytes))).toMatchObject({ total: 1 })
  expect(JSON.parse(strFromU8(bytes))).not.toHaveProperty('message')
})

test('each format is called what it says it is', () => {
  for (const [name, { format, extension, views }] of Object.entries(FORMATS)) {
    expect(format).toBe(name)
    expect(extension).toMatch(/^\.[a-z.-]+$/)
    expect(views.length).toBeGreaterThan(0)
  }
})
