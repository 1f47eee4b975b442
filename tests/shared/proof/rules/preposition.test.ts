import { describe, expect, test } from 'vitest'
import { preposition } from '../../../../shared/proof/rules/preposition.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('preposition', () => {
  test.each([
    ['She explained her mother what had happened.', 'She explained to her mother what had happened.'],
    ['I dreamed with you.', 'I dreamed about you.'],
    ['She was dressed with black.', 'She was dressed in black.'],
    ['We’ll meet at Sunday.', 'We’ll meet on Sunday.'],
    ['He was born at 1990.', 'He was born in 1990.'],
    ['They lived in the third floor.', 'They lived on the third floor.'],
    ['I agree to you.', 'I agree with you.'],
    ['She took care for him.', 'She took care of him.'],
    ['She was holding on my arm.', 'She was holding on to my arm.'],
    ['It depends from the wind.', 'It depends on the wind.'],
    ['She is married with a doctor.', 'She is married to a doctor.'],
    ['They arrived to the station at six.', 'They arrived at the station at six.'],
    ['We arrived to London, and then to school.', 'We arrived in London, and then to school.'],
    ['Listen me! He never listened his father.', 'Listen to me! He never listened to his father.'],
    ['Explain me how it works.', 'Explain to me how it works.'],
    [
      'He explained us everything and explained me the way.',
      'He explained to us everything and explained to me the way.',
    ],
    ['He would have been proud him, and I am proud me.', 'He would have been proud of him, and I am proud of me.'],
    ['It depends of you. They went back to home.', 'It depends on you. They went back home.'],
    ['She suggested me a book.', 'She suggested to me a book.'],
    ['They were discussing about the plan.', 'They were discussing the plan.'],
    ['Despite of the rain they came.', 'Despite the rain they came.'],
    ['He did it because of he was afraid, because of she knew.', 'He did it because he was afraid, because she knew.'],
    ['“Don’t shout on me!” She shouted on him.', '“Don’t shout on me!” She shouted at him.'],
    ['She was waiting him by the gate.', 'She was waiting for him by the gate.'],
    ['He went to home and came to here.', 'He went home and came here.'],
    [
      'He stood so straight like a candle, as pale like a ghost.',
      'He stood as straight as a candle, as pale as a ghost.',
    ],
    ['How is this called? How does it look like?', 'What is this called? What does it look like?'],
    ['Every of them had a knife.', 'Each of them had a knife.'],
    ['She met him in Friday evening.', 'She met him on Friday evening.'],
    ['They have known each other since one year.', 'They have known each other for one year.'],
    ['He insisted in paying. He apologised her.', 'He insisted on paying. He apologised to her.'],
    ['You are similar with him, but different of me.', 'You are similar to him, but different from me.'],
    ['She is interested about music and jealous on him.', 'She is interested about music and jealous of him.'],
    ['The others people laughed.', 'The other people laughed.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(preposition, wrong)).toBe(right)
  })

  test.each([
    'She looked at Sunday. He wore a silk dress with a collar. They agreed to it, and agreed to him that it was so.',
    'He fell in love in Paris. He bit a piece off, and cut the end off.',
    'They arrived to the sound of drums, to find the house empty. A letter arrived to his relief.',
    'He listened, his head to one side. Listen, you two. She listened that night.',
    'In despite of his years he ran. He laughed that laugh of his.',
    'She looked him in the eye, and he looked her over. He waited her out.',
    'How does it look? How is it? How did he, as it was called, do it? How is it called for?',
    'He went to home base. They came to there being no more of it.',
    'Because of him, because of what he did, because of you.',
    'Come in Friday and see. Monday in May. He walked on the third of May.',
    'Since one cannot know. It is a year since one came. So much like a bird, so like a queen.',
    'It was as if he, as like his father as a twin, had come. As old, like a tree, as stone.',
    'Every one of them. The others, people said, were gone. It belonged to him. It was famous.',
    'She married with care. Married with children. He was accused on Monday.',
    'They believed, to him at least, too much. He depends. He came from afar.',
  ])('silent: %s', (right) => {
    expect(findWith(preposition, right)).toEqual([])
  })
})
