import { describe, expect, test } from 'vitest'
import { numberPairOf } from '../../../../shared/proof/form-odds/number-pairs.ts'
import { BASE, GERUND, inflectedOf, PARTICIPLE, PAST, THIRD } from '../../../../shared/proof/form-odds/paradigms.ts'

describe('paradigms', () => {
  test.each([
    ['stopping', ['stop', 'stops', 'stopped', 'stopped', 'stopping'], GERUND],
    ['tried', ['try', 'tries', 'tried', 'tried', 'trying'], PAST | PARTICIPLE],
    ['ran', ['run', 'runs', 'ran', 'run', 'running'], PAST],
    ['run', ['run', 'runs', 'ran', 'run', 'running'], BASE | PARTICIPLE],
    ['has', ['have', 'has', 'had', 'had', 'having'], THIRD],
    ['found', ['find', 'finds', 'found', 'found', 'finding'], PAST | PARTICIPLE],
    ['been', ['be', '', '', 'been', 'being'], PARTICIPLE],
    ['dying', ['die', 'dies', 'died', 'died', 'dying'], GERUND],
  ])('%s is a form of its verb', (word, all, forms) => {
    expect(inflectedOf(word)).toMatchObject({ all, forms })
  })

  test.each(['lay', 'lied', 'red', 'constructor', 'toString', 'was', ''])('%s is none that is known here', (word) => {
    expect(inflectedOf(word)).toBeUndefined()
  })

  test('little verbs know their other number', () => {
    expect(numberPairOf('were')).toEqual({ name: 'was', isOne: false, other: 'was' })
    expect(numberPairOf("doesn't")).toEqual({ name: "doesn't", isOne: true, other: "don't" })
    expect(numberPairOf('constructor')).toBeUndefined()
  })
})
