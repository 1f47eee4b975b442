import { describe, expect, test } from 'vitest'
import { endMark } from '../../../../shared/proof/rules/end-mark.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('end-mark', () => {
  test.each([
    [
      'She met Kell, and then Kell left.\n\n"It is a long way home" Kell had his hands in his pockets.',
      'She met Kell, and then Kell left.\n\n"It is a long way home." Kell had his hands in his pockets.',
    ],
    ['"Get away from the—"\n\nThen only static\n\n"Hello?"', '"Get away from the—"\n\nThen only static.\n\n"Hello?"'],
    [
      'It was late.\n\nThe stones were bent where something heavy had walked over them,\n\n"That is new."',
      'It was late.\n\nThe stones were bent where something heavy had walked over them.\n\n"That is new."',
    ],
    [
      'It was late.\n\nShe shut the door. Then she went to bed\n\nIn the morning it rained.',
      'It was late.\n\nShe shut the door. Then she went to bed.\n\nIn the morning it rained.',
    ],
    [
      'It was late.\n\nThe old man shut all the doors and went to bed\n\n"Good."',
      'It was late.\n\nThe old man shut all the doors and went to bed.\n\n"Good."',
    ],
    ['"They gave the poor boy nothing" And then he left.', '"They gave the poor boy nothing." And then he left.'],
    ['"You have read my book and liked it"\n\n"No."', '"You have read my book and liked it."\n\n"No."'],
    ['"Where did you find that old thing"\n\n"No."', '"Where did you find that old thing?"\n\n"No."'],
    ['"No, sir"\n\n"Well then."', '"No, sir."\n\n"Well then."'],
    ['"I have it here in my hand" She pulled out a key.', '"I have it here in my hand." She pulled out a key.'],
    ['It was late.\n\n"The goose, sir!" he gasped\n\n"Eh?"', 'It was late.\n\n"The goose, sir!" he gasped.\n\n"Eh?"'],
    [
      'It was late.\n\nShe shut the door and went to bed,\n\nIn the morning it rained.',
      'It was late.\n\nShe shut the door and went to bed.\n\nIn the morning it rained.',
    ],
    ['"I see you have come,"\n\nShe left.', '"I see you have come."\n\nShe left.'],
    [
      'It was late.\n\nShe never saw him again\n\nThe rain fell.',
      'It was late.\n\nShe never saw him again.\n\nThe rain fell.',
    ],
    [
      'It was late.\n\nShe shut the door. Nobody had seen her\n\n* * *\n\nIt rained.',
      'It was late.\n\nShe shut the door. Nobody had seen her.\n\n* * *\n\nIt rained.',
    ],
    [
      'The kettle sang on the stove and nobody came to lift it off, as nobody was there. She had left in the night\nIt rained.',
      'The kettle sang on the stove and nobody came to lift it off, as nobody was there. She had left in the night.\nIt rained.',
    ],
    ['It was late.\n\nThe door opened\n\nIt rained.', 'It was late.\n\nThe door opened.\n\nIt rained.'],
    ['"Thank you very much, Mara"\n\n"No."', '"Thank you very much, Mara."\n\n"No."'],
    ['He sighed. "Not now"\n\n"Yes."', 'He sighed. "Not now."\n\n"Yes."'],
  ])('%s', (wrong, right) => {
    expect(fixWith(endMark, wrong)).toBe(right)
  })

  test.each([
    'It was late.\n\n"Run!"\n\nThe Old House\n\n"Where?"',
    'It was late. He read the verse that was written there, for\n\nThe rain it raineth every day.',
    'They came. He saw the sign that said: The road was closed\n\nThey went.',
    'It was late.\n\nThe house on the hill\n\nIt rained.',
    'It was late.\n\nHe looked at her and said at last,\n\n"Go."',
    'She met Kell, and then Kell left.\n\n"Leave this house at once" Kell said.',
    'It was late.\n\nHow the Fox Lost His Tail\n\nOnce upon a time there was a fox.',
    'It was late.\n\nHe went, and she was left alone with\n\nthe dog and the cat.',
    'It was late.\nThe old man shut all the doors and went to bed\nIn the morning it rained.',
    '"He went away" the man said. "Stop," he said. "Go" Sakura said.',
    '"We shall go on in the next paragraph.\n\n"And here it was that we were going to end" he said.',
    'It said "Exit the way you came" In red. The so-called "queen of the may" And Tom.',
    'The story ends. She was still here and she was not going to leave',
    'Dear Sir\n\nYours truly',
    'It was late.\n\nShe turned to him as he sat there and said,\n\n"Go."',
    '"I see you have come,"\n\nsaid the king.',
    'It was late.\n\nThe Old Door Opened\n\nIt rained.',
    'It was late.\n\nWhere are you now\n\nIt rained.',
    'She turned to him as he sat there and said to him, in a low voice that shook,\n\n"Go."',
    'It said:\n\n"The Song of Mara"\n\nIt rained.',
  ])('silent: %s', (right) => {
    expect(findWith(endMark, right)).toEqual([])
  })
})
