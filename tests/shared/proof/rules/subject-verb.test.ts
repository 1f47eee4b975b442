import { describe, expect, test } from 'vitest'
import { subjectVerb } from '../../../../shared/proof/rules/subject-verb.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('subject-verb', () => {
  test.each([
    ['She were tired, and it were dark.', 'She was tired, and it was dark.'],
    ['He slept while she were out.', 'He slept while she was out.'],
    ["She don't care.", "She doesn't care."],
    ['They was late, and we was early.', 'They were late, and we were early.'],
    ['There was three men at the door.', 'There were three men at the door.'],
    ['He have been here.', 'He has been here.'],
    ['It was late, but I has time. They doesn’t mind.', 'It was late, but I have time. They don’t mind.'],
    [
      '“We was always moving,” she said. “He have until noon.”',
      '“We were always moving,” she said. “He has until noon.”',
    ],
    [
      '“She know him. It look old, because he like old things.”',
      '“She knows him. It looks old, because he likes old things.”',
    ],
    ['“They knows us, and we wants it.”', '“They know us, and we wants it.”'],
    ['It remember every egg.', 'It remembers every egg.'],
    ['He were tired. She have never been there.', 'He was tired. She has never been there.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(subjectVerb, wrong)).toBe(right)
  })

  test.each([
    'If he were here, as though she were his, and were it dark. I wish it were so, as it were.',
    'He talked as if he were late, and it were better to go.',
    '"She don\'t care, and they was late," he said. "That ain\'t so."',
    '“We was late.” He grinned. “She know it. I ain’t lying.”',
    'Both he and it were of the sea.',
    'Paul and he were late, as the two of us and she were. You and I are late. You and he are late.',
    '“He come in and see it.” “God help us. Long live she. Let her stay and he go.” “She lay there.”',
    'Neither of them was late. One of them has it. What they is not.',
    'Should he have been here? Let him and let it have a go.',
    'There was many a man. There was two years’ work in it.',
    'He would, had he have been there.',
    'It was they. All he and they have.',
    'To be what they was not the plan.',
  ])('silent: %s', (right) => {
    expect(findWith(subjectVerb, right)).toEqual([])
  })
})
