import { describe, expect, test } from 'vitest'
import { questionMark } from '../../../../shared/proof/rules/question-mark.ts'
import { tagComma } from '../../../../shared/proof/rules/tag-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const CAST = '\n\nThere was Mara, and there was Kell.'

describe('question-mark', () => {
  test.each([
    ['"Has it been inspected." He looked at it.', '"Has it been inspected?" He looked at it.'],
    ['"Is there *salt* in this." He took another.', '"Is there *salt* in this?" He took another.'],
    ['"What are you doing."', '"What are you doing?"'],
    ['"Is the door locked." He tried it.', '"Is the door locked?" He tried it.'],
    ['"Did Mara call." He sat up.', '"Did Mara call?" He sat up.'],
    ['"Will it hold." She pulled at it.', '"Will it hold?" She pulled at it.'],
    ['"Were you there." He waited.', '"Were you there?" He waited.'],
    ['"Since when." She laughed.', '"Since when?" She laughed.'],
    ['"Who said that." They looked up.', '"Who said that?" They looked up.'],
    [
      '"Somebody left a light on," I said. "What light." He got up.',
      '"Somebody left a light on," I said. "What light?" He got up.',
    ],
    ['"Kell, where have you been all day. I was worried."', '"Kell, where have you been all day? I was worried."'],
    ['"So how long has it been." She looked up.', '"So how long has it been?" She looked up.'],
    ['"What the hell is that."', '"What the hell is that?"'],
    ['"Where\'s my coat."', '"Where\'s my coat?"'],
    ['"What did you see," he said.', '"What did you see?" he said.'],
    ['"You knew him," she asked.', '"You knew him?" she asked.'],
    ['"Did you see him there."', '"Did you see him there?"'],
    ['"Oh, is that your brother over there."', '"Oh, is that your brother over there?"'],
    ['"It was late, wasn\'t it."', '"It was late, wasn\'t it?"'],
    ['“How many people did you see.”', '“How many people did you see?”'],
    ['"Why don\'t they come."', '"Why don\'t they come?"'],
    ['"What colour was it."', '"What colour was it?"'],
    ['"Has anybody seen it."', '"Has anybody seen it?"'],
    ['"Is he dead."', '"Is he dead?"'],
    ['"Where on earth have you been."', '"Where on earth have you been?"'],
    ['"Can I help you there."', '"Can I help you there?"'],
    ['What was he doing. Nobody knew.', 'What was he doing? Nobody knew.'],
    ['She sat down. Why had he come back.', 'She sat down. Why had he come back?'],
    [
      'Would they find her here. And who would do such a thing.',
      'Would they find her here? And who would do such a thing?',
    ],
    ['But what if he never woke up.', 'But what if he never woke up?'],
    ['Had she left the stove on.', 'Had she left the stove on?'],
    ['"You didn\'t take it, did you." He rose.', '"You didn\'t take it, did you?" He rose.'],
    ['Did anybody hear that. Is this what she had wanted.', 'Did anybody hear that? Is this what she had wanted?'],
  ])('%s', (wrong, right) => {
    expect(fixWith(questionMark, wrong + CAST)).toBe(right + CAST)
  })

  test.each([
    '"What nonsense." She rose. "What luck." He sat.',
    '"Have you been asked these last few days by I.B.M.?" he said.',
    '"Do the dishes." He left. "Would it were so." She left.',
    '"Were they mine, I would sell them." He rose.',
    '"His name," he said, "is Kell Ash." He rose. "So does Mara." "Now is the time to go." He sat.',
    '"What happened is done." He rose. "Who knows." She sat.',
    '"What are you doing?"',
    '"What I did was wrong."',
    '"What a day."',
    '"What\'s done is done."',
    '"I know what you are doing."',
    '"Ask him where he is."',
    '"Where he went, I cannot tell."',
    '"When you are done, call me."',
    '"When the rain comes, we go."',
    '"When was the last time, I wonder."',
    '"Who cares."',
    '"Which is the problem."',
    '"How dare you."',
    '"Why don\'t you sit down."',
    '"Could you close the door."',
    '"Would you mind."',
    '"Well, what do you know."',
    '"How do you do."',
    '"Don\'t you worry."',
    '"Am I glad to see you."',
    '"Do you good to get out."',
    '"Had I known, I would have stayed."',
    '"Have it your way."',
    '"Is it."',
    '"Do it now, please."',
    '"Tell me a story," she asked.',
    '"Please, one more," he asked.',
    '"Tell me," he asked, "where is she?"',
    '"What are you doing," he said, "to my boat?"',
    '"I am tired," she said.',
    'He asked what she was doing.',
    'What he was doing, nobody knew. What was done was done.',
    'Had he known he would have stayed. Were it not for the rain they could go. Should he fail, all was lost.',
    'How cold it was. What a night. Where the road turned they stopped. Who he was did not matter.',
    '"Did you really." He rose. Did he ever.',
    'Was he angry! Do not ask. May they rest.',
    '"Whatever you say."',
    '"Who you are does not matter."',
    '"That is why you are here."',
    '"You could have told me, don\'t forget."',
    '"I was there, and it was cold."',
    '"What is past is past."',
    '"Did he really."',
    '"Is that so."',
    '"May we meet again."',
    '"Should I fall, go on."',
    '"What things are called matters."',
  ])('silent: %s', (right) => {
    expect(findWith(questionMark, right + CAST)).toEqual([])
  })

  test('an answer may repeat the question flatly', () => {
    expect(findWith(questionMark, '"Did she say where?"\n\n"Did she say where. No."')).toEqual([])
    expect(findWith(questionMark, '"She went out."\n\n"Did she say where. No."')).toHaveLength(1)
  })

  test('before a tag the full stop is one finding, which asks for the question mark', () => {
    expect(findWith(questionMark, '"What are you doing." he said.')).toEqual([])
    expect(fixWith(tagComma, '"What are you doing." he said.')).toBe('"What are you doing?" he said.')
  })
})
