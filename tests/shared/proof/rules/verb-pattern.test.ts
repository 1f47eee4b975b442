import { describe, expect, test } from 'vitest'
import { verbPattern } from '../../../../shared/proof/rules/verb-pattern.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('verb-pattern', () => {
  test.each([
    ['You must never to slam an oven.', 'You must never slam an oven.'],
    ['She quite forgot to being angry.', 'She quite forgot to be angry.'],
    ['One gets used to live with the noise.', 'One gets used to living with the noise.'],
    ['She could not help but smiled.', 'She could not help but smile.'],
    ['She enjoyed to read in the bath.', 'She enjoyed reading in the bath.'],
    ['We finished to eat and avoided to look at each other.', 'We finished eating and avoided looking at each other.'],
    ['He suggested to go by the river.', 'He suggested going by the river.'],
    ['I suggested him to go by the river.', 'I suggested that he go by the river.'],
    ['The teacher suggested us to wait.', 'The teacher suggested that we wait.'],
    ['It made him to laugh. She let me to sleep.', 'It made him laugh. She let me sleep.'],
    ['I want that you tell me the truth.', 'I want you to tell me the truth.'],
    ['She wanted that he came with her.', 'She wanted him to come with her.'],
    ['I don’t want that they see us.', 'I don’t want them to see us.'],
    ['“I am agree,” he said. “Are you agree?”', '“I agree,” he said. “Do you agree?”'],
    ['I’m not agree with you. She is agree.', 'I don’t agree with you. She agrees.'],
    ['He left without say goodbye.', 'He left without saying goodbye.'],
    ['I look forward to see you again.', 'I look forward to seeing you again.'],
    ['She couldn’t help to smile.', 'She couldn’t help smiling.'],
    ['He insisted to carry the trunk.', 'He insisted on carrying the trunk.'],
    ['They prevented her to leave.', 'They prevented her from leaving.'],
    ['She dreamed to become a pilot.', 'She dreamed of becoming a pilot.'],
    ['He succeeded to open the lock.', 'He succeeded in opening the lock.'],
    ['I am used to get up early.', 'I am used to getting up early.'],
    ['She is capable to kill.', 'She is capable of killing.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(verbPattern, wrong)).toBe(right)
  })

  test.each([
    'She never got used to it.',
    'She enjoyed the trip to Rome. He liked to read. They stopped to look. I remembered to close it.',
    'All I want, that you know. He made it to the shore. It was made to last.',
    'He was too busy to answer. It has been my dream to make it. She succeeded to the throne.',
    'I want that one. What I want that you have is time. She wanted that dress.',
    'He let go to wave. She made him a cup to drink from. It let them in to look.',
    'He suggested to her that they go. The way she suggested him was odd.',
    'They look forward to work. Without sleep he was useless. Without answer or sign.',
    'He could not help her to stand. We finished, to tell the truth.',
    'He is agreeable. I agree. She would agree. You and I agree.',
    'I used to get up early. The knife was used to cut it. They are used to getting up. It was used to open it.',
    'I avoided him to keep the peace. They prevented a war to keep the crown.',
  ])('silent: %s', (right) => {
    expect(findWith(verbPattern, right)).toEqual([])
  })
})
