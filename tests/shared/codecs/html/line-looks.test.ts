/**
 * What is proposed for how lines stand, and whom notes are for, in pages and books of our own: it comes back, on the same lines, by
 * the same people.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editionOf } from '../../../../shared/codecs/edition-of.ts'
import { epub } from '../../../../shared/codecs/epub/epub.ts'
import { readEpub } from '../../../../shared/codecs/epub/read-epub.ts'
import { html } from '../../../../shared/codecs/html/html.ts'
import { readHtml } from '../../../../shared/codecs/html/read-html.ts'
import type { Change } from '../../../../shared/review/change.ts'
import { draftOf } from '../../../../shared/story/delta.ts'
import type { Line } from '../../../../shared/story/draft.ts'
import { NEW_FORM } from '../../../../shared/story/file-form.ts'
import { NAMES, ReviewedStory } from '../edition-parts.ts'

const CODECS = [
  { name: 'html', codec: html, reader: readHtml },
  { name: 'epub', codec: epub, reader: readEpub },
] as const

function throughFile(story: ReviewedStory, { codec, reader }: (typeof CODECS)[number]) {
  const { edition } = editionOf(story.parts())
  const manuscript = { edition, draft: draftOf(story.runs), form: NEW_FORM, name: 'a.txt', source: null, record: [] }
  const { bytes, losses } = codec.write(manuscript)
  return { bytes, losses, back: reader.read(bytes, { mostLines: 1000 }) }
}

const line = (text: string, more: Partial<Line> = {}): Line => ({ ...more, spans: [{ text }] })

interface Proposed {
  by: string
  reason: string
  looks: { block?: number | null; gap?: number | null }
  /** Also makes the first word bold. */
  isBold: boolean
}

const proposed: fc.Arbitrary<Proposed> = fc.record({
  by: fc.constantFrom('ann-account', 'ben-account'),
  reason: fc.constantFrom('', 'As <before>'),
  looks: fc.oneof(
    fc.record({ block: fc.constantFrom(1, 2, 6) }),
    fc.record({ gap: fc.constantFrom(1, 3, 5) }),
    fc.record({ block: fc.constant(3), gap: fc.constant(4) }),
  ),
  isBold: fc.boolean(),
})

describe.each(CODECS)('$name', (format) => {
  test('brings back what is proposed for headings and gaps of random stories', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 9 }), fc.option(proposed)), { minLength: 1, maxLength: 6 }),
        (plan) => {
          const story = new ReviewedStory({ lines: plan.map(([nth]) => line(`line${nth} goes on`)) })
          const wanted = plan.flatMap(([, one], nth) => {
            if (!one) return []
            const from = nth * 'lineN goes on '.length
            const change: Change = [
              { retain: 1, attributes: one.looks },
              ...(one.isBold ? [{ retain: 5, attributes: { bold: true } as const }] : []),
            ]
            const place = { from, to: from + (one.isBold ? 6 : 1) }
            story.suggest(place, change, { by: one.by, reason: one.reason })
            return [{ by: NAMES.get(one.by), reason: one.reason, place, change }]
          })
          const { back, losses } = throughFile(story, format)
          expect(losses.filter(({ kind }) => kind === 'line-proposals')).toEqual([])
          expect(back.suggestions.map(({ by, reason, place, change }) => ({ by, reason, place, change }))).toEqual(
            wanted,
          )
        },
      ),
      { numRuns: 100 },
    )
  })

  test('brings back that a heading is to be none, and a wide gap the usual one, in verse as well', () => {
    const lines = [line('One', { block: 2 }), line('two.'), line('After', { gap: 3 }), line('verse', { gap: 1 })]
    const story = new ReviewedStory({ lines })
    const suggest = (nth: number, change: Change) => {
      const from = [...story.words.matchAll(/\n/g)][nth]!.index
      story.suggest({ from, to: from + 1 }, change)
      return { place: { from, to: from + 1 }, change }
    }
    const wanted = [
      suggest(0, [{ retain: 1, attributes: { block: null } }]),
      suggest(2, [{ retain: 1, attributes: { gap: null } }]),
      suggest(3, [{ retain: 1, attributes: { gap: 3 } }]),
    ]
    const { back } = throughFile(story, format)
    expect(back.draft.lines.map(({ block, gap }) => [block, gap])).toEqual(lines.map(({ block, gap }) => [block, gap]))
    expect(back.suggestions.map(({ place, change }) => ({ place, change }))).toEqual(wanted)
  })

  test('says whom a note is for, and brings it back as a name', () => {
    const story = new ReviewedStory({ lines: [line('One two.')] })
    story.note(story.placeOf('two'), { assigned: 'ben-account', body: 'Sure?' })
    story.note(story.placeOf('One'), { body: 'Fine.' })
    const { back, losses } = throughFile(story, format)
    expect(back.notes.map(({ body, to }) => [body, to])).toEqual([
      ['Fine.', undefined],
      ['Sure?', 'Ben'],
    ])
    expect(losses.map(({ kind }) => kind)).not.toContain('assigned')
  })
})

test('a person reads in the page what is proposed for a line, and other programs see no words there', () => {
  const story = new ReviewedStory({ lines: [line('One'), line('two')] })
  story.suggest({ from: 4, to: 5 }, [{ retain: 1, attributes: { block: 2, gap: 3 } }])
  const { bytes } = throughFile(story, CODECS[0])
  const page = new TextDecoder().decode(bytes)
  expect(page).toMatch(
    /<p><ins class="line-look" data-look="heading 2, gap" data-block="2" data-gap="3"[^>]*><\/ins>two<\/p>/,
  )
  const foreign = page.replace(/<meta name="generator"[^>]*>/, '')
  const read = readHtml.read(new TextEncoder().encode(foreign), { mostLines: 10 })
  expect([read.suggestions, read.draft.lines.map(({ block }) => block)]).toEqual([[], [undefined, undefined]])
})

test('what a page of our own may not say about a line is not read', () => {
  const page = (attributes: string) =>
    `<meta name="generator" content="Galley"><p><ins class="line-look" ${attributes} data-suggestion="s1"></ins>Words.</p>`
  const read = (attributes: string) =>
    readHtml.read(new TextEncoder().encode(page(attributes)), { mostLines: 10 }).suggestions.map(({ change }) => change)
  expect(read('data-block="2"')).toEqual([[{ retain: 1, attributes: { block: 2 } }]])
  for (const wrong of ['data-block="7"', 'data-block="x"', 'data-gap="0"', 'data-gap="1e9"', ''])
    expect(read(wrong)).toEqual([])
})
