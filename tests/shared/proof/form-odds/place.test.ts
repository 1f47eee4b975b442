import { describe, expect, test } from 'vitest'
import { closedForms, standingAt, toldBy } from '../../../../shared/proof/form-odds/closed.ts'
import { BASE, inflectedOf, PARTICIPLE, PAST, THIRD } from '../../../../shared/proof/form-odds/paradigms.ts'
import {
  FAR_SIGNS,
  FIRST_SIGNS,
  farSigns,
  firstSigns,
  NEAR_SIGNS,
  nearSigns,
} from '../../../../shared/proof/form-odds/place.ts'
import { sightOf } from '../../../../shared/proof/form-odds/sight.ts'
import { tellingOf, tensesOf } from '../../../../shared/proof/form-odds/telling.ts'
import { ProseLine } from '../../../../shared/proof/prose-line.ts'

/** Of the verb between bars: "She |went| home." */
function placeOf(marked: string) {
  const at = marked.indexOf('|')
  const line = new ProseLine({ text: marked.replaceAll('|', '') })
  const sight = sightOf(line.tokens)
  const index = line.tokens.findIndex(({ start }) => start === at)
  return { sight, index, far: farSigns(sight, index, 'go', 'past') }
}

function closedOf(marked: string, told: string): number {
  const { sight, index, far } = placeOf(marked)
  const verb = inflectedOf(/\|(.+)\|/.exec(marked)![1]!)!
  return closedForms(standingAt(sight, index, far.governor, far.border), verb, told, far.isSeveral, false)
}

describe('the place of a verb', () => {
  test.each([
    ['She had never |gone| home.', 'had', 'h'],
    ['Did the old man |go| home?', 'did', 'M'],
    ['They wanted to |go| home.', 'to', 't'],
    ['He could |go| home.', 'M', 'm'],
    ['He rose and |went| home.', 'and', 'c'],
    ['When he |went| home, it rained.', 'when', 'W'],
    ['“He |went| home,” she said.', '$', 'S'],
    ['She saw Mr. Hale |go| home.', 'see4', 'V'],
    ['He made her |laugh| out loud.', 'make12', 'V'],
  ])('%s: the nearest word that governs it', (text, governor, hold) => {
    expect(placeOf(text).far).toMatchObject({ governor, hold })
  })

  test.each([
    ['The box of letters |was| heavy.', 'A', false],
    ['The letters in the box |were| old.', 'A', true],
    ['Tom and the boys |were| late.', 'J', true],
    ['His eyes |were| wet.', 'N', true],
    ['They |were| late.', 'P', true],
  ])('%s: its subject', (text, subject, isSeveral) => {
    expect(placeOf(text).far).toMatchObject({ subject, isSeveral })
  })

  test('as many signs as it says, the first ones the same alone', () => {
    const { sight, index, far } = placeOf('He |went| home.')
    const near = nearSigns(sight, index, 'go')
    expect([near.length, far.signs.length]).toEqual([NEAR_SIGNS, FAR_SIGNS])
    expect(firstSigns(sight, index, 'go')).toEqual(near.slice(0, FIRST_SIGNS))
  })

  test('a word that every object has is a word like others', () => {
    expect(sightOf(new ProseLine({ text: 'constructor toString' }).tokens).holds).toEqual([null, null])
  })

  test('speech says nothing of how a story is told', () => {
    const tell = (...texts: string[]) => tellingOf(texts.map((text) => tensesOf(new ProseLine({ text }))))
    expect(tell('She was late. He went home.')).toBe('past')
    expect(tell('She is late. He looks at her. I laugh.')).toBe('present')
    expect(tell('“She is late, he has gone, it is over,” I said. She was tired. He went home.')).toBe('past')
    expect(tell('Rain.')).toBe('none')
    expect(tell('She was late.', 'He is late. It is dark.')).toBe('mixed')
  })
})

describe('forms that are not offered', () => {
  test.each([
    ['“He hain’t |went| home,” she said.', 31],
    ['Though he |go| home, I stay.', PAST | THIRD],
    ['She demanded that he |go| home.', PAST | THIRD],
    ['Heaven |bless| you.', PAST | THIRD],
    ['It ran into her |eye| again.', THIRD],
  ])('%s', (text, forms) => {
    expect(closedOf(text, 'past') & forms).toBe(forms)
  })

  test('the past is offered in a story of the past only, and the present never for it', () => {
    expect(closedOf('He |goes| home.', 'past') & PAST).toBe(0)
    expect(closedOf('He |goes| home.', 'present') & PAST).toBe(PAST)
    expect(closedOf('They |go| home.', 's') & PAST).toBe(PAST)
    expect(closedOf('He |went| home.', 'past') & THIRD).toBe(THIRD)
    expect(closedOf('He had |went| home.', 'past') & (PARTICIPLE | BASE)).toBe(0)
  })

  test('a sentence tells how it is told where the lines around tell too little', () => {
    expect([toldBy('none', true), toldBy('mixed', false), toldBy('present', true)]).toEqual([
      'past',
      'mixed',
      'present',
    ])
  })
})
