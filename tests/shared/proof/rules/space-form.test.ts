import { describe, expect, test } from 'vitest'
import { spaceForm } from '../../../../shared/proof/rules/space-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const ONE = 'One came. Two came. Three came. Four came.\n\n'

describe('space-form', () => {
  test.each([
    ['She  left.', 'She left.'],
    ['She left.  He stayed.', 'She left. He stayed.'],
    ['She left , and he stayed.', 'She left, and he stayed.'],
    ['Did she leave ?', 'Did she leave?'],
    ['"Go ," he said.', '"Go," he said.'],
    ['He saw him.She waved.', 'He saw him. She waved.'],
    ['He saw him,she waved.', 'He saw him, she waved.'],
    ['Did he?She waved.', 'Did he? She waved.'],
    ['He saw Ino(who waited here).', 'He saw Ino (who waited here).'],
    ['He saw (and he waved)them.', 'He saw (and he waved) them.'],
    ['"Go,"he said.', '"Go," he said.'],
    ['He said,"Go."', 'He said, "Go."'],
    ['He saw ( as she did ) the sea.', 'He saw ( as she did) the sea.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(spaceForm, ONE + wrong)).toBe(ONE + right)
  })

  test.each([
    `${ONE}Well ... no. Wait . . . what? Wait. . . what?`,
    `${ONE}He was 6.5, J.R.R. Ash, at 5 p.m. in the U.S. for www.Ash.com, 1,000.`,
    `${ONE}The boy(s) came. He was (un)happy :) and ;) so.`,
    `${ONE}Wait...What? Wait…What?`,
    `${ONE}He left. `,
    `${ONE}Name\tAge`,
    `${ONE}The "A"s and the “B”s.`,
    `${ONE}He met Node.js and a.B.c.`,
    `${ONE}He cost .45 then.`,
    `${ONE}"Go!"—he left—"Go."`,
    'One came.  Two came.  Three came.  Four came.',
    'One came.  Two came. Three came.  Four came. Five came.',
  ])('silent: %s', (right) => {
    expect(findWith(spaceForm, right)).toEqual([])
  })
})
