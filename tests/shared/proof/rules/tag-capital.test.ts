import { describe, expect, test } from 'vitest'
import { tagCapital } from '../../../../shared/proof/rules/tag-capital.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const CAST = '\n\nThere was Mara, and there was Kell.'

describe('tag-capital', () => {
  test.each([
    ['"What?" He asked.', '"What?" he asked.'],
    ['"Go," She said.', '"Go," she said.'],
    ['"Stop it!" She shrieked and ran.', '"Stop it!" she shrieked and ran.'],
    ['“So many times…” She echoed softly.', '“So many times…” she echoed softly.'],
    ['"But I--" He began.', '"But I--" he began.'],
    ['"What?" Asked Kell.', '"What?" asked Kell.'],
    [
      '"What now, sir?" One of the men holding Kell asked as he turned.',
      '"What now, sir?" one of the men holding Kell asked as he turned.',
    ],
    ['"Stop!" The old woman shouted.', '"Stop!" the old woman shouted.'],
    ['"Go." he grabbed his coat.', '"Go." He grabbed his coat.'],
    ['"Go!" she grabbed her coat.', '"Go!" She grabbed her coat.'],
    ['"Go." she laughed.', '"Go." She laughed.'],
    ['"Go." his eyes narrowed.', '"Go." His eyes narrowed.'],
    ['"Now." he offered her the pear.', '"Now." He offered her the pear.'],
    ['"Now." he was tired.', '"Now." He was tired.'],
    ['"Where?" He asked the girl.', '"Where?" he asked the girl.'],
    ['"Now," She said to nobody.', '"Now," she said to nobody.'],
    ['"Ogre!" Yells Mara.', '"Ogre!" yells Mara.'],
    ['"Why?" Asks the boy.', '"Why?" asks the boy.'],
    ['"Come on!" Shouts my brother from the roof.', '"Come on!" shouts my brother from the roof.'],
    ['"What?" We ask.', '"What?" we ask.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(tagCapital, wrong + CAST)).toBe(right + CAST)
  })

  test.each([
    '"What?" he asked.',
    '"What?" Kell asked.',
    '"What?" I asked.',
    '"What?" Mara\'s mother asked.',
    '"Oh?" He called a cab.',
    '"What?" She answered the door.',
    '"What?" He laughed.',
    '"Really?" she laughed.',
    '"Really?" she sighed.',
    '"Go," he said.',
    '"Run!" Screams filled the hall.',
    '"Help!" Shouts the crowd had not heard before.',
    '"Bye!" Calls kept coming.',
    '"No!" She cried for an hour.',
    '"What?" She said, "No."',
    '"What?" The room was silent.',
    '"Go..." He said nothing else.',
    '"Go." Mara grabbed her coat.',
    '"Why?" It was all he asked.',
    '"Why?" The question they asked was old.',
    '"Who?" She asked him to repeat it.',
    '"Who?" Kell\'s voice asked.',
    'Was it "the end?" She asked herself that daily.',
    '"Really?" he was tired.',
    '"Well," he was saying.',
    '"Where?" He asked the girl to wait.',
  ])('silent: %s', (right) => {
    expect(findWith(tagCapital, right + CAST)).toEqual([])
  })

  test('a laugh may be a tag to some: both are offered', () => {
    const [finding] = findWith(tagCapital, '"Go." she laughed.')
    expect(finding?.replacements).toEqual(['." She', '," she'])
    expect(finding?.sure).toBe(false)
  })
})
