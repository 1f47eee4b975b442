import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { proposeInstead } from '../../../../client/pages/story/propose-instead.ts'
import { wordsOf } from '../../../../shared/review/change.ts'
import { anchorAt } from '../../../../shared/story/places.ts'
import { ReviewDesk } from '../../panels/suggestions/review-desk.ts'

const toasts: string[] = []
vi.mock('../../../../client/ui/toast.ts', () => ({ showToast: (message: string) => void toasts.push(message) }))

let text: Y.Text
let review: ReviewDesk

beforeEach(() => {
  toasts.length = 0
  text = new Y.Doc().getText('text')
  text.applyDelta([
    { insert: '\nThe ' },
    { insert: 'mud', attributes: { italic: true, odd: 1 } },
    { insert: ' shone.\nNobody came.', attributes: {} },
  ])
  review = new ReviewDesk('tomas')
})

/** A note of Ruth's on these words. */
async function note(words: string, more: object = {}): Promise<void> {
  const from = text.toString().indexOf(words)
  const anchor = anchorAt(text, { from, to: from + words.length })
  const about = { anchor, quote: { words, before: '', after: '' }, body: 'Too *soft*', kind: 'comment' as const }
  await review.by('ruth', { type: 'open-note', note: 'note-one', ...about, ...more })
}

const propose = (words: string) =>
  proposeInstead(
    { handle: { me: { id: 'tomas', name: 'Tomás', swatch: 1 }, review, text }, own: null },
    'note-one',
    words,
  )

const proposed = () => [...review.state.peek().suggestions.values()]

test('the words are proposed as they are now, looks and all, for the reason that the note gives', async () => {
  await note('The mud shone')
  text.insert(5, 'wet ')
  expect(await propose('The wet silt shone')).toBe(true)
  const [suggestion] = proposed()
  expect(suggestion?.base).toEqual([
    { insert: 'The wet ' },
    { insert: 'mud', attributes: { italic: true } },
    { insert: ' shone' },
  ])
  expect(suggestion?.change).toEqual([
    { retain: 8 },
    { delete: 3 },
    { insert: 'silt', attributes: { italic: true } },
    { retain: 6 },
  ])
  expect(suggestion).toMatchObject({ reason: 'Too soft', label: null })
})

test('over the end of a line too, and a tag goes along while the story has it', async () => {
  await note('shone.\nNobody', { kind: 'tag', label: 'style' })
  expect(await propose('shone; nobody')).toBe(true)
  expect(proposed()[0]?.label).toBe('style')
  expect(wordsOf(proposed()[0]?.base ?? [])).toBe('shone.\nNobody')
})

test('what a private note says, and its tag, stay with its author', async () => {
  await note('Nobody', { kind: 'tag', label: 'style', private: true })
  expect(await propose('No one')).toBe(true)
  expect(proposed()[0]).toMatchObject({ reason: '', label: null })
})

test('nothing is proposed over a suggestion of one’s own, for the same words, or where the words are gone', async () => {
  await note('Nobody')
  expect(await propose('Nobody')).toBe(false)
  expect(await propose('No one')).toBe(true)
  expect(await propose('Not one')).toBe(false)
  await review.by('tomas', { type: 'withdraw', suggestion: proposed()[0]?.id ?? '', rev: 1 })
  text.delete(text.toString().indexOf('Nobody'), 6)
  expect(await propose('No one')).toBe(false)
  expect(proposed()).toHaveLength(1)
  expect(toasts).toEqual([
    'These words stand there already.',
    'A suggestion of yours touches these words. Change that one, or withdraw it first.',
    'The words of this note are gone.',
  ])
})

test('a refusal is told', async () => {
  await note('Nobody')
  review.role = 'commenter'
  expect(await propose('No one')).toBe(false)
  expect(toasts).toEqual(['Your role here is commenter; this takes more.'])
})
