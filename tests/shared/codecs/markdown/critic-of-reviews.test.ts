/** Marked files of random stories under review: decided by anybody's reader, and read back, they say what the story says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeStory } from '../../../../server/stories/write-story.ts'
import type { FormatName } from '../../../../shared/codecs/formats.ts'
import { readHtml } from '../../../../shared/codecs/html/read-html.ts'
import { readMd } from '../../../../shared/codecs/markdown/read-md.ts'
import type { Draft } from '../../../../shared/story/draft.ts'
import { NEW_FORM } from '../../../../shared/story/file-form.ts'
import { lineText } from '../../../../shared/story/lines.ts'
import { stateOf } from '../../../../shared/story/story-doc.ts'
import { decided } from '../../../kit/critic-reader.ts'
import { markdownCharacters } from '../../../kit/markdown-characters.ts'
import { acceptedDraft } from '../../../kit/read-drafts.ts'
import { NAMES, type ReviewedStory } from '../edition-parts.ts'
import { randomStory } from '../random-story.ts'

function written(story: ReviewedStory, format: FormatName, view: 'now' | 'accepted' | 'marked'): Uint8Array {
  const told = { title: 'A story', language: 'en', date: '2026-02-03T04:05:06Z', names: NAMES, review: story.review }
  const kept = { updates: [stateOf(story.doc).snapshot], form: NEW_FORM, name: 'a story.txt', source: null }
  return writeStory({ ...kept, telling: told, format, options: { view } }).bytes
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
/** Without blanks, gaps and the stars that part scenes: what becomes of those is each format’s own. */
const wordsOf = (words: string) => words.replace(/[\s*]+/g, '')
const draftWords = (draft: Draft) => wordsOf(draft.lines.map(lineText).join(''))
const markdownWords = (source: string) =>
  wordsOf(
    markdownCharacters(source)
      .filter((character) => !/^<(p\d?|br|hr)>$/.test(character))
      .map((character) => String.fromCodePoint(character.codePointAt(0)!))
      .join(''),
  )

test('whatever was proposed and noted, and however it overlaps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const story = randomStory(seed)
      const [now, accepted] = (['now', 'accepted'] as const).map((view) => wordsOf(text(written(story, 'txt', view))))
      const source = text(written(story, 'critic', 'marked'))
      expect(markdownWords(decided(source, 'reject')), source).toBe(now)
      expect(markdownWords(decided(source, 'accept')), source).toBe(accepted)
      const back = readMd.read(new TextEncoder().encode(source), { mostLines: 1000 })
      expect([draftWords(back.draft), draftWords(acceptedDraft(back))], source).toEqual([now, accepted])
      const page = readHtml.read(written(story, 'html', 'marked'), { mostLines: 1000 })
      expect([draftWords(page.draft), draftWords(acceptedDraft(page))]).toEqual([now, accepted])
    }),
    { numRuns: 100 },
  )
})
