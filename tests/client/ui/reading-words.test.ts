import { expect, test } from 'vitest'
import type { Progress } from '../../../client/sync/long-work.ts'
import { mayGiveUp, readingWords } from '../../../client/ui/reading-words.ts'
import { WorkAnswer } from '../../../shared/wire/api.ts'

const words = (stage: Progress['stage'], done = 0, all = 0) => readingWords({ stage, done, all })

test('every stage of a file on its way in is said with what it counts', () => {
  expect(words('sending', 1_200_000, 3_400_000)).toBe('1.2 MB of 3.4 MB sent')
  expect(words('waiting')).toBe('Waiting for other work to be done')
  expect(words('recognising')).toBe('Looking at what the file is')
  expect(words('parsing', 12_500)).toBe('12,500 lines read')
  expect(words('comparing', 900, 900)).toBe('Comparing 900 lines with the story')
  expect(words('placing')).toBe('Putting the lines together')
  expect(words('placing', 1, 1)).toBe('Finding the words of 1 note or change')
  expect(words('keeping', 40, 212)).toBe('40 of 212 notes and changes kept')
})

test('only what is kept already cannot be given up', () => {
  const stages = WorkAnswer.shape.stage.options
  expect(stages.filter((stage) => !mayGiveUp({ stage, done: 0, all: 0 }))).toEqual(['keeping'])
})
