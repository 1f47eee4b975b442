/** What is written as a Word file is read back as it was: text, suggestions and notes of random stories. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTxt } from '../../../../shared/codecs/txt.ts'
import { possible } from '../../../../shared/codecs/xml/write-xml.ts'
import { Zip } from '../../../../shared/codecs/zip/read-zip.ts'
import { PresentWords } from '../../../../shared/review/present-words.ts'
import { deltaOf, draftOf, legalRuns } from '../../../../shared/story/delta.ts'
import { draftOfLines, ReviewedStory } from '../edition-parts.ts'
import { byTime, expectedNotes, expectedSuggestions, outcomeOf, RandomReview } from '../random-review.ts'
import { linesIn, read, written, writtenEdition } from './word-file.ts'

const RUNS = 120
const SEEDS = readdirSync('seeds').filter((name) => name.endsWith('.txt'))

describe('a marked file', () => {
  test(`brings back text, suggestions and notes, ${RUNS} random stories`, () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const { story } = new RandomReview(seed)
      const { edition, bytes } = written(story)
      const back = read(bytes)
      const words = new PresentWords(legalRuns(deltaOf(back.draft)))
      const outcomes = (suggestions: typeof back.suggestions) =>
        [...suggestions].sort(byTime).map((suggestion) => outcomeOf(words, suggestion))
      expect(back.draft, `seed ${seed}`).toEqual(draftOf(story.runs))
      expect(outcomes(back.suggestions), `seed ${seed}`).toEqual(outcomes(expectedSuggestions(edition)))
      expect([...back.notes].sort(byTime), `seed ${seed}`).toEqual(expectedNotes(edition))
      expect(back.losses, `seed ${seed}`).toEqual([])
    }
  })

  test('has one change for each thing that is proposed, under its author and time', () => {
    const story = new ReviewedStory(draftOfLines('In teh end.', 'It was so.'))
    story.replace('teh', 'the', { reason: 'Typo.', label: null })
    story.suggest({ from: 12, to: 13 }, [{ delete: 1 }], { by: 'cleo-account' })
    const xml = partOf(written(story).bytes, 'word/document.xml')
    const signed = 'w:author="Ann Lee" w:date="2026-01-01T00:01:00Z"'
    expect(xml).toContain(
      `<w:del w:id="2" ${signed}><w:r><w:delText xml:space="preserve">teh</w:delText></w:r></w:del>` +
        `<w:ins w:id="3" ${signed}><w:r><w:t xml:space="preserve">the</w:t></w:r></w:ins>`,
    )
    expect(xml).toMatch(/<w:rPr><w:del w:id="\d" w:author="Clěo 😀 O’Neil" w:date="2026-01-01T00:02:00Z"\/><\/w:rPr>/)
  })

  test('says kind, tag, urgency and addressee of a note before its words', () => {
    const story = new ReviewedStory(draftOfLines('Some words.'))
    story.note(story.placeOf('Some'), { kind: 'question', mustFix: true, assigned: 'cleo-account', body: 'Why?' })
    expect(read(written(story).bytes).notes[0]?.body).toBe('[Question, must fix, for Clěo 😀 O’Neil]\nWhy?')
  })

  test('says of a note whose words are gone what they were, and of one on nothing that it stands elsewhere', () => {
    const story = new ReviewedStory(draftOfLines('Some more words.'))
    story.note(story.placeOf('more '), { body: 'Too much.' })
    story.note(null, { body: 'Good.' })
    story.text.delete(story.placeOf('more ').from, 5)
    const { bytes, losses } = written(story)
    const bodies = read(bytes).notes.map(({ body, place }) => [body, place])
    expect(bodies).toContainEqual(['On words that are gone: “more ”\nToo much.', { from: 1, to: 1 }])
    expect(bodies).toContainEqual(['Good.', { from: 1, to: 1 }])
    expect(losses).toMatchObject([{ kind: 'placeless', count: 2 }])
  })

  test('leaves out what no XML can hold, and counts it', () => {
    const hostile = 'a\u0000b\u000bc\ud800d\uffffe\u0085f\u2028g\u007fh'
    const story = new ReviewedStory(draftOfLines('x'))
    const { edition } = written(story)
    const lines = [{ opening: null, items: [{ text: hostile, marks: {}, proposal: null }] }]
    const { bytes, losses } = writtenEdition({ ...edition, lines })
    expect(losses).toMatchObject([{ kind: 'characters', count: 4 }])
    expect(linesIn(read(bytes))).toEqual([possible(hostile)])
  })

  test('is the same bytes each time', () => {
    const once = written(new RandomReview(7).story).bytes
    expect(written(new RandomReview(7).story).bytes).toEqual(once)
  })
})

describe('a file without marks', () => {
  test.each(SEEDS)('brings back the lines of %s with the gaps between them', (name) => {
    const { draft, form } = readTxt(new Uint8Array(readFileSync(`seeds/${name}`)))
    const back = read(written(new ReviewedStory(draft), 'now').bytes)
    const lines = draft.lines.map(({ spans, gap }, index) => ({ spans, gap: index === 0 ? undefined : gap }))
    expect(form.gap).toBe(back.form.gap)
    expect(back.draft.lines.map(({ spans, gap }) => ({ spans, gap }))).toEqual(lines)
  })

  test('has the words as they stand, and says that suggestions are left out', () => {
    const story = proposed()
    const { bytes, losses } = written(story, 'now')
    const back = read(bytes)
    expect([linesIn(back), back.suggestions, back.notes.length]).toEqual([['In teh end it was.'], [], 1])
    expect(losses).toMatchObject([{ kind: 'suggestions', count: 2 }])
  })

  test('has the words as proposed, and says that reasons are left out', () => {
    const { bytes, losses } = written(proposed(), 'accepted')
    const back = read(bytes)
    expect([linesIn(back), back.suggestions]).toEqual([['In the end', ' it was.'], []])
    expect(losses).toMatchObject([{ kind: 'reasons', count: 1 }])
  })

  test('does not go on recording, as a marked one does', () => {
    expect(partOf(written(proposed()).bytes, 'word/settings.xml')).toContain('<w:trackRevisions/>')
    expect(partOf(written(proposed(), 'now').bytes, 'word/settings.xml')).not.toContain('trackRevisions')
  })
})

function proposed(): ReviewedStory {
  const story = new ReviewedStory(draftOfLines('In teh end it was.'))
  story.replace('teh', 'the', { reason: 'Typo.' })
  story.suggest({ from: 11, to: 11 }, [{ insert: '\n' }])
  story.note(story.placeOf('end'))
  return story
}

function partOf(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(new Zip(bytes).bytesOf(name))
}
