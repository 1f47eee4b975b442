import { describe, expect, test } from 'vitest'
import { pluralApostrophe } from '../../../../shared/proof/rules/plural-apostrophe.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('plural-apostrophe', () => {
  test.each([
    ["Two dog's barked. Many book's and letters.", 'Two dogs barked. Many books and letters.'],
    ["In the 1920's, and the late 1930’s, it was so.", 'In the 1920s, and the late 1930s, it was so.'],
    [
      "The boy's were fighting. Both sister's had gone to bed.",
      'The boys were fighting. Both sisters had gone to bed.',
    ],
    ["The door's were locked, and his hand's were shaking.", 'The doors were locked, and his hands were shaking.'],
    ["She looked through the photo's on his phone.", 'She looked through the photos on his phone.'],
    [
      "There were book's everywhere. They said their goodbye's.",
      'There were books everywhere. They said their goodbyes.',
    ],
    [
      "A Johnson and a Johnson and a Johnson. The Johnson's came to dinner.",
      'A Johnson and a Johnson and a Johnson. The Johnsons came to dinner.',
    ],
    [
      "The dog's ran across the yard. There were rose's on every table.",
      'The dogs ran across the yard. There were roses on every table.',
    ],
    ["He run's every morning. It look's like rain.", 'He runs every morning. It looks like rain.'],
    ["There are three moon's over the town.", 'There are three moons over the town.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(pluralApostrophe, wrong)).toBe(right)
  })

  test.each([
    "Two dog's bones. One of the dog's was best. Those men's and women's coats.",
    "The dog's in the yard. He was one of two. The 1920's fashion. 1920's best book.",
    "A coat like these soldier's.",
    "His eyes were grey; the boy's were blue. The door's locked. Her hand's shaking. The guard's running.",
    "He took his arm from his companion's. She went to the doctor's. They met at my sister's.",
    "Both sister's hands were cold. The Johnson's house was dark. I'll say hello's the word.",
    "The dog's run across the yard. The student's look told me enough. My friend's going to kill me.",
    "She's run every morning. Their friend's usually happy face was sad.",
    '“How deep’s she go?” he asked.',
    "One of the two brothers' swords. Two days' walk from here.",
  ])('silent: %s', (right) => {
    expect(findWith(pluralApostrophe, right)).toEqual([])
  })
})
