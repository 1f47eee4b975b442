/** Annotations out and in: as the model wants them, on the words that are meant, and never on others. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnnotations } from '../../../../shared/codecs/annotations/read-annotations.ts'
import { anchorState } from '../../../../shared/review/anchor.ts'
import { isEmpty } from '../../../../shared/review/change.ts'
import type { Suggestion } from '../../../../shared/review/state.ts'
import type { Draft } from '../../../../shared/story/draft.ts'
import { placeReview } from '../../../../shared/story/place-review.ts'
import { standingsOf } from '../../../../shared/story/places.ts'
import { draftOfLines, ReviewedStory } from '../edition-parts.ts'
import { broken } from './model.ts'
import { broughtInto, exported, reviewedStory, unnamed } from './reviewed.ts'

interface Item {
  id: string
  motivation: string
  status?: string
  body?: { value: string; purpose: string }[]
  target: string | { selector: Record<string, unknown>[] }
}

const itemsOf = (file: object): Item[] => (file as { first?: { items: Item[] } }).first?.items ?? []
const bytesOf = (json: unknown) => new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json))

describe('what we write', () => {
  test('keeps every MUST of the model, of random stories', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const file = exported(reviewedStory(seed))
        expect(itemsOf(file).length).toBeGreaterThan(0)
        expect(broken(file)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('is a collection without a page where there is nothing to say', () => {
    const file = exported(new ReviewedStory(draftOfLines('Nothing.')))
    expect(broken(file)).toEqual([])
    expect(file).toMatchObject({ total: 0 })
    expect(file).not.toHaveProperty('first')
  })

  test('counts positions in code points of the lines, with one line end between them', () => {
    const story = new ReviewedStory(draftOfLines('\u{1f600}\u{1f600} one', 'two'))
    story.note(story.placeOf('two'))
    const [note] = itemsOf(exported(story))
    expect(note?.target).toMatchObject({
      selector: [
        { type: 'TextQuoteSelector', exact: 'two', prefix: '\u{1f600}\u{1f600} one\n', suffix: '' },
        { type: 'TextPositionSelector', start: 7, end: 10 },
      ],
    })
  })

  test('tells of a suggestion its new words, its reason, its tag, and what became of it', () => {
    const story = new ReviewedStory(draftOfLines('He saw teh cat.'))
    const { anchor } = story.replace('teh', 'the', { reason: 'A slip.', label: 'spelling' })
    const open = itemsOf(exported(story))
    expect(open).toMatchObject([
      {
        motivation: 'editing',
        status: 'open',
        body: [
          { value: 'the', purpose: 'editing' },
          { value: 'A slip.', purpose: 'commenting' },
        ],
      },
    ])
    const [id, one] = [...story.review.suggestions][0] ?? ['', undefined]
    const decided: Suggestion['decided'] = {
      ...{
        id: 'decision',
        verdict: 'reject',
        by: 'ben-account',
        at: '2026-01-09T00:00:00.000Z',
        reason: 'It is a name.',
      },
      ...{ before: one?.base ?? [], after: one?.base ?? [], anchor, amended: false },
    }
    if (one) story.review = { ...story.review, suggestions: new Map([[id, { ...one, status: 'rejected', decided }]]) }
    const [suggestion, verdict] = itemsOf(exported(story))
    expect(suggestion).toMatchObject({ status: 'rejected' })
    expect(verdict).toMatchObject({
      ...{ motivation: 'assessing', target: suggestion?.id, creator: { name: 'Ben' } },
      body: [{ value: 'rejected' }, { value: 'It is a name.', purpose: 'commenting' }],
    })
  })
})

describe('out, in and out again', () => {
  test('is the same file but for the names of things', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const story = reviewedStory(seed)
        // A stale suggestion comes in as a note, and a note whose words are gone quotes them: from then on they are such.
        const once = broughtInto(story, exported(story))
        const file = exported(once)
        expect(unnamed(exported(broughtInto(once, file)))).toEqual(unnamed(file))
      }),
      { numRuns: 60 },
    )
  })

  test('keeps notes, replies, what is resolved and open suggestions on their words, from the first time', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const story = reviewedStory(seed)
        const [first, again] = [exported(story), exported(broughtInto(story, exported(story)))]
        const suggestions = [...story.review.suggestions.values()]
        const told = (file: object) =>
          JSON.stringify(
            unnamed({ items: itemsOf(file).filter((item) => isPlaced(item) || typeof item.target === 'string') }),
          )
        // A suggestion without a place is stale, and comes in as a note.
        const isKept = (item: Item) => typeof item.target === 'string' && item.motivation !== 'editing'
        const isWhole = itemsOf(first).every((item) => isPlaced(item) || isKept(item))
        if (isWhole && suggestions.every(({ base, change }) => !isEmpty(base, change)))
          expect(told(again)).toBe(told(first))
      }),
      { numRuns: 60 },
    )
  })
})

function isPlaced({ target }: Item): boolean {
  return typeof target === 'object' && target.selector.length === 2
}

const TEXT =
  'It was raining again, and nobody came.\nThe bell rang. The bell rang.\n\u{1f600} Nobody came at all, said the boy.'
const draft: Draft = draftOfLines(...TEXT.split('\n'))

function read(...items: object[]) {
  return readAnnotations(
    bytesOf({ type: 'AnnotationPage', items: items.map((item) => ({ type: 'Annotation', ...item })) }),
    draft,
  )
}

const on = (...selector: object[]) => ({ target: { source: 'https://host.example/story', selector }, bodyValue: 'Hm.' })
const quote = (exact: string, prefix = '', suffix = '') => ({ type: 'TextQuoteSelector', exact, prefix, suffix })
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const wordsAt = (place: { from: number; to: number } | null | undefined) =>
  place ? `\n${TEXT}`.slice(place.from, place.to) : place

describe('an annotation comes onto', () => {
  test('its position, if its words are there', () => {
    const { notes } = read(on(quote('The bell rang.'), position(54, 68)))
    expect(wordsAt(notes[0]?.place)).toBe('The bell rang.')
    expect(notes[0]?.place?.from).toBe(55)
  })

  test('its words where they stand once with their context, if its position is wrong', () => {
    const { notes } = read(on(quote('bell', '. The ', ' rang'), position(0, 4)))
    expect(notes[0]?.place).toEqual({ from: 59, to: 63 })
  })

  test('its words where they stand with a part of their context, on one side at least', () => {
    const { notes } = read(
      on(quote('came', 'It was raining again, and nobody ', ' for weeks and weeks')),
      on(quote('Nobody', 'Nothing of this was there before ', ' came at all, said')),
      on(quote('rang', 'quite another context that The bell ', '. and others yet')),
    )
    expect(notes.map(({ place }) => place)).toEqual([{ from: 34, to: 38 }, { from: 73, to: 79 }, null])
  })

  test('no words of which there are two', () => {
    const { notes } = read(on(quote('The bell rang.')), on(quote('bell', 'The ', ' rang')))
    expect(notes).toMatchObject([
      { place: null, lost: { words: 'The bell rang.', before: '', after: '' }, body: 'Hm.' },
      { place: null, lost: { words: 'bell', before: 'The ', after: ' rang' }, body: 'Hm.' },
    ])
  })

  test('no word where it quotes what is not here, and is an orphan of the story that quotes it', () => {
    const { notes, losses } = read(on(quote('the wolves of winter', 'then came ', ' at last')), on(quote('raining')))
    const story = new ReviewedStory(draft)
    const [lost, found] = placeReview(story.text, { notes, suggestions: [] }).notes
    expect(lost?.quote).toEqual({ words: 'the wolves of winter', before: 'then came ', after: ' at last' })
    const stateOf = (note: typeof lost) => {
      const place = note?.anchor && standingsOf(story.text, new Map([['', note.anchor]])).get('')
      return note?.anchor && place && anchorState(note.anchor, note.quote, story.words.slice(place.from, place.to))
    }
    expect([stateOf(lost), stateOf(found)]).toEqual(['orphan', 'exact'])
    expect(losses).toMatchObject([{ kind: 'orphans', count: 1 }])
  })

  test('words nearly like its own, if there is one such place only', () => {
    const { notes } = read(
      on(quote('Nobody cane at al, sayd the boy')),
      on(quote('Nobody ever went there, not even he')),
    )
    expect(wordsAt(notes[0]?.place)).toBe('Nobody came at all, said the boy')
    expect(notes[1]?.place).toBeNull()
  })

  test('no place by numbers alone, nor by half a character', () => {
    const { notes } = read(on(position(3, 6)), on(quote('\ude00 Nobody came at all')), on(position(-1, 2), quote('It')))
    expect(notes.map(({ place }) => place === null)).toEqual([true, true, false])
  })

  test('the whole story, where it says nothing of words', () => {
    const { notes } = read({
      target: 'https://host.example/story',
      body: 'https://host.example/elsewhere',
      bodyValue: 'x',
    })
    expect(notes).toEqual([])
    expect(read({ target: 'https://host.example/story', bodyValue: 'All of it.' }).notes).toMatchObject([
      { place: null, body: 'All of it.' },
    ])
  })

  test('what it answers, through other answers, wherever they stand in the file; and no ring of answers is followed', () => {
    const reply = (id: string, target: string, bodyValue: string) => ({ id, motivation: 'replying', target, bodyValue })
    const { notes } = read(
      reply('r2', 'r1', 'two'),
      reply('r1', 'n', 'one'),
      { id: 'n', ...on(quote('raining')) },
      reply('a', 'b', 'ring'),
      reply('b', 'a', 'ring'),
    )
    expect(notes.map(({ body, replies }) => [body, replies.map((one) => one.body)])).toEqual([
      ['Hm.', ['two', 'one']],
      ['ring', ['ring']],
    ])
  })
})

describe('a file about another text', () => {
  const from = (source: string, ...quotes: string[]) =>
    bytesOf(
      quotes.map((exact, nth) => ({
        ...{ type: 'Annotation', id: `urn:x:${nth}`, bodyValue: 'Hm.' },
        target: { source, selector: [{ type: 'TextQuoteSelector', exact }] },
      })),
    )
  const wolves = Array.from({ length: 12 }, (_, nth) => `The wolves of the ${nth} winters came down`)
  const host = 'https://host.example/story'

  test('is refused with its numbers, and taken in when it is wanted all the same', () => {
    expect(() => readAnnotations(from(host, ...wolves), draft)).toThrow(
      'None of the 12 quotes is in this story. Is it another story’s file?',
    )
    expect(() => readAnnotations(from(host, ...wolves, 'raining'), draft)).toThrow('Only 1 of the 13 quotes is in')
    const { notes } = readAnnotations(from(host, ...wolves), draft, { anyway: true })
    expect(notes.map(({ place, lost }) => [place, lost?.words])).toEqual(wolves.map((words) => [null, words]))
  })

  test('is one where one quote in ten is here, or its few quotes are not and it names no other', () => {
    expect(readAnnotations(from(host, ...wolves.slice(0, 9), 'raining'), draft).notes).toHaveLength(10)
    expect(readAnnotations(from(host, ...wolves.slice(0, 2)), draft).notes).toHaveLength(2)
    // Twice in the story: it has no place, and is no stranger.
    expect(readAnnotations(from(host, ...Array(12).fill('The bell rang.')), draft).notes).toHaveLength(12)
  })

  test('says which it names, where that is a story of ours', () => {
    const about = (name: string, ...quotes: string[]) =>
      readAnnotations(from(`urn:galley:story:${name}`, ...quotes), draft, { name: 'a tale.txt' })
    expect(() => about('the%20wolves.txt', 'The wolves came')).toThrow(
      'The one quote in this file is not in this story. The file is about “the wolves.txt”.',
    )
    expect(about('the%20wolves.txt', 'raining').notes[0]?.place).not.toBeNull()
    expect(about('a%20tale.txt', 'The wolves came').notes).toHaveLength(1)
    expect(about('%E0%A4%A', 'The wolves came').notes).toHaveLength(1)
  })
})

describe('a proposal', () => {
  const editing = (value: string, ...selectors: object[]) => ({
    ...{ motivation: 'editing', target: { source: 'x:y', selector: selectors } },
    body: [
      { type: 'TextualBody', value, purpose: 'editing' },
      { type: 'TextualBody', value: 'Why', purpose: 'commenting' },
    ],
  })

  test('is a suggestion on its very words, and a note where they are others', () => {
    const { suggestions, notes } = read(
      editing('snowing', quote('raining')),
      editing('', quote(' again')),
      editing('never ', quote('', 'It was raining again, ', 'and nobody')),
      editing('x', quote('Nobody cane at al, sayd the boy')),
      editing('y', quote('not here')),
    )
    expect(suggestions.map(({ place, change, reason }) => ({ words: wordsAt(place), change, reason }))).toEqual([
      { words: 'raining', change: [{ delete: 7 }, { insert: 'snowing' }], reason: 'Why' },
      { words: ' again', change: [{ delete: 6 }], reason: 'Why' },
      { words: '', change: [{ insert: 'never ' }], reason: 'Why' },
    ])
    expect(notes.map(({ place, body }) => [wordsAt(place), body])).toEqual([
      ['Nobody came at all, said the boy', '“Nobody cane at al, sayd the boy”\n\nProposed: “x”\n\nWhy'],
      [null, 'Proposed: “y”\n\nWhy'],
    ])
    expect(notes[1]?.lost?.words).toBe('not here')
  })

  test('that would change nothing, or lies about its change, is none or does what it shows', () => {
    const same = read(editing('raining', quote('raining')))
    expect(same.suggestions).toEqual([])
    const lying = { ...editing('snowing', quote('raining')), change: '[{"delete":7},{"insert":"pouring"}]' }
    const hostile = { ...editing('snowing', quote('raining')), change: '[{"delete":1e9},{"insert":{"__proto__":1}}]' }
    for (const one of [lying, hostile]) {
      expect(read(one).suggestions[0]?.change).toEqual([{ delete: 7 }, { insert: 'snowing' }])
    }
  })

  test('that was decided is history, with what was said about it, and counted', () => {
    const done = { id: 's', status: 'accepted', ...editing('x', quote('raining')) }
    const { notes, suggestions, losses } = read(done, { motivation: 'replying', target: 's', bodyValue: 'Yes.' })
    expect([notes, suggestions]).toEqual([[], []])
    expect(losses).toMatchObject([{ kind: 'decided', count: 1 }])
  })
})

describe('files of others', () => {
  test('rows of Hypothesis are read with their tags and answers', () => {
    const target = [{ source: 'https://host.example/', selector: [quote('raining')] }]
    const { notes } = readAnnotations(
      bytesOf({
        rows: [
          {
            id: 'a',
            uri: 'https://host.example/',
            text: 'Too wet.',
            tags: ['mood'],
            user: 'acct:ann@host.example',
            target,
          },
          {
            id: 'b',
            uri: 'https://host.example/',
            text: 'No.',
            user: 'acct:bo@host.example',
            target,
            references: ['a'],
          },
        ],
      }),
      draft,
    )
    expect(notes).toMatchObject([{ by: 'ann', body: 'mood: Too wet.', replies: [{ by: 'bo', body: 'No.' }] }])
    expect(wordsAt(notes[0]?.place)).toBe('raining')
  })

  test('names are display text, and times without a zone are none', () => {
    const { notes } = read(
      {
        ...on(quote('raining')),
        creator: { id: 'https://host.example/ann', name: 'Ann' },
        created: '2026-01-02T03:04:05+01:00',
      },
      { ...on(quote('raining')), creator: 'https://host.example/ann', created: '2026-01-02T03:04:05' },
    )
    expect(notes).toMatchObject([
      { by: 'Ann', at: '2026-01-02T02:04:05.000Z' },
      { by: '', at: null },
    ])
  })

  test.each([
    ['no JSON', '{', /no JSON/],
    ['no annotations', '{"a":1}', /no annotations/],
    ['a bare word', '"constructor"', /no annotations/],
    [
      'items that are none',
      '[1,null,"x",{"type":"Annotation"},{"__proto__":{"type":"Annotation"}}]',
      /Nothing in this file/,
    ],
    ['pages that are elsewhere', '{"type":"AnnotationCollection","first":"https://host.example/1"}', /elsewhere/],
    ['a deep nest', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, /Nothing in this file|no JSON/],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), /no JSON/],
    ['a body too long', { type: 'Annotation', target: 'x:y', bodyValue: 'x'.repeat(65_537) }, /65,536/],
    ['too many', Array.from({ length: 20_001 }, () => ({ type: 'Annotation', target: 'x:y' })), /20,000/],
  ])('with %s are refused in a sentence', (_, file, says) => {
    expect(() => readAnnotations(file instanceof Uint8Array ? file : bytesOf(file), draft)).toThrow(says)
  })

  test('what is left out is counted', () => {
    const file = {
      ...{ type: 'AnnotationCollection' },
      first: {
        ...{ type: 'AnnotationPage', next: 'https://host.example/2' },
        items: [
          {
            type: 'Annotation',
            target: ['x:y', 'x:z'],
            body: ['https://host.example/a.mp3', { type: 'TextualBody', value: 'Hm.' }],
          },
          { type: 'Annotation', target: 'x:y' },
          { type: 'Cat' },
        ],
      },
    }
    const { losses, notes } = readAnnotations(bytesOf(file), draft)
    expect(notes).toHaveLength(1)
    expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
      ['empty', 1],
      ['linked', 2],
      ['broken', 1],
      ['pages', 1],
    ])
  })

  test('thousands of them that are nowhere in a long story are given up on in time, not looked for at any price', () => {
    const long = draftOfLines(
      ...Array.from({ length: 3000 }, (_, nth) => `Line ${nth} of a long and dreary tale, told by the fire.`),
    )
    const items = Array.from({ length: 4000 }, (_, nth) => ({
      type: 'Annotation',
      ...on(
        quote(`Lime ${nth} of a long and dreary tele, told by the fire on a winter night, ${'and on '.repeat(20)}`),
      ),
    }))
    const { notes } = readAnnotations(bytesOf(items), long, { anyway: true })
    expect(notes.every(({ place }) => place === null)).toBe(true)
  })
})
