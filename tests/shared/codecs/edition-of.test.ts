/** What an edition says of a story: its lines in each view, its notes and suggestions, its people, and what it cannot carry. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decide, type Proposal } from '../../../server/rooms/decide.ts'
import { docOf } from '../../../server/rooms/held-docs.ts'
import { type Edition, type EditionLine, VIEWS } from '../../../shared/codecs/edition.ts'
import { draftAfter, draftBefore } from '../../../shared/codecs/edition-draft.ts'
import { type EditionParts, editionOf, recordIn } from '../../../shared/codecs/edition-of.ts'
import { proposalsOf } from '../../../shared/codecs/edition-proposals.ts'
import type { Place } from '../../../shared/review/anchor.ts'
import { PresentWords } from '../../../shared/review/present-words.ts'
import { recordOf } from '../../../shared/review/record.ts'
import type { ReviewState, Suggestion } from '../../../shared/review/state.ts'
import { draftOf } from '../../../shared/story/delta.ts'
import { lineText } from '../../../shared/story/lines.ts'
import { textOf } from '../../../shared/story/story-doc.ts'
import { draftOfLines, ReviewedStory } from './edition-parts.ts'
import { randomStory } from './random-story.ts'

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

describe('notes', () => {
  test('on words that are replaced go on to what replaces them; a point stays before what is put in there', () => {
    const story = new ReviewedStory(draftOfLines('It was teh dark night.'))
    story.note(story.placeOf('teh'))
    story.note(story.placeOf('night'))
    const { to } = story.placeOf('night')
    story.note({ from: to, to })
    story.replace('teh', 'the')
    story.suggest({ from: to, to }, [{ insert: 's' }])
    expect(shown(edition(story).lines)).toEqual(['It was <1|[-teh-][+the+]|1> dark <2|night|2><3||3>[+s+].'])
    expect(shown(edition(story, { view: 'accepted' }).lines)).toEqual(['It was <1|the|1> dark <2|night|2><3||3>s.'])
  })

  test('reach over lines, and those on the first line end start in the first line', () => {
    const story = new ReviewedStory(draftOfLines('one', 'two'))
    story.note({ from: 0, to: 6 })
    expect(shown(edition(story).lines)).toEqual(['<1|one', 't|1>wo'])
  })

  test('whose words are gone, or others now, have no place and come last', () => {
    const story = new ReviewedStory(draftOfLines('one two three four'))
    for (const words of ['one', 'two', 'four']) story.note(story.placeOf(words))
    story.note(null)
    story.text.delete(1, 3)
    const at = story.words.indexOf('two')
    story.text.insert(at + 1, 'ransverse', {})
    story.text.delete(at + 10, 1)
    const { notes, lines } = edition(story)
    expect(notes.map(({ id, place }) => [id, place])).toEqual([
      ['thread-0003', story.placeOf('four')],
      ['thread-0001', null],
      ['thread-0002', null],
      ['thread-0004', null],
    ])
    expect(shown(lines)).toEqual([' transverseo three <3|four|3>'])
  })
})

describe('what is nobody’s business', () => {
  const story = new ReviewedStory(draftOfLines('one two three four five'))
  const reply = (body: string, more = {}) => ({
    ...{ id: `reply ${body}`, by: 'ben-account', at: '2026-01-02T00:00:00.000Z', body, editedAt: null },
    ...{ deleted: false, reactions: {}, ...more },
  })
  story.note(story.placeOf('one'), { private: true, body: 'SECRET private' })
  story.note(story.placeOf('two'), {
    deleted: true,
    body: 'SECRET deleted',
    replies: [reply('SECRET', { deleted: true })],
  })
  story.note(story.placeOf('three'), {
    ...{ deleted: true, body: 'SECRET taken back', label: 'pacing', mustFix: true },
    replies: [reply('stays, says @cleo'), reply('SECRET reply', { deleted: true })],
  })
  story.replace('four', 'SECRET withdrawn', { status: 'withdrawn' })
  story.replace('five', '5', { reason: 'as @Ann Lee and @Benjamin say', by: '~Ben the Elder', replies: [reply('yes')] })

  test('is in no view: private, deleted and withdrawn things', () => {
    for (const view of VIEWS) {
      const made = edition(story, { view })
      expect(JSON.stringify({ ...made, people: [...made.people] })).not.toContain('SECRET')
      expect(made.notes).toMatchObject([{ id: 'thread-0003', body: '', label: null, mustFix: false }])
      expect(made.suggestions.map(({ id }) => id)).toEqual(['thread-0005'])
    }
  })

  test('are names, where they are left out: people are reviewers in order of appearance, also where they are mentioned', () => {
    const { edition: made, people } = editionOf(story.parts({ masked: true }))
    expect(made.notes[0]).toMatchObject({
      by: 'reviewer-1',
      replies: [{ by: 'reviewer-2', body: 'stays, says @Reviewer 3' }],
    })
    expect(made.suggestions[0]).toMatchObject({ by: 'reviewer-4', reason: 'as @Reviewer 1 and @Benjamin say' })
    expect([...made.people]).toEqual([1, 2, 3, 4].map((n) => [`reviewer-${n}`, `Reviewer ${n}`]))
    const { entries } = recordOf(decided(story), { nameOf: people.nameOf })
    expect(JSON.stringify(recordIn(people, entries))).not.toMatch(/Ben\b|ben-|ann-|Ann Lee/)
    expect(people.named.size).toBe(4)
  })

  test('are notes, where they are left out, and what was said about suggestions', () => {
    const made = edition(story, { uncommented: true })
    expect(made.notes).toEqual([])
    expect(made.suggestions).toMatchObject([{ replies: [], reason: 'as @Ann Lee and @Benjamin say' }])
    expect(shown(made.lines)).toEqual(['one two three four [-five-][+5+]'])
    expect([...made.people.values()]).toEqual(['Ben the Elder'])
  })
})

describe('random reviews of random stories', () => {
  const runs = { numRuns: 150 }

  test('`marked` holds both what stands and what is proposed; `accepted` is what deciding all of it makes', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const story = randomStory(seed)
        const [marked, accepted] = [edition(story), edition(story, { view: 'accepted' })]
        expect(draftBefore(marked)).toEqual(draftOf(story.runs))
        expect(draftBefore(edition(story, { view: 'now' }))).toEqual(draftOf(story.runs))
        expect(draftAfter(marked)).toEqual(draftAfter(accepted))
        expect(draftAfter(accepted)).toEqual(draftOf(decidedOneByOne(story)))
      }),
      runs,
    )
  })

  test('carried is what was made first of what the text still allows; everything else is counted', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const story = randomStory(seed)
        const { carried, stale, overlapping } = expectedOf(story)
        const made = edition(story)
        expect(new Set(carriedIn(story))).toEqual(carried)
        const counts = new Map(made.losses.map(({ kind, count }) => [kind, count]))
        expect([counts.get('stale') ?? 0, counts.get('overlapping') ?? 0]).toEqual([stale, overlapping])
      }),
      runs,
    )
  })

  test('every placed note starts and ends once, on its own words, and no character is parted', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const story = randomStory(seed)
        for (const view of VIEWS) {
          const made = edition(story, { view })
          const placed = made.notes.filter(({ place }) => place !== null)
          const bounds = made.lines.flatMap(({ items }) => items.flatMap((item) => ('text' in item ? [] : [item])))
          expect(bounds.length).toBe(placed.length * 2)
          for (const { id, place } of placed) {
            const starts = bounds.findIndex((item) => 'starts' in item && item.starts === id)
            expect(bounds.findIndex((item) => 'ends' in item && item.ends === id)).toBeGreaterThan(starts)
            expect(starts).toBeGreaterThanOrEqual(0)
            if (view === 'now') expect(wordsBetween(made.lines, id)).toBe(story.words.slice(place!.from, place!.to))
          }
          for (const { items } of made.lines) {
            for (const item of items) if ('text' in item) expect(item.text).not.toMatch(/\p{Cs}/u)
          }
        }
      }),
      runs,
    )
  })
})

/** As if its open suggestions had been rejected by somebody. */
function decided({ review }: ReviewedStory): ReviewState {
  const suggestions = [...review.suggestions.values()].map((one): [string, Suggestion] => [
    one.id,
    {
      ...one,
      status: 'rejected',
      decided: {
        ...{ id: 'it', verdict: 'reject', by: 'ann-account', at: one.at, reason: 'no, @Ben', before: one.base },
        ...{ after: one.base, anchor: one.anchor, amended: false },
      },
    },
  ])
  return { ...review, suggestions: new Map(suggestions) }
}

/** In order of place. */
function carriedIn(story: ReviewedStory): string[] {
  const { review, standings } = story.parts()
  const words = new PresentWords(story.runs)
  return proposalsOf(review.suggestions.values(), standings, words).proposals.map(({ suggestion }) => suggestion)
}

/** The text after an editor accepted each of them by itself, from the last to the first, as a room does it. */
function decidedOneByOne(story: ReviewedStory) {
  const doc = docOf([Y.encodeStateAsUpdate(story.doc)])
  for (const id of carriedIn(story).reverse()) {
    expect(decide(doc, [acceptance(story, id)]).stale, id).toEqual([])
  }
  return textOf(doc).toDelta()
}

function acceptance(story: ReviewedStory, id: string): Proposal {
  const { rev, anchor, base, change } = story.review.suggestions.get(id)!
  return { suggestion: id, rev, anchor, base, change, amended: false }
}

/** Asks a room about each alone, and then takes them by age where no earlier one stands in the way. */
function expectedOf(story: ReviewedStory) {
  const { review, standings } = story.parts()
  const carried = new Map<string, Place>()
  let [stale, overlapping] = [0, 0]
  const byAge = [...review.suggestions.values()].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1),
  )
  for (const { id } of byAge) {
    const place = standings.get(id)!
    const inTheWay = ({ from, to }: Place) => from < place.to && place.from < to
    if (decide(docOf([Y.encodeStateAsUpdate(story.doc)]), [acceptance(story, id)]).stale.length > 0) stale++
    else if ([...carried.values()].some(inTheWay)) overlapping++
    else carried.set(id, place)
  }
  return { carried: new Set(carried.keys()), stale, overlapping }
}

/** What stands between the start and the end of a note, "\n" before each line but the first. */
function wordsBetween(lines: readonly EditionLine[], id: string): string {
  let words = ''
  let inside = false
  for (const { items } of lines) {
    if (inside) words += '\n'
    for (const item of items) {
      if ('starts' in item) inside ||= item.starts === id
      else if ('ends' in item) inside &&= item.ends !== id
      else if (inside) words += item.text
    }
  }
  return words
}
