/** CriticMarkup: whoever accepts or rejects all of its marks has our text accepted or as it stands; and it comes back. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Manuscript } from '../../../../shared/codecs/codec.ts'
import { critic } from '../../../../shared/codecs/markdown/critic.ts'
import { readMd } from '../../../../shared/codecs/markdown/read-md.ts'
import { decided } from '../../../kit/critic-reader.ts'
import { lineOf, manuscriptOf, words } from '../../../kit/manuscripts.ts'
import { markdownCharacters } from '../../../kit/markdown-characters.ts'
import { charactersIn, markedManuscript } from '../../../kit/marked-manuscripts.ts'
import { acceptedDraft, draftCharacters } from '../../../kit/read-drafts.ts'

const text = (manuscript: Manuscript) => new TextDecoder().decode(critic.write(manuscript).bytes)

test('what is proposed stands in its marks, its author and reason behind it, notes behind their words', () => {
  const people = new Map([['a', 'Ann']])
  const at = '2026-03-04T05:06:07Z'
  const thread = { by: 'a', at, label: null, place: { from: 1, to: 2 }, replies: [] }
  const suggestion = { ...thread, rule: null, status: 'open', decided: null } as const
  const suggestions = [
    { ...suggestion, id: 's1', reason: 'typo', base: [], change: [] },
    { ...suggestion, id: 's2', reason: '', base: [], change: [] },
  ]
  const note = {
    ...thread,
    id: 'n',
    kind: 'comment',
    body: 'Sure?',
    mustFix: false,
    assigned: null,
    resolved: null,
    quote: '',
  } as const
  const lines = [
    lineOf([
      words('In '),
      words('teh', {}, { kind: 'delete', suggestion: 's1' }),
      words('the', {}, { kind: 'insert', suggestion: 's1' }),
      words(' very '),
      { starts: 'n' },
      words('end'),
      { ends: 'n' },
      words('.'),
    ]),
    lineOf('Next.', { opening: { kind: 'insert', suggestion: 's2' } }),
  ]
  expect(text(manuscriptOf(lines, { view: 'marked', people, suggestions, notes: [note] }))).toBe(
    `In {~~teh~>the~~}{>>Ann ${at}: typo<<} very {==end==}{>>Ann ${at}: Sure?<<}.{++\n\n++}{>>Ann ${at}:<<}Next.\n`,
  )
})

test('what is proposed around words that stay is one suggestion again, and no other program has to know', () => {
  const people = new Map([['a', 'Ann']])
  const at = '2026-03-04T05:06:07Z'
  const thread = { by: 'a', at, label: null, place: { from: 1, to: 2 }, replies: [] }
  const suggestion = { ...thread, rule: null, status: 'open', decided: null } as const
  const suggestions = [
    { ...suggestion, id: 's1', reason: 'As before', base: [], change: [] },
    { ...suggestion, id: 's2', reason: '', base: [], change: [] },
  ]
  const both = (id: string, was: string, is: string) => [
    words(was, {}, { kind: 'delete', suggestion: id }),
    words(is, {}, { kind: 'insert', suggestion: id }),
  ]
  const line = lineOf([
    ...[words('So '), ...both('s1', 'an', 'the'), words(' old '), ...both('s1', 'cat', 'dog')],
    ...[words(' '), ...both('s2', 'set', 'sat'), words('.')],
  ])
  const source = text(manuscriptOf([line], { view: 'marked', people, suggestions }))
  expect(source).toBe(
    `So {~~an~>the~~}{>>Ann ${at}, change 1:<<} old {~~cat~>dog~~}{>>Ann ${at}, change 1: As before<<} {~~set~>sat~~}{>>Ann ${at}:<<}.\n`,
  )
  const read = (given: string) => readMd.read(new TextEncoder().encode(given), { mostLines: 1000 }).suggestions
  const [one, other, ...more] = read(source)
  expect(more).toEqual([])
  expect(one).toEqual({
    ...{ by: 'Ann', at: '2026-03-04T05:06:07.000Z', reason: 'As before', replies: [], place: { from: 4, to: 14 } },
    change: [{ delete: 2 }, { insert: 'the' }, { retain: 5 }, { delete: 3 }, { insert: 'dog' }],
  })
  expect(other).toMatchObject({ place: { from: 15, to: 18 }, reason: '' })
  // Other files, and pieces of which somebody has said something else since.
  const foreign = source.replaceAll(', change 1', '')
  expect(read(foreign)).toHaveLength(3)
  expect(read(source.replace('change 1', 'change 2'))).toHaveLength(3)
  expect(read(source.replace('Ann', 'Ben'))).toHaveLength(3)
})

test('whoever accepts or rejects all marks of random manuscripts has their words in that view', () => {
  fc.assert(
    fc.property(markedManuscript, (manuscript) => {
      const source = text(manuscript)
      expect(markdownCharacters(decided(source, 'reject')), source).toEqual(charactersIn(manuscript, 'now'))
      expect(markdownCharacters(decided(source, 'accept')), source).toEqual(charactersIn(manuscript, 'accepted'))
    }),
    { numRuns: 200 },
  )
})

test('random manuscripts come back with their words, proposals, people and notes', () => {
  fc.assert(
    fc.property(markedManuscript, (manuscript) => {
      const { edition } = manuscript
      const source = text(manuscript)
      const read = readMd.read(new TextEncoder().encode(source), { mostLines: 1000 })
      expect(draftCharacters(read.draft), source).toEqual(charactersIn(manuscript, 'now'))
      expect(draftCharacters(acceptedDraft(read)), source).toEqual(charactersIn(manuscript, 'accepted'))
      const asks = ({
        by,
        at,
        reason,
        replies,
      }: {
        by: string
        at: string | null
        reason: string
        replies: readonly { body: string }[]
      }) => JSON.stringify([by, at && Date.parse(at), reason, replies.map(({ body }) => body)])
      const called = (key: string) => edition.people.get(key)!
      expect(read.suggestions.map(asks).sort()).toEqual(
        edition.suggestions.map((one) => asks({ ...one, by: called(one.by) })).sort(),
      )
      expect(read.notes.map(({ by, body }) => `${by} ${body}`)).toEqual(
        edition.notes.map(({ by, body }) => `${called(by)} ${body}`),
      )
      for (const { place } of read.notes) expect(place).not.toBeNull()
    }),
    { numRuns: 200 },
  )
})
