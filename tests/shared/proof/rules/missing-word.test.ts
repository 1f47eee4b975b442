import { describe, expect, test } from 'vitest'
import { missingWord } from '../../../../shared/proof/rules/missing-word.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('missing-word', () => {
  test.each([
    ['They going to the river.', 'They were going to the river.'],
    ['You should careful.', 'You should be careful.'],
    ['The hall was full people.', 'The hall was full of people.'],
    ['He put his coat and left.', 'He put his coat on and left.'],
    ['He was one the best men here.', 'He was one of the best men here.'],
    ['She picked the phone.', 'She picked up the phone.'],
    ['They waited the bus.', 'They waited for the bus.'],
    ['It was time go home.', 'It was time to go home.'],
    ['She jumped of the window.', 'She jumped out of the window.'],
    ['He took deep breath.', 'He took a deep breath.'],
    ['There was knock at the door.', 'There was a knock at the door.'],
    ['What beautiful day!', 'What a beautiful day!'],
    ['We had such good time.', 'We had such a good time.'],
    ['He was the one; she is only one who knows.', 'He was the one; she is the only one who knows.'],
    ['I was only child.', 'I was an only child.'],
    ['Same thing happened again.', 'The same thing happened again.'],
    ['She told him truth.', 'She told him the truth.'],
    ['She wanted go home. He decided tell her.', 'She wanted to go home. He decided to tell her.'],
    ['"Listen me. You have listened the old man."', '"Listen to me. You have listened to the old man."'],
    ['They went the door.', 'They went to the door.'],
    ['She looked him and smiled.', 'She looked at him and smiled.'],
    ['It stood in front the house because him.', 'It stood in front of the house because of him.'],
    ['She to the window.', 'She went to the window.'],
    ['She would been late.', 'She would have been late.'],
    ['They stood in the middle the room.', 'They stood in the middle of the room.'],
    ['She looked the door and knocked the window.', 'She looked at the door and knocked on the window.'],
    ['She sitting on the bed.', 'She was sitting on the bed.'],
    ['I want go home. Anna to the door.', 'I want to go home. Anna to the door.'],
    [
      'The woman hadn’t born yet. He laid it on shoulder of the boy.',
      'The woman hadn’t been born yet. He laid it on the shoulder of the boy.',
    ],
    [
      'She is best singer. For first time they came at same time.',
      'She is the best singer. For the first time they came at the same time.',
    ],
    [
      'For long time she sat at edge of the bed with a cup tea.',
      'For a long time she sat at the edge of the bed with a cup of tea.',
    ],
    ['On his way school he needed see her.', 'On his way to school he needed to see her.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(missingWord, wrong)).toBe(right)
  })

  test.each([
    'It was full light. He put his coat away. He waited, the bus late again.',
    'He was one, the best of all. She picked the lock. “What you say matters.”',
    'Such good people are rare. What good manners! The old guitar was mine.',
    'He took deep breaths. She was only a child. It was good time spent.',
    'She wanted to go. What she wanted be damned. Ready, get set, go!',
    'He wanted money. They tried sleep. She started work.',
    'I dare say. You need not go. Help me make it.',
    'Listen, him they trust. Listen! The old man sings.',
    'They went the way of all flesh. He came the next day.',
    'She looked him in the eye. She looked him up and down. He stared them down.',
    'She gave the letter to him, and he to the king. He to the right, she to the left.',
    'At the end the men sang. The rest the village kept.',
    'He looked the part. What could been mean? The next me.',
    'They left, she sitting on the bed. He knocked the man down.',
    'He had just seen Mr. Ash to the door.',
  ])('silent: %s', (right) => {
    expect(findWith(missingWord, right)).toEqual([])
  })
})
