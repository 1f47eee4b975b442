import { describe, expect, test } from 'vitest'
import { pronounCase } from '../../../../shared/proof/rules/pronoun-case.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('pronoun-case', () => {
  test.each([
    ['He looked anywhere but at I.', 'He looked anywhere but at me.'],
    ['It stays between you and I.', 'It stays between you and me.'],
    ['He sat with Anna and I for an hour.', 'He sat with Anna and me for an hour.'],
    ['It was for her, between he and his God.', 'It was for her, between him and his God.'],
    ['My brother and me went home.', 'My brother and I went home.'],
    ['Him and me were friends.', 'He and me were friends.'],
    ['He raised he hand, and they raised they hands.', 'He raised his hand, and they raised their hands.'],
    [
      'A clerk whom she said could count. The man whom I think is right.',
      'A clerk who she said could count. The man who I think is right.',
    ],
    ['Yrsa, whom all the songs said was dead, laughed.', 'Yrsa, who all the songs said was dead, laughed.'],
    ['He gave it to she. Her smiled at him.', 'He gave it to her. She smiled at him.'],
    ['They sat with he.', 'They sat with him.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(pronounCase, wrong)).toBe(right)
  })

  test.each([
    'He came from I.W.W. headquarters.',
    'Between you and me it is over. She stood behind him, and I laughed.',
    'He came with her and I was glad. I ran to him and I fell.',
    '"Me and him went home. Him and me were friends," she said.',
    'The man whom she said she loved. The girl whom he knew. Whom he thought him to be. To whom I think it belongs.',
    'Philip, to whom all she said was new. One whom he knew had come.',
    'They saw my brother and me. Him they feared. Him and his talk!',
    'She looked at him and he at her. What of him and her?',
    'He raised, he lowered. Of the man with he knew whom.',
  ])('silent: %s', (right) => {
    expect(findWith(pronounCase, right)).toEqual([])
  })
})
