import { describe, expect, test } from 'vitest'
import { interjectionComma } from '../../../../shared/proof/rules/interjection-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('interjection-comma', () => {
  test.each([
    ['"Well I saw him," he said.', '"Well, I saw him," he said.'],
    ['"Yes I did. No you didn\'t."', '"Yes, I did. No, you didn\'t."'],
    ['"No I don\'t."', '"No, I don\'t."'],
    ['"Yeah I know."', '"Yeah, I know."'],
    ['"Oh it\'s you."', '"Oh, it\'s you."'],
    ['“Okay we’ll go.”', '“Okay, we’ll go.”'],
    ['"Well that\'s it."', '"Well, that\'s it."'],
    ['"No I take it back."', '"No, I take it back."'],
  ])('%s', (wrong, right) => {
    expect(fixWith(interjectionComma, wrong)).toBe(right)
  })

  test.each([
    '"Well, I saw him."',
    '"No one saw him."',
    '"No matter."',
    '"Well done."',
    '"Well I never!"',
    '"Oh you poor thing."',
    '"Oh you."',
    '"Oh my god."',
    '"Oh what a day."',
    '"Oh that it were over."',
    '"Yes sir."',
    '"Hey you!"',
    '"Okay then."',
    '"Please don\'t."',
    'Well I never saw him. Yes he did.',
    '"As well I might. He did well I think."',
    '"No you fool."',
    '"So I did."',
  ])('silent: %s', (right) => {
    expect(findWith(interjectionComma, right)).toEqual([])
  })
})
