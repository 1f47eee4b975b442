/** Which names are worth a question. */
import { expect, test } from 'vitest'
import { unlisted } from '../../../../client/panels/checks/names-offer.ts'
import { inCommands } from '../../../../client/panels/checks/word-words.ts'
import type { LearntName } from '../../../../shared/proof/names.ts'
import type { StoryWord } from '../../../../shared/review/state.ts'

const name = (word: string, isNew = true): LearntName => ({ word, count: 4, kind: 'name', example: word, isNew })
const asked: StoryWord = { word: 'Hanne', kind: 'name', by: 'june', at: '2026-05-01T10:00:00Z', allowed: null }

test('names that a dictionary has, that are listed or asked for already are not offered', () => {
  const names = [name('Tolliver'), name('Hanne'), name('London', false)]
  expect(unlisted(names, { words: new Map([['Hanne', asked]]) }).map(({ word }) => word)).toEqual(['Tolliver'])
})

test('a command never holds more words than it may, and none is lost', () => {
  const words = Array.from({ length: 1_201 }, (_, number) => `w${number}`)
  expect(inCommands(words).map(({ length }) => length)).toEqual([500, 500, 201])
  expect(inCommands(words).flat()).toEqual(words)
  expect(inCommands([])).toEqual([])
})
