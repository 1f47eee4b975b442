import { expect, test } from 'vitest'
import { Checker } from '../../../shared/proof/checker.ts'
import { learnNames } from '../../../shared/proof/names.ts'
import { type Settings, USUAL } from '../../../shared/proof/settings.ts'
import { SPELLERS } from '../../kit/dictionaries.ts'

function learnt(texts: string[], settings: Partial<Settings> = {}) {
  const checker = new Checker({ ...USUAL, ...settings }, SPELLERS, [])
  checker.open(texts.map((text) => ({ text })))
  checker.step()
  return learnNames(checker.story)
}

const STORY = [
  'Then Tsukiko smiled. "Go," Tsukiko said to Orvandel-kun.',
  'They rode to Vardenholm, and in Vardenholm it rained on the door of the Inn.',
  'She had a vrellix, and another vrellix; the vrellix slept. God knew. Tsukiko’s hat was wet.',
]

test('names are offered with their count, kind and first example; plain words are not', () => {
  expect(learnt(STORY).map(({ word, count, kind, isNew }) => [word, count, kind, isNew])).toEqual([
    ['Tsukiko', 3, 'name', false],
    ['vrellix', 3, 'term', true],
    ['Vardenholm', 2, 'place', true],
    ['Orvandel', 1, 'name', true],
  ])
  expect(learnt(STORY)[2]?.example).toBe('They rode to Vardenholm, and in Vardenholm it rained on the…')
})

test('a name that people have is no new word, one that the story made is', () => {
  const story = ['Then Niamh smiled. Then Niamhwen smiled. Then Niamh left with Niamhwen.']
  expect(learnt(story).map(({ word, isNew }) => [word, isNew])).toEqual([
    ['Niamh', false],
    ['Niamhwen', true],
  ])
})

test('what is approved is not offered again', () => {
  expect(learnt(STORY, { words: [{ word: 'Tsukiko', kind: 'name' }] }).map(({ word }) => word)).not.toContain('Tsukiko')
})
