import { describe, expect, test } from 'vitest'
import { epithet } from '../../../../shared/proof/rules/epithet.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** What is shown stands in ⟦⟧. */
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '')

describe('epithet', () => {
  test.each(['⟦The raven⟧ sighed, and ⟦the pink-haired woman⟧ smiled at ⟦the older man⟧.'])('%s', (marked) => {
    expect(fixWith(epithet, plain(marked))).toBe(marked)
  })

  test.each(['The man sighed. The raven hair shone. A blonde came in.', '"The raven sighed."'])(
    'silent: %s',
    (right) => {
      expect(findWith(epithet, right)).toEqual([])
    },
  )
})
