import { describe, expect, test } from 'vitest'
import { doubledWord } from '../../../../shared/proof/rules/doubled-word.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('doubled-word', () => {
  test.each([
    ['She went to the to the door.', 'She went to the door.'],
    ['She went to the the door.', 'She went to the door.'],
    ['The the door was shut.', 'The door was shut.'],
    ['He was was late.', 'He was late.'],
    ['"And and then?" he asked.', '"And then?" he asked.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(doubledWord, wrong)).toBe(right)
  })

  test.each([
    'They went on and on and on.',
    'She had had enough.',
    'He knew that that was wrong.',
    'It was very very cold.',
    '"No, no," she said. "No no no."',
    'What it is is a mess.',
    'She came in in a rush.',
    'It is what it is. Is it?',
    'the, the thing',
    'They gave her her coat.',
    'So so many.',
    'His Icha Icha book.',
    'the the the stammerer',
    'the The Sound',
    'What it was was a mess.',
    'All there were were stones.',
    '"There there," he said.',
    'Will will go.',
    'We, we need it.',
    'The way in in winter is shut, and he came in in a rush.',
  ])('silent: %s', (right) => {
    expect(findWith(doubledWord, right)).toEqual([])
  })

  test('what is nearly always a slip may be mended in bulk', () => {
    expect(findWith(doubledWord, 'to the the door')[0]?.sure).toBe(true)
    expect(findWith(doubledWord, 'we we ran')[0]?.sure).toBe(false)
  })
})
