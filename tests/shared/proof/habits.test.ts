/** What a style sheet begins with: the story's own ways, counted. */
import { expect, test } from 'vitest'
import { Checker } from '../../../shared/proof/checker.ts'
import { habitsOf } from '../../../shared/proof/habits.ts'
import { USUAL } from '../../../shared/proof/settings.ts'

function habits(texts: readonly string[], words: readonly string[] = []) {
  const checker = new Checker(USUAL)
  checker.open(texts.map((text) => ({ text })))
  checker.step()
  return habitsOf(checker.story, words)
}

const STORY = [
  '“Wait… no,” Hanne said. She saw the harbour — all of it.',
  '“Well... yes,” Hanne said…',
  '* * *',
  'The colour went. Don’t ask Hanne’s brother. Hanne left.',
  '***',
  '* * *',
]

test('each form is counted over the whole story', () => {
  const { forms } = habits(STORY)
  expect(forms.ellipsis).toEqual({ '…': 2, '...': 1 })
  expect(forms.dash).toEqual({ 'spaced-em': 1 })
  expect(forms.quotes).toEqual({ double: 2 })
  expect(forms.apostrophe).toEqual({ curly: 2 })
})

test('marks between scenes and the words of a dialect are counted', () => {
  const { breaks, american, british } = habits(STORY)
  expect(breaks).toEqual({ '* * *': 2, '***': 1 })
  expect([american, british]).toEqual([0, 2])
})

test('words asked for are counted whatever their capital; what does not stand there is left out', () => {
  expect(habits(STORY, ['Hanne', 'harbour', 'Bruneck']).words).toEqual({ Hanne: 4, harbour: 1 })
})

test('a gap that is wider than the usual one counts where it parts prose, not beside a mark', () => {
  const checker = new Checker(USUAL)
  const gaps = [0, 2, 2, 4, 2, 4, 4, 2]
  const texts = ['One.', 'Two.', 'Three.', 'A scene.', 'Four.', '* * *', 'Five.', 'Six.']
  checker.open(texts.map((text, at) => ({ text, gap: gaps[at]! })))
  checker.step()
  expect(habitsOf(checker.story, []).gaps).toBe(1)
})
