import { describe, expect, test } from 'vitest'
import { tenseDrift } from '../../../../shared/proof/rules/tense-drift.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const past = 'He was late. '.repeat(9)

describe('tense-drift', () => {
  test('one verb in the present amid the past, and the other way round', () => {
    expect(fixWith(tenseDrift, `${past}She is angry.`)).toBe(`${past}She ⟦is⟧ angry.`)
    const present = 'He is late. '.repeat(9)
    expect(fixWith(tenseDrift, `${present}She was angry.`)).toBe(`${present}She ⟦was⟧ angry.`)
  })

  test('speech, short scenes and other scenes do not count', () => {
    expect(findWith(tenseDrift, `${past}"She is angry," he said.`)).toEqual([])
    expect(findWith(tenseDrift, 'He was late. She is angry.')).toEqual([])
    expect(findWith(tenseDrift, `${past}\n\n***\n\nShe is angry.`)).toEqual([])
  })
})
