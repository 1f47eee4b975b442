import { describe, expect, test } from 'vitest'
import { plainSplices } from '../../../shared/proof/plain-splices.ts'
import { ProseLine } from '../../../shared/proof/prose-line.ts'

/** The text with ▮ for each comma that is found; Kael and Mara are names. */
function marked(text: string): string {
  const line = new ProseLine({ text })
  const isName = ({ text: word }: { text: string }): boolean => word === 'Kael' || word === 'Mara'
  const commas = [...plainSplices(line.tokens, isName)]
  return commas.reduceRight((left, comma) => {
    const { start, end } = line.tokens[comma]!
    return `${left.slice(0, start)}▮${left.slice(end)}`
  }, text)
}

describe('plain splices', () => {
  test.each([
    'He rubbed his jaw▮ you could hear the bristles.',
    'The lamp was behind him▮ she couldn’t see his face, but she heard him.',
    'It was a cold morning▮ the grass was white with frost.',
    'Mara opened the door▮ Kael was standing there with a knife.',
    '“You don’t have to come with us▮ he’s only going to the market.”',
    'She was very tired▮ however she kept walking.',
    '“I can’t come with you tonight▮ I’m working late.”',
    'The old horse fell▮ we were all too late.',
  ])('%s', (text) => {
    expect(marked(text.replaceAll('▮', ','))).toBe(text)
  })

  test.each([
    'He came, he saw, he left.',
    'She laughed, her eyes bright. He lay there, his legs broken.',
    'If he ran to the door, it would be locked. When he came home, she was gone.',
    'He was my friend, I thought. It was too late now, I’m sure.',
    'It was not the cold, it was the dark.',
    'The moment he saw her, he knew it was over.',
    'My head hurt, my back hurt, and my mouth was full of sand.',
    '“You have to keep at it, that’s all. It is a storm, you may be sure.”',
    'He wore a black coat, the collar turned up.',
    'It was too late for her, she knew that only too well.',
    'Mr. Hale was late, as he was always, and they had gone.',
    'So that nobody would see them, they went by night.',
    'The captain, he said, was dead.',
  ])('silent: %s', (text) => {
    expect(marked(text)).toBe(text)
  })
})
