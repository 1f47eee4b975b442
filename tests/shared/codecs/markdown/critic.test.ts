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
