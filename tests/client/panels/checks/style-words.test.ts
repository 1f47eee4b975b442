/** The style sheet in words: habits of a story, decisions, and a sentence that shows one. */
import { expect, test } from 'vitest'
import { exampleOf } from '../../../../client/panels/checks/style-example.ts'
import {
  decisionWords,
  habitOf,
  SINGLE_PARTS,
  subjectWords,
  wholeWords,
} from '../../../../client/panels/checks/style-words.ts'
import type { Habits } from '../../../../shared/proof/habits.ts'

const NONE: Habits = { forms: {}, breaks: {}, gaps: 0, american: 0, british: 0, words: {} }

test('what most of the story does is its habit, with how often', () => {
  const habits: Habits = {
    ...NONE,
    forms: { ellipsis: { '...': 22, '…': 2 } },
    breaks: { '***': 1, '* * *': 3 },
    gaps: 2,
    british: 7,
    american: 1,
  }
  expect(habitOf('ellipsis', habits)).toEqual({ decision: { part: 'ellipsis', value: '...' }, count: 22, of: 24 })
  expect(habitOf('sceneBreak', habits)).toEqual({ decision: { part: 'sceneBreak', value: '* * *' }, count: 3, of: 6 })
  expect(habitOf('dialect', habits)).toEqual({ decision: { part: 'dialect', value: 'en-GB' }, count: 7, of: 8 })
})

test('a story that does nothing of the kind has no habit', () => {
  expect(SINGLE_PARTS.map((part) => habitOf(part, NONE))).toEqual(SINGLE_PARTS.map(() => null))
})

test('decisions are said as people say them', () => {
  expect(decisionWords({ part: 'sceneBreak', value: '' })).toBe('an empty line')
  expect(decisionWords({ part: 'spellNumbersBelow', value: 100 })).toBe('words below 100')
  expect(decisionWords({ part: 'spellNumbersBelow', value: 0 })).toBe('figures')
  expect(decisionWords({ part: 'muteDialogue', value: { grammar: true, spelling: true } })).toBe(
    'grammar and spelling left alone',
  )
  expect(subjectWords({ part: 'spelling', preferred: 'grey', variants: ['gray'] })).toBe('grey, gray')
})

test('a decision in one breath says what it is against and what else is right', () => {
  expect(wholeWords({ part: 'spelling', preferred: 'grey', variants: ['gray', 'graye'] })).toBe('grey, not gray, graye')
  expect(wholeWords({ part: 'name', name: 'Hanne', aliases: ['Hannelore'], kind: 'person' })).toBe(
    'Hanne (person), also Hannelore',
  )
})

test('an example is the first place that shows the decision, whole words around it', () => {
  const lines = [
    { text: null },
    { text: 'A greyhound ran after an irongrey one.' },
    {
      text: `${'All the long way down to the harbour '.repeat(2)}a Grey sky hung over ${'the boats and the bollards '.repeat(2)}`,
    },
  ]
  const example = exampleOf({ part: 'spelling', preferred: 'grey', variants: ['gray'] }, lines)
  expect(example).toMatch(/^….* a Grey sky hung over .*…$/)
  expect(exampleOf({ part: 'dash', value: 'em' }, [{ text: 'Salt — no.' }, { text: 'Salt—yes.' }])).toBe('Salt—yes.')
  expect(exampleOf({ part: 'ellipsis', value: '. . .' }, [{ text: 'Salt... no.' }])).toBe('')
  expect(exampleOf({ part: 'dialect', value: 'en-GB' }, lines)).toBe('')
})
