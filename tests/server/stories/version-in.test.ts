/** A marked file of a story that comes back to it: nothing that is here comes twice, and words that are gone leave orphans. */
import { describe, expect, test } from 'vitest'
import { newOnly } from '../../../server/stories/known-already.ts'
import { readVersion } from '../../../server/stories/version-in.ts'
import { editionOf } from '../../../shared/codecs/edition-of.ts'
import { FORMATS } from '../../../shared/codecs/formats.ts'
import { draftOf } from '../../../shared/story/delta.ts'
import { NEW_FORM } from '../../../shared/story/file-form.ts'
import { stateOf } from '../../../shared/story/story-doc.ts'
import { ReviewedStory } from '../../shared/codecs/edition-parts.ts'

const FORMATS_BACK = ['docx', 'html', 'epub', 'critic'] as const
type Back = (typeof FORMATS_BACK)[number]

function storyOf(): ReviewedStory {
  const line = (text: string, gap?: number) => ({ ...(gap ? { gap } : {}), spans: [{ text }] })
  const story = new ReviewedStory({
    lines: [
      line('The Mill'),
      line('The cat sat.'),
      line('* * *'),
      line('Later it slept.'),
      line('Far away.', 4),
      line('End.'),
    ],
  })
  story.note(story.placeOf('slept'), { body: 'For how long?', kind: 'question' })
  story.replace('cat', 'dog', { reason: 'It barks.' })
  story.suggest({ from: story.words.length, to: story.words.length }, [{ insert: ' Yes.' }], { by: 'ben-account' })
  return story
}

function written(story: ReviewedStory, format: Back): Uint8Array {
  const { edition } = editionOf(story.parts({ view: 'marked' }))
  const kept = { draft: draftOf(story.runs), form: NEW_FORM, name: 'mill.txt', source: null, record: [] }
  return FORMATS[format].write({ edition, ...kept }).bytes
}

function broughtIn(story: ReviewedStory, format: Back, bytes: Uint8Array) {
  const kept = { updates: [stateOf(story.doc).snapshot], form: NEW_FORM, name: 'mill.txt', source: null }
  const given = { name: `mill${FORMATS[format].extension}`, bytes, encoding: undefined }
  const { changes, held, losses } = readVersion({ ...kept, given, base: 'now' })
  return { changes, losses, ...newOnly(story.review, held) }
}

describe.each(FORMATS_BACK)('%s', (format) => {
  test('brings nothing where nothing is new, gaps and drawn breaks included', () => {
    const story = storyOf()
    const { changes, review, known, losses } = broughtIn(story, format, written(story, format))
    expect([changes.suggestions, review, losses]).toEqual([[], { notes: [], suggestions: [] }, []])
    expect(known).toBe(3)
  })

  test('brings what somebody added, under the name in the file', () => {
    const [before, after] = [storyOf(), storyOf()]
    after.note(after.placeOf('Far'), { by: 'cleo-account', body: 'How far?' })
    after.replace('Later', 'Then', { by: 'cleo-account', reason: 'Shorter.' })
    const { review, known } = broughtIn(before, format, written(after, format))
    expect(review.notes).toMatchObject([{ by: 'Cleo', body: 'How far?', quote: { words: 'Far' } }])
    expect(review.suggestions).toMatchObject([{ by: 'Cleo', reason: 'Shorter.', base: [{ insert: 'Later' }] }])
    expect(known).toBe(3)
  })

  test('leaves notes without a place whose words are gone here', () => {
    const [before, after] = [storyOf(), storyOf()]
    after.note(after.placeOf('Far away.'), { by: 'cleo-account', body: 'How far?' })
    const { from, to } = before.placeOf('Far away.')
    before.text.delete(from, to - from)
    const { review, losses } = broughtIn(before, format, written(after, format))
    expect(review.notes).toMatchObject([{ by: 'Cleo', quote: { words: 'Far away.' } }])
    expect(losses).toMatchObject([{ kind: 'orphans', count: 1 }])
  })
})
