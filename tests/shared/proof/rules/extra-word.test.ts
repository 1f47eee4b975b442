import { describe, expect, test } from 'vitest'
import { extraWord } from '../../../../shared/proof/rules/extra-word.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('extra-word', () => {
  test.each([
    ['He said the truth.', 'He told the truth.'],
    ['Can you borrow me your pen?', 'Can you lend me your pen?'],
    ['You remember me of my brother.', 'You remind me of my brother.'],
    ['He learned me how to swim.', 'He taught me how to swim.'],
    ['We will make a party.', 'We will have a party.'],
    ['She was boring in class.', 'She was bored in class.'],
    ['He open his eyes and closed the light.', 'He open his eyes and turned off the light.'],
    ['And he was is late.', 'And he was late.'],
    ['She was in the love with him.', 'She was in love with him.'],
    ['He gave me a good advice.', 'He gave me good advice.'],
    ['I need a money.', 'I need money.'],
    ['She had a long hair and a temper.', 'She had long hair and a temper.'],
    ['He went to the bed at nine.', 'He went to bed at nine.'],
    ['She looked at them since a long time.', 'She looked at them for a long time.'],
    ['I live here since three years.', 'I live here for three years.'],
    ['We told to nobody. She asked to him.', 'We told nobody. She asked him.'],
    ['He must to go, but she can to stay.', 'He must go, but she can stay.'],
    ['“We must to listen,” she said, and he could to hear it.', '“We must listen,” she said, and he could hear it.'],
    [
      'The voice of the Sergeant Pell was loud. Pell laughed at it.',
      'The voice of Sergeant Pell was loud. Pell laughed at it.',
    ],
    ['He is enough old to know. She was too much tired.', 'He is old enough to know. She was too tired.'],
    ['It was in the a house near the his barn.', 'It was in the house near his barn.'],
    ['She is afraid from the dark and cried in her pillow.', 'She is afraid of the dark and cried into her pillow.'],
    ['They went by foot and sang in the same time.', 'They went on foot and sang at the same time.'],
    ['He was angry on her and full with fear.', 'He was angry with her and full of fear.'],
    ['She said me that he did a big mistake.', 'She told me that he made a big mistake.'],
    ['The man which came told that it was late.', 'The man who came told that it was late.'],
    ['He told that it was more easier. She runs fastly.', 'He said that it was easier. She runs fast.'],
    [
      'The boy which I know is the most bravest one, his most oldest friend.',
      'The boy that I know is the bravest one, his oldest friend.',
    ],
  ])('%s', (wrong, right) => {
    expect(fixWith(extraWord, wrong)).toBe(right)
  })

  test.each([
    'What he said was the truth. I remember him well. He learned how to swim. The book was boring.',
    'It can’t be done until tomorrow. He closed the lid. “I can and could.”',
    'In the love of God they lived. He had a long hair on his sleeve. He went to the bed and sat down.',
    'A money lender came. It was a good news day. It was a hard work to read.',
    'It is a long time since two boys fell in. It has been years since two o’clock meant anything. Ever since many years ago.',
    'He told, to nobody in particular, a tale. The tale I told to nobody was this.',
    'I will do what I can to go. As best you can to be safe.',
    'Grade A the best. It was an A, the first one.',
    'They entered into an agreement. She was interested for once. He walked in the park. She went in.',
    'The Sergeant laughed. Pell saw the Captain of the guard. The Captain Pell knew was older. We saw Pell and the captain.',
    'Once more lighter, he went. Any more better ones? Was told that it was so. The story he told that day. He told that man.',
    'Whom are you going to marry?',
    'Since three he had waited. Of all the his and hers on sale.',
    'In the same time zone. He laughed on and on. Proud on the day.',
    'He laughed over the fire. Rich men, of whom one was old. To who knows where.',
  ])('silent: %s', (right) => {
    expect(findWith(extraWord, right)).toEqual([])
  })
})
