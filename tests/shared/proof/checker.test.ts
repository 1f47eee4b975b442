/** The checker under edits: the same findings as from the beginning, dismissals that last, work in slices. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Checker, check, NO_TOOLS } from '../../../shared/proof/checker.ts'
import type { Finding } from '../../../shared/proof/finding.ts'
import type { SourceLine } from '../../../shared/proof/prose-line.ts'
import type { LineRule, StoryRule } from '../../../shared/proof/rule.ts'
import { RULES } from '../../../shared/proof/rules.ts'
import { USUAL } from '../../../shared/proof/settings.ts'

const about = {
  level: 'default',
  kind: 'grammar',
  title: '',
  explain: '',
  example: { wrong: '', right: '' },
  source: '',
} as const

/** Depends on all that a line rule may: names, forms, dialect, neighbours. */
const nosy: LineRule = {
  ...about,
  name: 'nosy',
  *check(line, { facts, previous, next }) {
    for (const near of [previous, line, next]) {
      for (const token of near?.tokens ?? []) {
        if (token.kind !== 'word' || line.text === '') continue
        const message = `${token.text} ${facts.isName(token.text)} ${facts.isKnown(token.text)} ${facts.isFrequent(token.text)} ${facts.isTwice(token.text)} ${facts.isUsed(`${token.lower}i`)} ${facts.isUsed('color')} ${facts.dialect} ${facts.forms.ellipsis}`
        yield { offset: 0, length: 1, message }
      }
    }
  },
}

const counting: StoryRule = {
  ...about,
  name: 'counting',
  *checkStory({ lines, words }) {
    for (const [line, { text }] of lines.entries()) {
      if (text !== '')
        yield { line, offset: 0, length: 1, message: `${lines.length} ${JSON.stringify([...words].sort())}` }
    }
  },
}

const rules = [nosy, counting, ...RULES]

const line = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        'Sakura',
        'sakura',
        'Kai',
        'kai',
        'kaii',
        'the',
        'colour',
        'color',
        '...',
        '…',
        '"',
        '.',
        'Will',
        'will',
      ),
      { maxLength: 8 },
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([words, gap]): SourceLine => ({ text: words.join(' '), gap }))

describe('Checker', () => {
  test('after any edits, in any slices, the findings are those of a fresh start', () => {
    const edit = fc.tuple(
      fc.nat(14),
      fc.nat(3),
      fc.array(line, { maxLength: 3 }),
      fc.constantFrom(0, 1, 4, 99),
      fc.constantFrom('Kai', 'sakura', null),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(edit, { maxLength: 6 }), (lines, edits) => {
        const checker = new Checker(USUAL, NO_TOOLS, rules)
        checker.open(lines)
        let now = lines
        let settings = USUAL
        for (const [where, many, fresh, budget, word] of edits) {
          const from = Math.min(where, now.length)
          const removed = Math.min(many, now.length - from)
          checker.change(from, removed, fresh)
          now = [...now.slice(0, from), ...fresh, ...now.slice(from + removed)]
          checker.step(budget)
          if (word) {
            settings = { ...USUAL, words: [{ word, kind: 'name' }] }
            checker.use(settings)
          }
        }
        while (checker.step(3).left > 0);
        expect(checker.findings()).toEqual(check(now, settings, NO_TOOLS, rules))
      }),
    )
  })

  test('whoever draws only the changed lines draws the right thing', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(7), line, (lines, where, fresh) => {
        const checker = new Checker(USUAL, NO_TOOLS, rules)
        checker.open(lines)
        const drawn = new Map<number, unknown>()
        const draw = (): void => {
          let progress = checker.step(2)
          for (;;) {
            for (const at of progress.changed) drawn.set(at, checker.findingsOf(at))
            if (progress.left === 0) return
            progress = checker.step(2)
          }
        }
        draw()
        checker.change(where % lines.length, 1, [fresh])
        draw()
        for (let at = 0; at < lines.length; at += 1) expect(drawn.get(at)).toEqual(checker.findingsOf(at))
      }),
    )
  })

  test('words that every object of the language has are words like others', () => {
    const words = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name']
    const lines = words.flatMap((word) => [
      { text: `${word}` },
      { text: `"The ${word} is ${word}, your ${word}," ${word} said. Mr. ${word} had a ${word}-${word}… ${word}` },
    ])
    for (const level of ['default', 'style'] as const) {
      const findings = check(lines, { ...USUAL, level, off: words, dismissed: words }, NO_TOOLS)
      expect(findings.filter(({ rule }) => words.includes(rule))).toEqual([])
    }
  })

  const twice = { text: 'She went to the the door, and then he closed the window behind her.' }

  test('a line that asked whether a word is used is asked again when that changes', () => {
    const asking: LineRule = {
      ...about,
      name: 'asking',
      check: ({ text }, { facts }) => [{ offset: 0, length: text.length, message: String(facts.isUsed('kaii')) }],
    }
    const checker = new Checker(USUAL, NO_TOOLS, [asking])
    checker.open(['one', 'two', 'three', 'four'].map((text) => ({ text })))
    const told = () => {
      checker.step()
      return checker.findings().map(({ message }) => message)
    }
    expect(told()).toEqual(['false', 'false', 'false', 'false'])
    checker.change(3, 1, [{ text: 'the kaii' }])
    expect(told()).toEqual(['true', 'true', 'true', 'true'])
    checker.change(3, 1, [])
    expect(told()).toEqual(['false', 'false', 'false'])
  })

  test('a dismissal survives edits elsewhere', () => {
    const [finding] = check([twice], USUAL)
    const settings = { ...USUAL, dismissed: [finding!.key] }
    expect(check([{ text: 'Another.' }, { text: `${twice.text} And more.` }], settings)).toEqual([])
    expect(check([{ text: 'She ran to the the door, and then.' }], settings)).toHaveLength(1)
  })

  test('a rule that is off finds nothing, and comes back without a new check', () => {
    const checker = new Checker({ ...USUAL, off: ['doubled-word'] })
    checker.open([twice])
    checker.step()
    expect(checker.findings()).toEqual([])
    checker.use(USUAL)
    expect(checker.findings()).toHaveLength(1)
  })

  test('muted dialogue is silent about grammar, narration is not', () => {
    const lines = [{ text: '"We went to the the door," she said.' }, twice]
    const muted = check(lines, { ...USUAL, muteDialogue: { grammar: true, spelling: false } })
    expect(muted.map(({ line }) => line)).toEqual([1])
  })

  test('a rule that gives way is silent where another one covers its words', () => {
    const vague: LineRule = {
      ...about,
      name: 'vague',
      givesWay: true,
      check: () => [{ offset: 12, length: 3, message: '' }],
    }
    expect(check([twice], USUAL, NO_TOOLS, [...RULES, vague]).map(({ rule }) => rule)).toEqual(['doubled-word'])
    expect(check([twice], USUAL, NO_TOOLS, [vague]).map(({ rule }) => rule)).toEqual(['vague'])
  })

  test('a rule that throws costs that rule only, and what it had found', () => {
    const broken = (name: string): LineRule => ({
      ...about,
      name,
      *check({ text }) {
        yield { offset: 0, length: 1, message: '' }
        if (text.startsWith('Bad')) throw new Error(`${name} is broken`)
      },
    })
    const rules = [
      broken('b-line'),
      {
        ...about,
        name: 'b-story',
        *checkStory() {
          yield* []
          throw new Error('so is the story')
        },
      } satisfies StoryRule,
      ...RULES,
    ]
    const rulesIn = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)
    const checker = new Checker(USUAL, NO_TOOLS, rules)
    checker.open([{ text: 'Good.' }, { text: 'Bad one.' }, twice])
    const drawn = new Map<number, string[]>()
    for (let left = 1; left > 0; ) {
      const progress = checker.step(1)
      left = progress.left
      for (const line of progress.changed) drawn.set(line, rulesIn(checker.findingsOf(line)))
    }
    expect(checker.findings().map(({ rule }) => rule)).toEqual(['doubled-word'])
    expect([0, 1, 2].map((line) => drawn.get(line))).toEqual([[], [], ['doubled-word']])
    expect(checker.faults).toEqual([
      { rule: 'b-line', message: 'b-line is broken' },
      { rule: 'b-story', message: 'so is the story' },
    ])
    checker.change(1, 1, [twice])
    expect(checker.step().left).toBe(0)
    expect(checker.findings().map(({ rule }) => rule)).toEqual(['doubled-word', 'doubled-word'])
  })

  test('rules read their tables before any line is looked at, one in a small step', () => {
    const seen: string[] = []
    const reader = (name: string): LineRule => ({
      ...about,
      name,
      prepare: () => void seen.push(`${name} reads`),
      check: () => {
        seen.push(name)
        return []
      },
    })
    const checker = new Checker(USUAL, NO_TOOLS, [reader('one'), { ...reader('two'), level: 'style' }, reader('three')])
    checker.open([twice])
    checker.use(USUAL)
    const steps: string[][] = []
    for (let left = 1; left > 0; ) {
      const progress = checker.step(2)
      left = progress.left
      // Nothing is known of the line yet, so nothing is told of it.
      if (seen.at(-1)?.endsWith('reads')) expect(progress.changed).toEqual([])
      steps.push(seen.splice(0))
    }
    expect(steps.filter((step) => step.length > 0)).toEqual([['one reads'], ['three reads'], ['one', 'three']])
  })

  test('a rule whose tables cannot be read is out of work', () => {
    const unread: LineRule = {
      ...about,
      name: 'unread',
      prepare() {
        throw new Error('no tables')
      },
      check: () => [{ offset: 0, length: 1, message: '' }],
    }
    const checker = new Checker(USUAL, NO_TOOLS, [unread, ...RULES])
    checker.open([twice])
    expect(checker.step().left).toBe(0)
    expect(checker.findings().map(({ rule }) => rule)).toEqual(['doubled-word'])
    expect(checker.faults).toEqual([{ rule: 'unread', message: 'no tables' }])
  })

  test('a rule that throws over its corrections has none', () => {
    const mute: LineRule = {
      ...about,
      name: 'mute',
      check: () => [{ offset: 0, length: 1, message: '' }],
      suggest() {
        throw new Error('no words')
      },
    }
    const [finding] = check([twice], USUAL, NO_TOOLS, [mute])
    expect(finding).toMatchObject({ rule: 'mute', replacements: [] })
  })

  test('the catalogue names each rule once, in the order of the alphabet', () => {
    const names = RULES.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)].sort())
  })
})
