import { expect, test } from 'vitest'
import { isFromFile } from '../../../server/stories/bring-in.ts'

test('what came of a file is known by the file, whatever its reason says by now', () => {
  expect(isFromFile({ file: 'mill.txt', reason: 'Better so.' }, 'mill.txt')).toBe(true)
  expect(isFromFile({ file: 'draft 2.txt', reason: 'From mill.txt.' }, 'mill.txt')).toBe(false)
})

test('a suggestion of before that was known is told by its reason', () => {
  expect(isFromFile({ reason: 'From mill.txt. These words were changed here as well.' }, 'mill.txt')).toBe(true)
  expect(isFromFile({ reason: 'Read it aloud. From mill.txt.' }, 'mill.txt')).toBe(false)
  expect(isFromFile({ reason: 'From mill.txt.bak.' }, 'mill.txt')).toBe(false)
})
