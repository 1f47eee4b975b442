import { describe, expect, test } from 'vitest'
import { check, NO_TOOLS } from '../../../../shared/proof/checker.ts'
import { lostWord } from '../../../../shared/proof/rules/lost-word.ts'
import { missingArticle } from '../../../../shared/proof/rules/missing-article.ts'
import { missingWord } from '../../../../shared/proof/rules/missing-word.ts'
import { USUAL } from '../../../../shared/proof/settings.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('lost-word', () => {
  test.each([
    ['There was more of it on other side.', 'There was more of it on the other side.'],
    ['At end of the street they stopped.', 'At the end of the street they stopped.'],
    ['“I want tell you something,” she said.', '“I want to tell you something,” she said.'],
    ['It a long time before she came back.', 'It was a long time before she came back.'],
    ['He standing in the kitchen with a knife.', 'He was standing in the kitchen with a knife.'],
    ['He lived at the end the road.', 'He lived at the end of the road.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(lostWord, wrong)).toBe(right)
  })

  test.each(['When came home, nobody was there.', 'He asked if was all right.'])(
    'says that somebody is missing, and offers who: %s',
    (wrong) => {
      expect(findWith(lostWord, wrong)).toHaveLength(1)
      expect(findWith(lostWord, wrong)[0]?.replacements).toHaveLength(3)
    },
  )

  test.each([
    'I need you to come look at my mare.',
    'He went home, sat on the bed and looked at the ceiling. She knew what to do.',
    'They were told to go. No one answered. Up went the kite. Out the door he ran.',
    'Pile on pile of it. The power it bestows. Then turned to his drums. Such as came to him. The point it had reached.',
    'She sat up in bed. They went to school by bus. He came to on the floor. All in all it was good.',
    'The man she loved had gone. What he had was enough. Had he known, he would have run.',
    'Such as it was, he took it. If need be. As is, it works. Come what may.',
    'He had had enough. She gave him hers. He went on foot to the other side of town.',
    'He leaned out and thrust head and shoulders into the rain. The shots made holes in door, frame and wall.',
    'He became engrossed in examination of a picture. She looked at huge shop windows.',
    'When had his spirit begun to tire?',
    'All you have to do is make sure. The first thing you will have to do is furnish us with a list. All he had to do, he knew, was keep still.',
    'It was the sound a torch might make. He saw no farther than the circle the coin covered.',
    'There no longer exists a way to read it. Soon there would no longer be enough.',
  ])('silent: %s', (right) => {
    expect(findWith(lostWord, right)).toEqual([])
  })

  test('leaves speech alone where people talk dialect', () => {
    expect(findWith(lostWord, '“I want tell you something,” he said. “It ain’t far.”')).toEqual([])
  })

  test('is silent where another rule names the word', () => {
    const line = { text: 'She wanted tell him. They sat at small desk in corner.' }
    const found = check([line], USUAL, NO_TOOLS, [lostWord, missingArticle, missingWord])
    const places = found.map(({ offset, length }) => `${offset}:${length}`)
    expect(found.filter(({ rule }) => rule !== 'lost-word').length).toBeGreaterThan(0)
    expect(new Set(places).size).toBe(places.length)
  })
})
