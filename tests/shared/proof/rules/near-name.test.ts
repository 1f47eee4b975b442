import { describe, expect, test } from 'vitest'
import { isSlipOf, isVariantOf, nearName } from '../../../../shared/proof/rules/near-name.ts'
import { SPELLERS } from '../../../kit/dictionaries.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const often = (name: string) => Array.from({ length: 10 }, () => `Then ${name} came.`).join(' ')

describe('near-name', () => {
  test.each([
    ['Sasuke', 'Then Sasuek left.', 'Then Sasuke left.'],
    ['Sasuke', "It was Sausuke's hat.", "It was Sasuke's hat."],
    ['Hinata', 'Then Hinatta-chan left.', 'Then Hinata-chan left.'],
    ['Kurosaki', '“Kurosakki came,” he said.', '“Kurosaki came,” he said.'],
    ['Yamanaka', 'Old Yamanakka left.', 'Old Yamanaka left.'],
    ['Tsukishiro', 'Then Tsukshirro left.', 'Then Tsukishiro left.'],
    ['Kellan', 'Then Kellen left.', 'Then Kellan left.'],
    ['Sarah', 'Then Sara left.', 'Then Sarah left.'],
    ['John', 'Then Jon left.', 'Then John left.'],
    ['Philip', 'Then Phillip left.', 'Then Philip left.'],
    ['Teodora', 'Nobody saw that Theodora left.', 'Nobody saw that Teodora left.'],
  ])('%s: %s', (name, wrong, right) => {
    expect(fixWith(nearName, `${often(name)}\n\n${wrong}`, {}, SPELLERS)).toBe(`${often(name)}\n\n${right}`)
  })

  test.each([
    ['Mason', 'Then Jason left.'],
    ['Katsuro', 'Then Natsuro left.'],
    ['Maria', 'Then Marie left.'],
    ['Uchiha', 'All Uchihas left.'],
    ['Kira', 'Then Kiri left.'],
    ['Sasuke', 'Then Sasuke left.'],
    ['Rose', 'Then Ross left.'],
    ['Haku', 'Then Hayu left.'],
    ['Tsunade', 'The Tsunami came.'],
    ['Josephine', 'Then Jo left, and Josie.'],
    ['Anna', 'Then Anne left.'],
    ['Christina', 'Then Christine left.'],
    ['Mark', 'Then Mary left, and Marcus.'],
    ['Carl', 'Then Carol left, and Clara.'],
    ['Hugh', 'Then Hugo left.'],
  ])('silent beside %s: %s', (name, right) => {
    expect(findWith(nearName, `${often(name)}\n\n${right}`, {}, SPELLERS)).toEqual([])
  })

  test('of two long names with one sound the one that stands oftener is meant, however seldom that is', () => {
    const story = 'Then Maerwyn came. Nobody saw Maerwyn.'
    expect(fixWith(nearName, `${story}\n\n“No,” said Maerwin.`, {}, SPELLERS)).toBe(`${story}\n\n“No,” said Maerwyn.`)
    expect(findWith(nearName, `${story}\n\n“No,” said Maerlyn.`, {}, SPELLERS)).toEqual([])
  })

  test('a slip in a day or month is no new name', () => {
    expect(fixWith(nearName, 'On Wendsday in Febuary she left.', {}, SPELLERS)).toBe(
      'On Wednesday in February she left.',
    )
  })

  test('an approved name is somebody else', () => {
    const settings = { words: [{ word: 'Sasuek', kind: 'name' }] } as const
    expect(findWith(nearName, `${often('Sasuke')}\n\nThen Sasuek left.`, settings, SPELLERS)).toEqual([])
  })

  test('a name that is not frequent corrects nobody', () => {
    expect(findWith(nearName, 'Then Sasuke came. Then Sasuek left.', {}, SPELLERS)).toEqual([])
  })

  test('a pet form is no slip, nor an h that somebody says', () => {
    expect(isSlipOf('georgie', 'george')).toBe(false)
    expect(isSlipOf('goerge', 'george')).toBe(true)
    expect(isVariantOf('habbotshall', 'abbotshall')).toBe(false)
    expect(isVariantOf('abotshall', 'abbotshall')).toBe(true)
  })
})
