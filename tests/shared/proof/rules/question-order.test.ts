import { describe, expect, test } from 'vitest'
import { questionOrder } from '../../../../shared/proof/rules/question-order.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('question-order', () => {
  test.each([
    ['He asked me what do I want.', 'He asked me what I want.'],
    ['She asked Mrs. Moss what does it mean.', 'She asked Mrs. Moss what it means.'],
    ['I don’t know is he alive.', 'I don’t know if he is alive.'],
    ['She asked me where was I going.', 'She asked me where I was going.'],
    ['I don’t know where is he.', 'I don’t know where he is.'],
    ['Can you tell me what time is it?', 'Can you tell me what time it is?'],
    ['He asked what did I want.', 'He asked what I wanted.'],
    ['“I wonder why are they late,” said Pell.', '“I wonder why they are late,” said Pell.'],
    ['They told us how old was she.', 'They told us how old she was.'],
    [
      '“Why you are crying?” asked Pell. Where they were going?',
      '“Why are you crying?” asked Pell. Where were they going?',
    ],
    ['Nobody understood how did they open it.', 'Nobody understood how they opened it.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(questionOrder, wrong)).toBe(right)
  })

  test.each([
    'I don’t know. Is he alive? She asked Anna: what does it mean?',
    'Where is he? I don’t know. Where was I going? What did I want?',
    'She asked, “Where is he?” I know: what is it? He wondered, where was she?',
    'I don’t know where he is. She asked what I wanted. She asked what was the matter.',
    'He wondered what was it that she saw. Do you know what is in it?',
    'I know who did it. I know what did the trick. She told him what was his.',
    'Where you are, I am. Why you are here I know. That is why you are here? When you were young? “When he is gone, shall I be here?”',
    'You know what? Is he here? I forgot why. Did she know?',
  ])('silent: %s', (right) => {
    expect(findWith(questionOrder, right)).toEqual([])
  })
})
