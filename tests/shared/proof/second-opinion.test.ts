/** Another proofreader's remarks become findings of ours, as far as nobody of ours has spoken or decided otherwise. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, findingKey } from '../../../shared/proof/finding.ts'
import {
  carried,
  type Dismissed,
  type Remark,
  secondFindings,
  sieveOf,
  type Wishes,
} from '../../../shared/proof/second-opinion.ts'
import { USUAL } from '../../../shared/proof/settings.ts'

const TEXT = 'She should of gone, and Maren said so.'

function remark(words: string, { text = TEXT, rule = 'harper/modal-of', replacements = [] as string[] } = {}): Remark {
  return { rule, offset: text.indexOf(words), length: words.length, message: 'It is “have”.', replacements }
}

function found(remarks: Remark[], wishes: Partial<Wishes> = {}, text = TEXT, own: Finding[] = []) {
  return secondFindings(3, text, remarks, own, sieveOf({ ...USUAL, ...wishes }))
}

function own(words: string, level: Finding['level'] = 'default'): Finding {
  const { offset, length } = remark(words)
  return {
    rule: 'verb-form',
    level,
    kind: 'grammar',
    line: 3,
    offset,
    length,
    message: '',
    replacements: [],
    sure: false,
    key: 'k',
  }
}

describe('a remark', () => {
  test('is a finding of grammar at the default level, under its own name and the key that dismissals go by', () => {
    expect(found([remark('should of', { replacements: ['should have'] })])).toEqual([
      {
        rule: 'harper/modal-of',
        level: 'default',
        kind: 'grammar',
        line: 3,
        offset: 4,
        length: 9,
        message: 'It is “have”.',
        replacements: ['should have'],
        sure: false,
        key: findingKey('harper/modal-of', TEXT, 4, 9),
      },
    ])
  })

  test('gives way to a finding of ours over any of its letters, but not to a matter of taste or one beside it', () => {
    expect(found([remark('should of')], {}, TEXT, [own('of')])).toEqual([])
    expect(found([remark('should of')], {}, TEXT, [own('of', 'style')])).toHaveLength(1)
    expect(found([remark('should of')], {}, TEXT, [own(' gone')])).toHaveLength(1)
  })

  test('is not told when its rule is off, or it was dismissed', () => {
    const [finding] = found([remark('should of')])
    expect(found([remark('should of')], { off: ['harper/modal-of'] })).toEqual([])
    expect(found([remark('should of')], { dismissed: [finding!.key] })).toEqual([])
    expect(found([remark('should of')], { off: ['modal-of'], dismissed: ['other'] })).toHaveLength(1)
  })

  test('over words of which a finding was dismissed, of whatever rule, is not told; over the same words elsewhere it is', () => {
    const text = 'He should of gone, as she had, and in the end she should of gone.'
    const both = [text.indexOf('should'), text.lastIndexOf('should')].map((offset) => ({
      ...remark('should of', { text }),
      offset,
    }))
    const told = (rule: string, offset: number, words: string) => {
      const passed: Dismissed = new Map([[findingKey(rule, text, offset, words.length), { rule, words }]])
      return secondFindings(3, text, both, [], sieveOf(USUAL, passed)).map((finding) => finding.offset)
    }
    const [first, second] = both.map(({ offset }) => offset)
    expect(told('verb-form', first!, 'should of')).toEqual([second])
    expect(told('confused-words', second! + 7, 'of gone')).toEqual([first])
    expect(told('spelling', first! - 3, 'He should')).toEqual([second])
    expect(told('harper/other', first! + 8, 'f')).toEqual([second])
    // Beside it, without a letter of it.
    expect(told('spelling', first! + 9, ' gone')).toEqual([first, second])
    expect(told('spelling', first!, '')).toEqual([first, second])
  })

  test('on a word of the story’s list or a name of its sheet is not told, with whatever ending', () => {
    const text = 'Kell and Maren’s Icha Icha was old.'
    const words = [{ word: 'Icha', kind: 'name' as const }]
    expect(found([remark('Icha Icha', { text })], { words }, text)).toEqual([])
    expect(
      found(
        [remark('Maren’s', { text })],
        { sheet: { names: [{ name: 'Maren', aliases: [], kind: 'person' }] } },
        text,
      ),
    ).toEqual([])
    expect(found([remark('was old', { text })], { words }, text)).toHaveLength(1)
    expect(
      found(
        [remark('old', { text, rule: 'harper/constructor' })],
        { words: [{ word: 'constructor', kind: 'term' }] },
        text,
      ),
    ).toHaveLength(1)
  })

  test('in speech is not told where speech is muted for grammar; spelling muted is no reason', () => {
    const text = '“I should of gone.” She should of gone.'
    const both = [text.indexOf('should'), text.lastIndexOf('should')].map((offset) => ({
      ...remark('should of', { text }),
      offset,
    }))
    expect(found(both, { muteDialogue: { grammar: true, spelling: false } }, text).map(({ offset }) => offset)).toEqual(
      [both[1]!.offset],
    )
    expect(found(both, { muteDialogue: { grammar: false, spelling: true } }, text)).toHaveLength(2)
  })

  test('of several over the same letters is told once, the longer one, and the order they came in is nothing', () => {
    const all = [
      remark('of', { rule: 'harper/of-have' }),
      remark('should of'),
      remark('should', { rule: 'harper/should' }),
      remark('gone'),
    ]
    const told = found(all).map(({ rule, offset }) => `${rule} ${offset}`)
    expect(told).toEqual(['harper/modal-of 4', 'harper/modal-of 14'])
    expect(found(all.toReversed()).map(({ rule, offset }) => `${rule} ${offset}`)).toEqual(told)
  })

  test('beyond the line, or on nothing, is none', () => {
    const odd = [
      { offset: -1, length: 4 },
      { offset: 30, length: 20 },
      { offset: 4, length: 0 },
    ]
    expect(found(odd.map((place) => ({ ...remark('should of'), ...place })))).toEqual([])
  })
})

describe('its corrections', () => {
  test('have the apostrophes of the line', () => {
    const curly = 'It’s his, and its not hers.'
    expect(found([remark('its', { text: curly, replacements: ["it's"] })], {}, curly)[0]?.replacements).toEqual([
      'it’s',
    ])
    const straight = "It's his, and its not hers."
    expect(found([remark('its', { text: straight, replacements: ["it's"] })], {}, straight)[0]?.replacements).toEqual([
      "it's",
    ])
  })

  test('that take a word away take one of its spaces along', () => {
    const made = (text: string, words: string) => {
      const [finding] = found([remark(words, { text, replacements: ['', 'off'] })], {}, text)
      return finding!.replacements.map(
        (other) => text.slice(0, finding!.offset) + other + text.slice(finding!.offset + finding!.length),
      )
    }
    expect(made('He got out of it.', 'of')).toEqual(['He got out it.', 'He got out off it.'])
    expect(made('So he went.', 'So')).toEqual(['he went.', 'off he went.'])
    expect(made('He went so.', 'so')).toEqual(['He went.', 'He went off.'])
  })

  test('that change nothing, or say the same twice, are left out', () => {
    expect(found([remark('gone', { replacements: ['gone', 'went', 'went'] })])[0]?.replacements).toEqual(['went'])
  })
})

describe('in a line that changed', () => {
  test('what stands before and behind the change stays on its words', () => {
    const remarks = [remark('should of'), remark('said so')]
    const after = TEXT.replace('and', 'and then')
    expect(carried(TEXT, remarks, after).map(({ offset, length }) => after.slice(offset, offset + length))).toEqual([
      'should of',
      'said so',
    ])
  })

  test('what was written into goes', () => {
    expect(carried(TEXT, [remark('should of')], TEXT.replace('should of', 'should have'))).toEqual([])
    expect(carried(TEXT, [remark('gone')], TEXT.replace('gone', 'gonee'))).toEqual([])
  })

  test('whatever the change, a remark that stays is on the words it was on', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 14 })
    fc.assert(
      fc.property(letters, letters, fc.nat(13), fc.integer({ min: 1, max: 5 }), (before, after, at, length) => {
        const offset = Math.min(at, before.length)
        const one = { ...remark('gone'), offset, length }
        if (offset + length > before.length) return
        for (const kept of carried(before, [one], after)) {
          expect(after.slice(kept.offset, kept.offset + kept.length)).toBe(before.slice(offset, offset + length))
        }
      }),
    )
  })
})
