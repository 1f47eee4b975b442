import { describe, expect, test } from 'vitest'
import { spelling } from '../../../../shared/proof/rules/spelling.ts'
import { isAcceptable } from '../../../../shared/proof/spelling/acceptable.ts'
import { isGivenName } from '../../../../shared/proof/spelling/given-names.ts'
import { MODERN_WORDS } from '../../../../shared/proof/spelling/modern-words.ts'
import { NEWER_WORDS } from '../../../../shared/proof/spelling/newer-words.ts'
import { isTypedSlip } from '../../../../shared/proof/spelling/slips.ts'
import { SPELLERS } from '../../../kit/dictionaries.ts'
import { findWith } from '../../../kit/rule-under-test.ts'

const speller = SPELLERS.spellers['en-US']!
const never = () => false
const words = (list: string) => list.split(' ')
const isRight = (word: string) => isAcceptable(word, speller, never)
const found = (story: string) => findWith(spelling, story, {}, SPELLERS).length

describe('words that look wrong and are right', () => {
  test.each(
    words(
      'Theo Niamh Ngozi Seulgi Katarzyna Céline Celine Ximena Weronika Ramsbottom Okonkwo onii-chan dinnae eejit mardy skritch ' +
        'nngh hmph ka-ching ofc headcanon headcanons gank ganked ganking respec btw biltong pierogi dupatta trackies morningstar ' +
        "vambraces bellend goddamnit epipen dming unmuting isekai'd",
    ),
  )('%s', (word) => {
    expect(isRight(word)).toBe(true)
  })

  test('words since 1930 are right, with their plurals, and stand in order, none twice', () => {
    expect(words('adrenalin geiger klicks subvocalized viewplates tachyon').filter((word) => !isRight(word))).toEqual(
      [],
    )
    expect(NEWER_WORDS.size).toBeGreaterThan(500)
    expect([...NEWER_WORDS].sort()).toEqual([...NEWER_WORDS])
    expect([...NEWER_WORDS].filter((word) => speller.correct(word))).toEqual([])
  })

  test('a given name is one with a capital only', () => {
    expect([isRight('Niamh'), isRight('niamh'), isGivenName('Céline'), isGivenName('Niahm')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test.each(words('teh recieve wich thier Thier beleive wnat freind Becuase tha oot gan'))('%s stays wrong', (word) => {
    expect(isRight(word)).toBe(false)
  })

  test('no modern word lies a typed slip from a common one', () => {
    expect([...MODERN_WORDS].filter((word) => !speller.correct(word) && isTypedSlip(word, speller, never))).toEqual([])
  })
})

describe('words in the company of their tongue', () => {
  test.each([
    ['They got oot of it.', 'The laddies dinnae ken; they got oot of it.'],
    ['He was at his hame.', 'The bairns cannae see him; he was at his hame.'],
    ['Her tias came.', 'Her abuela came, and her tias came.'],
  ])('%s / %s', (alone, inCompany) => {
    expect([found(alone), found(inCompany)]).toEqual([1, 0])
  })

  test('others of the tongue elsewhere in the story are company for a longer word', () => {
    const elsewhere = 'It was a dreich night, and he was scunnered with it.\n\n'
    expect([found('It was his hame then.'), found(`${elsewhere}It was his hame then.`)]).toEqual([1, 0])
  })
})
