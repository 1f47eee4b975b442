import { describe, expect, test } from 'vitest'
import { dashForm } from '../../../../shared/proof/rules/dash-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const EM = 'One—two. Three—four. Five—six. Seven—eight.\n\n'
const TYPED = 'One -- two. Three -- four. Five -- six. Seven -- eight.\n\n'

describe('dash-form', () => {
  test.each([
    ['It was late -- too late.', 'It was late—too late.'],
    ['It was late--too late.', 'It was late—too late.'],
    ['It was late - too late.', 'It was late—too late.'],
    ['It was late – too late.', 'It was late—too late.'],
    ['"But I--" she said.', '"But I—" she said.'],
  ])('closed: %s', (wrong, right) => {
    expect(fixWith(dashForm, EM + wrong)).toBe(EM + right)
  })

  test.each([
    ['It was late—too late.', 'It was late -- too late.'],
    ['It was late - too late.', 'It was late -- too late.'],
    ['"But I—" she said.', '"But I--" she said.'],
  ])('typed: %s', (wrong, right) => {
    expect(fixWith(dashForm, TYPED + wrong)).toBe(TYPED + right)
  })

  test('a hyphen between spaces is none in a story without a habit, and its dialect says what is', () => {
    expect(fixWith(dashForm, 'It was late - too late.')).toBe('It was late—too late.')
    expect(fixWith(dashForm, 'It was late - too late.', { dialect: 'en-GB' })).toBe('It was late – too late.')
  })

  test('the style sheet decides before the majority', () => {
    expect(fixWith(dashForm, `${EM}It rained.`, { sheet: { dash: 'spaced-en' } })).toContain('One – two')
  })

  test.each([
    `${TYPED}"I--I know. W--what?" "But I--"`,
    `${EM}A well-known man, pages 3–5, and 4 - 2.`,
    `${EM}- Mara`,
    'It was late—too late. It was late -- too late. The score was 3 - 2.',
  ])('silent: %s', (right) => {
    expect(findWith(dashForm, right)).toEqual([])
  })
})
