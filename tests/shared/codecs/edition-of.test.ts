/** What an edition says of a story: its lines in each view, its notes and suggestions, its people, and what it cannot carry. */
import { describe, expect, test } from 'vitest'
import type { Edition, EditionLine } from '../../../shared/codecs/edition.ts'
import { draftAfter, draftBefore } from '../../../shared/codecs/edition-draft.ts'
import { type EditionParts, editionOf } from '../../../shared/codecs/edition-of.ts'
import { draftOf } from '../../../shared/story/delta.ts'
import { lineText } from '../../../shared/story/lines.ts'
import { draftOfLines, ReviewedStory } from './edition-parts.ts'

const edition = (story: ReviewedStory, more: Partial<EditionParts> = {}): Edition =>
  editionOf(story.parts(more)).edition

/** `[+new+]`, `[-gone-]`, `[~formatted~]`, `<note|` and `|note>`; "^+" and the like before a line whose opening is proposed. */
function shown(lines: readonly EditionLine[]): string[] {
  return lines.map(({ opening, items }) => {
    const words = items.map((item) => {
      if ('starts' in item) return `<${item.starts.replace('thread-000', '')}|`
      if ('ends' in item) return `|${item.ends.replace('thread-000', '')}>`
      const sign = item.proposal ? SIGNS[item.proposal.kind] : ''
      return sign === '' ? item.text : `[${sign}${item.text}${sign}]`
    })
    return `${opening ? `^${SIGNS[opening.kind]} ` : ''}${words.join('')}`
  })
}

const SIGNS = { insert: '+', delete: '-', format: '~' }
const text = (story: Edition) => draftAfter(story).lines.map(lineText)

describe('the lines', () => {
  const story = new ReviewedStory(draftOfLines('It was teh dark night.', 'He said nothing', 'at all.'))
  story.replace('teh', 'the')
  story.suggest(story.placeOf(' dark'), [{ delete: 5 }])
  story.suggest({ from: story.placeOf('nothing').to, to: story.placeOf('nothing').to }, [{ insert: ' much' }])
  story.suggest(story.placeOf('\nat'), [{ delete: 1 }, { insert: ' ' }, { retain: 2, attributes: { italic: true } }])
  story.suggest(story.placeOf('said'), [{ retain: 2 }, { insert: '\n', attributes: { gap: 1 } }, { retain: 2 }])

  test('are the text as it stands in `now`', () => {
    expect(shown(edition(story, { view: 'now' }).lines)).toEqual([
      'It was teh dark night.',
      'He said nothing',
      'at all.',
    ])
  })

  test('have every proposal made in `accepted`', () => {
    expect(shown(edition(story, { view: 'accepted' }).lines)).toEqual([
      'It was the night.',
      'He sa',
      'id nothing much at all.',
    ])
  })

  test('have every proposal marked in `marked`, the words that go before those that come', () => {
    expect(shown(edition(story).lines)).toEqual([
      'It was [-teh-][+the+][- dark-] night.',
      'He sa',
      '^+ id nothing[+ much+]',
      '^- [+ +][~at~] all.',
    ])
    expect(draftBefore(edition(story))).toEqual(draftOf(story.runs))
  })
})

describe('of suggestions on the same words', () => {
  test('the one that was made first is carried, and the others are counted', () => {
    const story = new ReviewedStory(draftOfLines('one two three'))
    story.suggest(story.placeOf('two three'), [{ delete: 9 }, { insert: '3' }], { at: '2026-01-02T00:00:00.000Z' })
    story.suggest(story.placeOf('one two'), [{ delete: 7 }, { insert: '2' }], { at: '2026-01-01T00:00:00.000Z' })
    const made = edition(story, { view: 'accepted' })
    expect(text(made)).toEqual(['2 three'])
    expect(made.losses).toEqual([
      {
        kind: 'overlapping',
        count: 1,
        message: '1 open suggestion is left out: an earlier suggestion changes the same words.',
      },
    ])
    expect(made.suggestions).toHaveLength(2)
  })
})
