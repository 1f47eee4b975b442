/** What a story teaches: names, coinages, forms and dialect, and that an edit takes back what it took away. */
import { describe, expect, test } from 'vitest'
import { Checker, NO_TOOLS } from '../../../shared/proof/checker.ts'
import { type Settings, USUAL } from '../../../shared/proof/settings.ts'

function told(texts: string[], settings: Partial<Settings> = {}) {
  const checker = new Checker({ ...USUAL, ...settings }, NO_TOOLS, [])
  checker.open(texts.map((text) => ({ text })))
  checker.step()
  return { checker, facts: () => checker.story.facts }
}

describe('names', () => {
  test.each([
    ['They saw Kai.', 'kai', 'name'],
    ['Kai came.', 'kai', 'none'],
    ['Kai came. Kai left.', 'kai', 'known'],
    ['They saw Kai with a kai.', 'kai', 'none'],
    ["It was Kai's hat.", 'Kai', 'name'],
    ['To Kai-chan, then.', 'KAI', 'name'],
    ['With Will, Will, Will and where there is a will.', 'will', 'none'],
    ['With Will, Will, Will, Will, Will and where there is a will.', 'will', 'name'],
    ['"Go," He said. He left. But he stayed.', 'he', 'none'],
    ['He said: "Kai." She said, "Kai!"', 'kai', 'known'],
    ['And I’m sure I am.', 'I', 'none'],
    ['THE KAI CAME.', 'kai', 'none'],
  ])('%s: %s is %s', (text, word, standing) => {
    const { facts } = told([text])
    expect(facts().isName(word) ? 'name' : facts().isKnown(word) ? 'known' : 'none').toBe(standing)
  })

  test('people decide before the story does', () => {
    const { facts } = told(['A kai came.'], { words: [{ word: 'Kai', kind: 'name' }] })
    expect(facts().isName('kai')).toBe(true)
  })

  test('the style sheet’s aliases are names, each word of them', () => {
    const sheet = { names: [{ name: 'Kai', aliases: ['The Red Fox'], kind: 'person' }] } as const
    const { facts } = told(['A fox came.'], { sheet })
    expect(facts().isName('fox')).toBe(true)
  })

  test('a name that is taken out is forgotten', () => {
    const { checker, facts } = told(['They saw Kai.', 'And then?'])
    checker.change(0, 1, [{ text: 'They saw him.' }])
    checker.step()
    expect(facts().isKnown('Kai')).toBe(false)
  })
})

describe('forms', () => {
  test('three of a form, and three quarters of all, make the story’s form', () => {
    expect(told(['a... b... c']).facts().forms.ellipsis).toBeNull()
    expect(told(['a... b... c...']).facts().forms.ellipsis).toBe('...')
    expect(told(['a... b... c... d… e…']).facts().forms.ellipsis).toBeNull()
  })

  test.each([
    ['a—b—c—d', { dash: 'em' }],
    ['a – b – c – d', { dash: 'spaced-en' }],
    ['a -- b -- c -- d', { dash: 'spaced-double-hyphen' }],
    ['"A." "B." "C."', { quotes: 'double', quoteForm: 'straight' }],
    ['‘A.’ ‘B.’ ‘C.’', { quotes: 'single', quoteForm: 'curly' }],
    ["don't, can't, won't", { apostrophe: 'straight' }],
    ['One.  Two.  Three.  Four.', { sentenceSpace: 'two' }],
    ['a . . . b . . . c . . . d', { ellipsis: '. . .' }],
    ['1990–1995, 3–4, 5–6 and 7–8', { dash: null }],
  ])('%s', (text, forms) => {
    expect(told([text]).facts().forms).toMatchObject(forms)
  })

  test('the mark between scenes is the one that most breaks have', () => {
    expect(told(['* * *', 'a', '* * *', 'b', '* * *', 'c', '#']).facts().forms.sceneBreak).toBe('* * *')
  })

  test('the sheet decides before the majority', () => {
    const { facts } = told(['a... b... c...'], { sheet: { ellipsis: '…', dash: 'em', quoteForm: 'curly' } })
    expect(facts().forms).toMatchObject({ ellipsis: '…', dash: 'em', quoteForm: 'curly', apostrophe: 'curly' })
  })
})

describe('dialect', () => {
  test.each<[string, Partial<Settings>, string]>([
    ['The colour of her grey coat.', {}, 'en-GB'],
    ['The color of his coat.', {}, 'en-US'],
    ['Nothing that tells.', {}, 'en-US'],
    ['The color of his coat.', { dialect: 'en-GB' }, 'en-GB'],
    ['The color of his coat.', { dialect: 'en-US', sheet: { dialect: 'en-GB' } }, 'en-GB'],
  ])('%s %j: %s', (text, settings, dialect) => {
    expect(told([text], settings).facts().dialect).toBe(dialect)
  })
})
